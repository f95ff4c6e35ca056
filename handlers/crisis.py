"""A wish for a coordinator goes on to them: only with the person's own yes, and without their words."""

from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision, Note, TellCoordinators
from storage import contacts, requests
from storage.database import Transaction

router = Router()


@router.press("crisis-card", "tell-coordinator")
def tell_coordinator(turn: Turn, db: Transaction) -> Decision:
    """The coordinators hear that somebody wishes it, and nothing of what they wrote."""
    contact = contacts.open_of(db, turn.person.id)
    request = requests.waiting_by(db, turn.person.id)
    code = contact.code if contact else request.code if request else ""
    alarm = TellCoordinators(
        turn.programme.name,
        "alarm-crisis",
        {"code": code},
        choices=("write-to-them",),
        about=turn.person.id,
        code=code,
    )
    noted = Note("crisis-coordinator-told", programme=turn.programme.name)
    return Decision(effects=(alarm, noted)) + turn.answer("crisis-coordinator-told")


@router.press("report-thanks", "tell-coordinator")
def tell_more(turn: Turn, db: Transaction) -> Decision:
    """Whoever reported would like to say what it was."""
    assert turn.question is not None
    code = turn.question.kept
    alarm = TellCoordinators(
        turn.programme.name,
        "alarm-after-report",
        {"code": code},
        choices=("write-to-them",),
        about=turn.person.id,
        code=code,
    )
    return Decision(effects=(alarm,)) + turn.answer("crisis-coordinator-told")

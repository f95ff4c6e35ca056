"""After a contact: how was it? Heavy gives rest, and a word from a coordinator."""

from typing import cast

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.commands import Command, Role
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import duty
from bot.domain.decision import (
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.refusal import Refusal
from bot.relaying.words import clean_text
from handlers import looking
from storage import contacts, offers, volunteers
from storage.database import Transaction

router = Router()

NOTE_LIMIT = 1000  # letters; more belongs in a talk with the coordinator

COLLEAGUE = Command(name="colleague", words=("colleague", "kollega"), who=Role.VOLUNTEER)


@router.press("debrief-ask", "light", "okay", "heavy")
def debriefed(turn: Turn, db: Transaction) -> Decision:
    """What the volunteer says stays between them and the programme; no words, only how it was."""
    assert turn.question is not None
    feeling = cast(duty.Feeling, turn.choice)
    contact = contacts.get(db, turn.question.about)
    me = volunteers.get(db, turn.person.id)
    if contact is None or me is None or contact.volunteer != me.person:
        raise Refusal("too-late")
    after = duty.debriefed(me, feeling, turn.programme, turn.now)
    thanks = Tell(
        me.person,
        f"debrief-{feeling}",
        {"when": after.rest_until},
        choices=("need-colleague", "leave-a-note", "no-thanks"),
        about=contact.id,
    )
    effects: list[Effect] = [
        CloseQuestions(contact.id, me.person),
        Note("debriefed", programme=contact.programme, numbers={"feeling": feeling}),
        thanks,
    ]
    if feeling == "heavy":
        ended = [duty.noted_off(me, turn.now)] if me.on_duty(turn.now) else []
        effects += [
            *ended,
            StopTimer(duty.DUTY_ENDS, me.person),
            TellCoordinators(
                contact.programme,
                "alarm-heavy",
                {"name": me.name, "code": contact.code},
                choices=("write-to-them",),
                about=me.person,
                code=contact.code,
            ),
        ]
    said = Decision(save=(after,), effects=tuple(effects))
    offer = offers.pending_for(db, me.person) if feeling == "heavy" else None
    return said + looking.lapse_now(offer, turn.desk, db, turn.now) if offer else said


@router.press("*", "need-colleague")
def need_colleague(turn: Turn, db: Transaction) -> Decision:
    """They would like to talk with a colleague."""
    return colleague(turn, db)


@router.command(COLLEAGUE)
def colleague(turn: Turn, db: Transaction) -> Decision:
    """Ask a coordinator for help now, without a word of what was said."""
    me = volunteers.get(db, turn.person.id)
    if me is None:
        raise Refusal("not-a-volunteer")
    contact = contacts.open_of(db, me.person) or contacts.latest_of(db, me.person)
    code = contact.code if contact else ""
    alarm = TellCoordinators(
        me.programme,
        "alarm-colleague",
        {"name": me.name, "code": code},
        choices=("write-to-them",),
        about=me.person,
        code=code,
    )
    noted = Note("colleague-asked", contact.id if contact else "", me.programme)
    return Decision(effects=(alarm, noted)) + turn.answer("colleague-asked")


class Word(BaseModel):
    """A word for the coordinators."""

    note: str = ""
    code: str = ""


NOTE = Dialogue(name="debrief", answers=Word, steps=(Step(name="note", optional=True),))


@router.press("debrief-light", "leave-a-note")
@router.press("debrief-okay", "leave-a-note")
@router.press("debrief-heavy", "leave-a-note")
def leave_a_note(turn: Turn, db: Transaction) -> Decision:
    """They have a word for the coordinators."""
    assert turn.question is not None
    contact = contacts.get(db, turn.question.about)
    known = {"code": contact.code if contact else ""}
    return asking.start(router, NOTE, turn, db, known)


@router.finished(NOTE)
def noted(turn: Turn, word: Word, db: Transaction) -> Decision:
    """It goes to the coordinators and is not kept."""
    me = volunteers.get(db, turn.person.id)
    note = clean_text(word.note, NOTE_LIMIT)
    if me is None or note.empty:
        return turn.answer("debrief-thanks")
    args = {"name": me.name, "code": word.code, "note": note.text}
    passed = Decision(effects=(TellCoordinators(me.programme, "debrief-note", args),))
    if note.shortened:
        passed += turn.answer("note-shortened", most=NOTE_LIMIT)
    return passed + turn.answer("debrief-thanks")


@router.press("debrief-light", "no-thanks")
@router.press("debrief-okay", "no-thanks")
@router.press("debrief-heavy", "no-thanks")
def nothing_more(turn: Turn, db: Transaction) -> Decision:
    """Then that is all."""
    assert turn.question is not None
    closed = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return closed + turn.answer("debrief-thanks")

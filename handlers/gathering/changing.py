"""A coordinator moves a gathering or calls it off: shown first, and told what it changes."""

from datetime import datetime

from bot.conversation import access
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import group, holding
from bot.domain.decision import Audit, CloseQuestions, Decision
from bot.domain.gathering import Gathering, Kind
from bot.domain.lifecycle import GatheringStatus
from bot.domain.refusal import Refusal
from handlers.coordinator import planning
from handlers.gathering.reminding import free
from storage import gathering_guests, gatherings
from storage.database import Transaction

router = Router()


def coded(turn: Turn, db: Transaction) -> Gathering | None:
    """The gathering of their programme that a coordinator named, if the code is one's."""
    access.coordinator(turn)
    found = gatherings.coded(db, turn.args["code"])
    return found if found and found.programme == turn.programme.name else None


def call_off(gathering: Gathering, turn: Turn, db: Transaction) -> Decision:
    """Shown first. Raises Refusal where there is nothing left to call off."""
    if gathering.kind is Kind.GROUP:
        return _group_off(gathering, turn, db)
    holding.call_off(gathering, ())
    return turn.answer(
        "gathering-off-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        gathering=gathering.name,
        zoned=gathering.begins_at,
        shown=gathering.shown,
    )


def move(gathering: Gathering, turn: Turn, db: Transaction) -> Decision:
    """Shown first, with both times. Raises Refusal where it cannot be."""
    to, _ = planning.moment_in(turn.args["when"], turn)
    holding.move(gathering, to, (), turn.now)
    if gathering.kind is Kind.GROUP:
        return _group_moved(gathering, to, turn, db)
    return turn.answer(
        "gathering-move-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        kept=to.isoformat(),
        gathering=gathering.name,
        when=gathering.begins_at,
        zoned=to,
        shown=gathering.shown,
    )


@router.press("gathering-group-off-confirm", "confirm-yes")
@router.press("gathering-off-confirm", "confirm-yes")
def called_off(turn: Turn, db: Transaction) -> Decision:
    """It is off."""
    me, gathering = access.coordinator(turn), _pressed(turn, db)
    if gathering.kind is Kind.GROUP:
        off = group.call_off(gathering, gathering_guests.of(db, gathering.id))
    else:
        off = holding.call_off(gathering, turn.desk.config.platforms.boards)
    acted = _acted(Audit(me.person, "call-off", gathering.code), turn)
    return acted + off + turn.answer("gathering-off-done", code=gathering.code)


@router.press("gathering-group-move-confirm", "confirm-yes")
@router.press("gathering-move-confirm", "confirm-yes")
def moved(turn: Turn, db: Transaction) -> Decision:
    """It is at the other time."""
    me, gathering = access.coordinator(turn), _pressed(turn, db)
    assert turn.question is not None
    to = datetime.fromisoformat(turn.question.kept)
    if gathering.kind is Kind.GROUP:
        guests = gathering_guests.of(db, gathering.id)
        asked = [guest.person for guest in group.unanswered(guests)]
        move = group.move(gathering, guests, to, free(asked, to, db, turn.now), turn.now)
    else:
        move = holding.move(gathering, to, turn.desk.config.platforms.boards, turn.now)
    acted = _acted(Audit(me.person, "reschedule", gathering.code), turn)
    return acted + move + turn.answer("gathering-move-done", code=gathering.code, zoned=to)


def _group_off(gathering: Gathering, turn: Turn, db: Transaction) -> Decision:
    guests = gathering_guests.of(db, gathering.id)
    group.call_off(gathering, guests)
    return turn.answer(
        "gathering-group-off-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        gathering=gathering.name,
        zoned=gathering.begins_at,
        begun=gathering.status is GatheringStatus.BEGUN,
        coming=len(group.coming(guests)),
    )


def _group_moved(gathering: Gathering, to: datetime, turn: Turn, db: Transaction) -> Decision:
    guests = gathering_guests.of(db, gathering.id)
    return turn.answer(
        "gathering-group-move-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        kept=to.isoformat(),
        gathering=gathering.name,
        when=gathering.begins_at,
        zoned=to,
        coming=len(group.coming(guests)),
    )


def _acted(act: Audit, turn: Turn) -> Decision:
    assert turn.question is not None
    close = CloseQuestions(turn.question.about, turn.question.person)
    return Decision(effects=(close, act))


def _pressed(turn: Turn, db: Transaction) -> Gathering:
    assert turn.question is not None
    found = gatherings.get(db, turn.question.about)
    if found is None or found.programme != turn.programme.name:
        raise Refusal("too-late")
    return found

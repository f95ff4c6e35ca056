"""A group's room opens at its time, or when a coordinator says so; and closes when it is over."""

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import group
from bot.domain.decision import (
    NOTHING,
    Audit,
    CloseQuestions,
    Decision,
    Tell,
    TellCoordinators,
    TellThere,
)
from bot.domain.gathering import Gathering, Guest, Kind
from bot.domain.ids import PersonId
from bot.domain.lifecycle import GatheringStatus
from bot.domain.refusal import Refusal
from bot.messages import GroupOpened, TimeCame, Undelivered
from handlers.gathering import changing
from storage import gathering_guests, gatherings, never_again, people, volunteers
from storage.database import Transaction

router = Router()

START = Command(
    name="start-gathering", words=("start gathering", "begynd træf"), who=Role.COORDINATOR,
    for_others="gatherings", takes=(Takes("code"),),
)  # fmt: skip


@router.command(START)
def start(turn: Turn, db: Transaction) -> Decision:
    """Before its time: shown first, with how many have said yes."""
    gathering = _to_start(changing.coded(turn, db), turn)
    coming = _coming(gathering, db)
    if len(coming) < group.FEWEST:
        raise Refusal("gathering-too-few-yet", code=gathering.code, coming=len(coming))
    return turn.answer(
        "gathering-start-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        zoned=gathering.begins_at,
        coming=len(coming),
    )


@router.press("gathering-start-confirm", "confirm-yes")
def started(turn: Turn, db: Transaction) -> Decision:
    """It opens now."""
    me = access.coordinator(turn)
    assert turn.question is not None
    gathering = _to_start(gatherings.get(db, turn.question.about), turn)
    acted = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "gathering-start", gathering.code),
        )
    )
    opened = _opened(gathering, turn.desk, db)
    return acted + opened + turn.answer("gathering-started", code=gathering.code)


@router.timer(group.OPENS)
def opens(rings: Happening, db: Transaction) -> Decision:
    """Its time has come; or it has passed, if we were off so long."""
    assert isinstance(rings.event, TimeCame)
    gathering = gatherings.get(db, rings.event.about)
    if gathering is None or gathering.status is not GatheringStatus.PLANNED:
        return NOTHING
    if gathering.ends_at <= rings.now:
        return group.call_off(gathering, gathering_guests.of(db, gathering.id))
    return _opened(gathering, rings.desk, db)


@router.event(GroupOpened)
def is_open(happening: Happening, db: Transaction) -> Decision:
    """The room is there: it is said there what it is, and who said yes is let in."""
    event = happening.event
    assert isinstance(event, GroupOpened)
    gathering = gatherings.get(db, event.about)
    if gathering is None:
        return NOTHING
    gatherings.keep_room(db, gathering.id, event.place)
    let_in = group.is_open(gathering, gathering_guests.of(db, gathering.id))
    if gathering.status is not GatheringStatus.BEGUN:
        return let_in
    language = _language(gathering, happening.desk, db)
    said = TellThere(event.place.platform, event.place.room, "gathering-thread", language)
    return Decision(effects=(said,)) + let_in


@router.undelivered("open-group")
def not_opened(happening: Happening, db: Transaction) -> Decision:
    """It could not be opened: everybody concerned hears so."""
    event = happening.event
    assert isinstance(event, Undelivered)
    gathering = gatherings.get(db, event.about)
    if gathering is None or gathering.status is not GatheringStatus.BEGUN:
        return NOTHING
    return group.not_opened(gathering, gathering_guests.of(db, gathering.id), event.why)


@router.undelivered("let-in")
def not_let_in(happening: Happening, db: Transaction) -> Decision:
    """Somebody could not be let in, as they left the server perhaps: they are told, and coordinators."""
    event = happening.event
    assert isinstance(event, Undelivered)
    gathering = gatherings.get(db, event.about)
    if gathering is None or gathering.status is not GatheringStatus.BEGUN:
        return NOTHING
    heard = TellCoordinators(
        gathering.programme, "gathering-one-not-let-in", {"code": gathering.code}
    )
    return Decision(effects=(Tell(PersonId(event.to), "gathering-not-let-in"), heard))


def _opened(gathering: Gathering, desk: Desk, db: Transaction) -> Decision:
    """It is opened, without whoever must not meet somebody in it: that may have been said since."""
    platform = desk.config.platforms.groups_on
    kept: list[Guest] = []
    apart: list[Guest] = []
    for guest in sorted(_coming(gathering, db), key=lambda one: _gives(one, db)):
        met = [other.person for other in kept]
        (apart if never_again.among(db, guest.person, met) else kept).append(guest)
    without = Decision()
    for guest in apart:
        without += group.rather_not(guest)
        without += Decision(effects=(Tell(guest.person, "gathering-not-this-one"),))
    asked = group.unanswered(gathering_guests.of(db, gathering.id))
    return without + group.open_up(gathering, [*kept, *asked], platform)


def _language(gathering: Gathering, desk: Desk, db: Transaction) -> str:
    """The one that all who come speak with us; else the house's."""
    spoken = {one.language for g in _coming(gathering, db) if (one := people.get(db, g.person))}
    return spoken.pop() if len(spoken) == 1 else desk.config.service.language


def _gives(guest: Guest, db: Transaction) -> bool:
    return volunteers.get(db, guest.person) is not None


def _coming(gathering: Gathering, db: Transaction) -> list[Guest]:
    return group.coming(gathering_guests.of(db, gathering.id))


def _to_start(gathering: Gathering | None, turn: Turn) -> Gathering:
    if gathering is None or gathering.programme != turn.programme.name:
        raise Refusal("gathering-no-such-code")
    if gathering.kind is not Kind.GROUP:
        raise Refusal("gathering-is-open", code=gathering.code)
    if gathering.status is not GatheringStatus.PLANNED:
        raise Refusal("gathering-begun", code=gathering.code)
    return gathering

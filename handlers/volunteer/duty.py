"""On duty and off again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import duty
from bot.domain.decision import NOTHING, CloseQuestions, Decision
from bot.domain.fitness import WEEK
from bot.domain.ids import PersonId
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.domain.when import how_long
from bot.messages import TimeCame
from handlers import looking
from storage import offers, volunteers
from storage.database import Transaction

router = Router()

DUTY = Command(
    name="duty", words=("duty", "vagt"), who=Role.VOLUNTEER,
    takes=(Takes("until", optional=True, rest=True),),
)  # fmt: skip
OFF = Command(name="off", words=("off", "fri"), who=Role.VOLUNTEER)

USUAL = timedelta(minutes=60)


@router.command(DUTY)
def duty_(turn: Turn, db: Transaction) -> Decision:
    """How long? Then the check before duty: are you fit for it today?"""
    me = access.volunteer(turn, db)
    until = until_when(turn.args.get("until", ""), me, turn.now)
    if until - turn.now < duty.SHORTEST:
        raise Refusal("duty-too-short", minutes=int(duty.SHORTEST / timedelta(minutes=1)))
    return turn.answer(
        "duty-check",
        choices=("fit-yes", "fit-no"),
        about=me.person,
        kept=until.isoformat(),
        at=until,
    )


@router.press("duty-check", "fit-yes")
def fit(turn: Turn, db: Transaction) -> Decision:
    """On duty; whoever waits is looked for at once."""
    assert turn.question is not None
    me = access.volunteer(turn, db)
    until = datetime.fromisoformat(turn.question.kept)
    week = volunteers.duty_between(db, me.person, turn.now - WEEK, turn.now)
    ready = duty.on(me, until, week, turn.programme, turn.now)
    looked_for = looking.look_for_everybody(turn.programme.name, db, turn.now)
    return _closed(turn) + ready + looked_for


@router.press("duty-check", "fit-no")
def not_fit(turn: Turn, db: Transaction) -> Decision:
    """Not today is a good answer."""
    return _closed(turn) + turn.answer("duty-not-today")


@router.command(OFF)
def off(turn: Turn, db: Transaction) -> Decision:
    """Off duty, now."""
    me = access.volunteer(turn, db)
    if not me.on_duty(turn.now):
        raise Refusal("duty-not-on")
    return _offer_back(me, turn.desk, db, turn.now) + duty.off(me, turn.programme, turn.now)


@router.timer(duty.DUTY_ENDS)
def duty_ends(rings: Happening, db: Transaction) -> Decision:
    """The time they gave is over."""
    assert isinstance(rings.event, TimeCame)
    me = volunteers.get(db, PersonId(rings.event.about))
    if me is None or me.on_duty_until is None or me.on_duty_until > rings.now:
        return NOTHING
    if me.on_duty_until < rings.event.due:  # it ended earlier, and they know
        return NOTHING
    programme = rings.desk.programme(me.programme)
    back = _offer_back(me, rings.desk, db, rings.now)
    return back + duty.off(me, programme, rings.now, "duty-over")


def _offer_back(me: Volunteer, desk: Desk, db: Transaction, now: datetime) -> Decision:
    offer = offers.pending_for(db, me.person)
    return looking.lapse_now(offer, desk, db, now) if offer else NOTHING


def until_when(text: str, me: Volunteer, now: datetime) -> datetime:
    """Until when: "60", "2 hours", "until half past nine", "til 21.30"; an hour when nothing is said.

    Raises Refusal when it is not understood; it never guesses.
    """
    if not text.strip():
        return now + USUAL
    until = duty.until(how_long(text, now, ZoneInfo(me.zone)), now)
    if until is None:
        raise Refusal("duty-when")
    return until


def _closed(turn: Turn) -> Decision:
    return Decision(effects=(CloseQuestions(turn.person.id, turn.person.id),))

"""A receiver would rather be asked later, when somebody may be free."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel, field_validator

from bot.conversation import asking
from bot.conversation.commands import Command, Role
from bot.conversation.desk import Desk
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import calling_back, fitness
from bot.domain.called_back import CallBack, CallBackId, hours_wished
from bot.domain.decision import NOTHING, Decision
from bot.domain.fitness import day_began
from bot.domain.ids import PersonId, RequestId
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from bot.messages import TimeCame
from handlers import looking, opening
from handlers.later import let_go, put_off
from handlers.receiver import new_accounts
from handlers.receiver.talk import may_ask, own_language
from storage import (
    call_backs,
    candidates,
    contacts,
    people,
    programme_states,
    requests,
    visits,
)
from storage.database import Transaction

router = Router()

PAGE = "web"  # the platform that cannot make a telephone ring
SEEN_LATELY = timedelta(minutes=12)  # an open page is seen every ten


class Wished(BaseModel):
    """Within which hours they may be asked, and the request this stands for."""

    hours: str = ""
    request: str = ""

    @field_validator("hours")
    @classmethod
    def _understood(cls, text: str) -> str:
        if hours_wished(text, "UTC", date.min) is None:
            raise ValueError
        return text


DIALOGUE = Dialogue(name="call-back", answers=Wished, steps=(Step(name="hours", optional=True),))

CALL_ME_BACK = Command(
    name="call-me-back", words=("call me back", "ring tilbage"), who=Role.RECEIVER
)  # fmt: skip


@router.command(CALL_ME_BACK)
def call_me_back_said(turn: Turn, db: Transaction) -> Decision:
    """The same by a word, in place of a request that waits or without one."""
    _may_be_kept(turn, db)
    waiting = requests.waiting_by(db, turn.person.id)
    return asking.start(router, DIALOGUE, turn, db, {"request": waiting.id if waiting else ""})


@router.press("*", "call-me-back")
def call_me_back(turn: Turn, db: Transaction) -> Decision:
    """When may we ask? Whatever was looked for is looked for until they have said so."""
    _may_be_kept(turn, db)
    assert turn.question is not None
    return asking.start(router, DIALOGUE, turn, db, {"request": turn.question.about})


@router.finished(DIALOGUE)
def wished(turn: Turn, wish: Wished, db: Transaction) -> Decision:
    """It is kept, instead of a request that waits or of what was kept before."""
    _may_be_kept(turn, db)
    me, now = turn.person, turn.now
    hours = hours_wished(wish.hours, me.zone, now.astimezone(ZoneInfo(me.zone)).date())
    assert hours is not None
    before = requests.get(db, RequestId(wish.request))
    request = before if before and before.receiver == me.id else None
    kept = CallBack(
        id=CallBackId(db.new_id()),
        receiver=me.id,
        programme=turn.programme.name,
        kept_at=now,
        ends_at=now + timedelta(days=turn.programme.call_back.days),
        hours=hours,
        language=request.language if request else own_language(turn),
        form=request.form if request else turn.programme.forms_now[0],
        topics=request.topics if request else frozenset(),
        note=request.note if request else None,
    )
    seen = _seen(kept, turn.desk, db, now)
    return put_off(me.id, db) + let_go(me.id, db) + calling_back.keep(kept, seen, now)


@router.timer(calling_back.LOOK)
def look(rings: Happening, db: Transaction) -> Decision:
    """May somebody be free for them now?"""
    assert isinstance(rings.event, TimeCame)
    wish = call_backs.get(db, CallBackId(rings.event.about))
    if wish is None:
        return NOTHING
    seen = _seen(wish, rings.desk, db, rings.now)
    return calling_back.look(wish, seen, rings.desk.programme(wish.programme), rings.now)


@router.press("call-back-ask", "call-back-yes")
def yes(turn: Turn, db: Transaction) -> Decision:
    """Now it is a request, and goes before others."""
    wish = _asked_about(turn, db)
    may_ask(turn, db)
    request = wish.request(RequestId(db.new_id()), turn.now)
    opened = looking.open_request(request, turn.desk, db, turn.now)
    return calling_back.end(wish, "request") + opened


@router.press("call-back-ask", "call-back-not-now")
def not_now(turn: Turn, db: Transaction) -> Decision:
    """Another time, then."""
    wish = _asked_about(turn, db)
    seen = _seen(wish, turn.desk, db, turn.now)
    return calling_back.not_now(wish, seen, turn.programme, turn.now)


@router.press("call-back-ask", "call-back-stop")
def stop(turn: Turn, db: Transaction) -> Decision:
    """They need it no more."""
    return calling_back.end(_asked_about(turn, db), "withdrawn") + turn.answer("call-back-dropped")


def take_back(turn: Turn, db: Transaction) -> Decision:
    """`cancel`, for somebody who is to be asked later. Raises Refusal if they are not."""
    if call_backs.of(db, turn.person.id) is None:
        raise Refusal("cancel-nothing")
    return let_go(turn.person.id, db, "withdrawn") + turn.answer("call-back-dropped")


def _may_be_kept(turn: Turn, db: Transaction) -> None:
    if contacts.open_of(db, turn.person.id):
        raise Refusal("talk-already-in-contact")


def _asked_about(turn: Turn, db: Transaction) -> CallBack:
    assert turn.question is not None
    wish = call_backs.get(db, CallBackId(turn.question.about))
    if wish is None or wish.receiver != turn.person.id or wish.asked_until is None:
        raise Refusal("too-late")
    return wish


def _seen(wish: CallBack, desk: Desk, db: Transaction, now: datetime) -> calling_back.Seen:
    programme = desk.programme(wish.programme)
    request = wish.request(RequestId(wish.id), now)
    paused = programme_states.get(db, programme.name).paused
    person = people.get(db, wish.receiver)
    zone = person.zone if person else programme.time_zone
    busy = contacts.open_of(db, wish.receiver) or requests.waiting_by(db, wish.receiver)
    began = contacts.received_since(db, wish.receiver, day_began(zone, now))
    return calling_back.Seen(
        opening=opening.hours_of(programme, db, now),
        free=_free_for(request, desk, db, now) - _before(wish, db, now),
        may_ask=not (paused or busy)
        and new_accounts.again_from(wish.receiver, desk, db, now) is None
        and sum(one.counts for one in began) < programme.limits.receiver_contacts_a_day,
        here=_is_here(wish.receiver, db, now),
        was_in_touch=any(one.began_at >= wish.kept_at for one in began),
    )


def _free_for(request: Request, desk: Desk, db: Transaction, now: datetime) -> int:
    programme = desk.programme(request.programme)
    return sum(
        fitness.unfit(one, request, programme, now, widened=True) is None
        for one in candidates.for_request(db, request, now)
    )


def _before(wish: CallBack, db: Transaction, now: datetime) -> int:
    """Those who wait now, and those who are being asked at this moment, come first."""
    asked = [
        one
        for one in call_backs.of_programme(db, wish.programme)
        if one.id != wish.id and one.asked_until is not None and one.asked_until > now
    ]
    return len(requests.waiting(db, wish.programme)) + len(asked)


def _is_here(receiver: PersonId, db: Transaction, now: datetime) -> bool:
    """A closed page counts as away: nobody would see the question."""
    address = people.address_of(db, receiver)
    if address is None or address.platform != PAGE:
        return True
    return any(now - one.seen_at <= SEEN_LATELY for one in visits.of_account(db, address.user))

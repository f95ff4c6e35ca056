"""Looking for a volunteer: what happens to a request while its receiver waits."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import calling_back, offering, waiting
from bot.domain.decision import NOTHING, Decision, StartTimer
from bot.domain.ids import OfferId, PersonId, RequestId
from bot.domain.lifecycle import RequestStatus
from bot.domain.request import Offer, Request
from bot.messages import TimeCame, Undelivered
from handlers.overtaken import overtaken
from storage import call_backs, candidates, offers, requests
from storage.database import Transaction

router = Router()


def open_request(request: Request, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Somebody asked: tell them we look, and ask the first wave."""
    programme = desk.programme(request.programme)
    return waiting.begin(request, programme, now) + ask_next(request, desk, db, now)


def ask_next(request: Request, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Ask the next wave, whoever may be asked at this moment.

    Those who go before this one and for whom nobody is being asked are served first.
    """
    decision, taken = Decision(), frozenset[PersonId]()
    for earlier in _before(request, db):
        asked = _ask(earlier, taken, desk, db, now)
        if chosen := _chosen(asked):
            decision, taken = decision + asked, taken | chosen
    return decision + _ask(request, taken, desk, db, now)


def look_for_everybody(programme: str, db: Transaction, now: datetime) -> Decision:
    """Somebody can be asked who could not before: look again, for the last in line too."""
    waiters = requests.waiting(db, programme)
    soon = (StartTimer(offering.LOOK_AGAIN, w.id, now) for w in waiters)
    later = (
        StartTimer(calling_back.LOOK, c.id, now) for c in call_backs.of_programme(db, programme)
    )
    return Decision(effects=(*soon, *later))


def _before(request: Request, db: Transaction) -> list[Request]:
    order = list(requests.waiting(db, request.programme))
    ids = [one.id for one in order]
    ahead = order[: ids.index(request.id)] if request.id in ids else order
    if request.front and request.id not in ids:
        ahead = [one for one in order if one.front]
    return [one for one in ahead if one.status is RequestStatus.OPEN and one.id != request.id]


def _ask(
    request: Request, taken: frozenset[PersonId], desk: Desk, db: Transaction, now: datetime
) -> Decision:
    programme = desk.programme(request.programme)
    fresh = [OfferId(db.new_id()) for _ in range(programme.routing.wave_size)]
    found = [
        replace(one, load=replace(one.load, being_asked=True))
        if one.volunteer.person in taken
        else one
        for one in candidates.for_request(db, request, now)
    ]
    return waiting.ask(request, found, programme, fresh, now)


def _chosen(asked: Decision) -> frozenset[PersonId]:
    return frozenset(thing.volunteer for thing in asked.save if isinstance(thing, Offer))


@router.timer(offering.LOOK_AGAIN)
def look_again(rings: Happening, db: Transaction) -> Decision:
    """The last wave has had its time: ask the next ones, leaving the earlier offers open."""
    request = _about(rings, db)
    if request is None or not request.waiting:
        return NOTHING
    if late := overtaken(rings, db, waiting.GIVE_UP, request.programme):
        return late
    return ask_next(request, rings.desk, db, rings.now)


@router.timer(waiting.SIGN_OF_LIFE)
def sign_of_life(rings: Happening, db: Transaction) -> Decision:
    """An honest word to somebody who waits."""
    request = _about(rings, db)
    if request is None:
        return NOTHING
    if late := overtaken(rings, db, waiting.GIVE_UP, request.programme):
        return late
    asking = len(offers.pending(db, request.id))
    programme = rings.desk.programme(request.programme)
    return waiting.sign_of_life(request, asking, programme, rings.now)


@router.timer(waiting.ALARM)
def alarm(rings: Happening, db: Transaction) -> Decision:
    """A coordinator hears of somebody who has waited too long."""
    request = _about(rings, db)
    if request is None:
        return NOTHING
    if late := overtaken(rings, db, waiting.GIVE_UP, request.programme):
        return late
    return waiting.alarm(request, _asked(request, db), rings.now)


@router.timer(waiting.GIVE_UP)
def give_up(rings: Happening, db: Transaction) -> Decision:
    """Nobody was free within the programme's limit."""
    request = _about(rings, db)
    if request is None:
        return NOTHING
    return waiting.give_up(request, offers.pending(db, request.id), rings.now)


@router.timer(offering.OFFER_LAPSES)
def offer_lapses(rings: Happening, db: Transaction) -> Decision:
    """A volunteer did not answer in time."""
    assert isinstance(rings.event, TimeCame)
    offer = offers.get(db, OfferId(rings.event.about))
    request = requests.get(db, offer.request) if offer else None
    if offer is None or request is None or not request.waiting:
        return NOTHING
    return offering.lapse(offer, request, offers.pending(db, request.id))


@router.undelivered("offer")
def offer_came_back(came_back: Happening, db: Transaction) -> Decision:
    """A volunteer could not be asked: ask the next ones at once."""
    assert isinstance(came_back.event, Undelivered)
    offer = offers.get(db, OfferId(came_back.event.about))
    return lapse_now(offer, came_back.desk, db, came_back.now) if offer else NOTHING


def lapse_now(offer: Offer, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """One volunteer cannot answer any more: if nobody else is being asked, ask the next at once."""
    request = requests.get(db, offer.request)
    if request is None or not request.waiting:
        return NOTHING
    others = offers.pending(db, request.id)
    decision = offering.lapse(offer, request, others)
    if decision == NOTHING or any(other.id != offer.id for other in others):
        return decision
    return decision + Decision(effects=(StartTimer(offering.LOOK_AGAIN, request.id, now),))


def _asked(request: Request, db: Transaction) -> int:
    return len(offers.about(db, request.id))


def _about(rings: Happening, db: Transaction) -> Request | None:
    assert isinstance(rings.event, TimeCame)
    return requests.get(db, RequestId(rings.event.about))

"""Who might be asked about a request, with everything the hard rules need to know of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.contact import Contact
from bot.domain.fitness import WEEK, Candidate, Load, day_began
from bot.domain.ids import PersonId
from bot.domain.lifecycle import ContactStatus
from bot.domain.people import Volunteer
from bot.domain.request import Request
from storage import contacts, never_again, offers, requests, volunteers
from storage.database import Transaction


def for_request(db: Transaction, request: Request, now: datetime) -> Sequence[Candidate]:
    """Every volunteer on duty in the request's programme, fit or not."""
    return of(db, request, volunteers.on_duty(db, request.programme, now), now)


def of(
    db: Transaction, request: Request, people: Sequence[Volunteer], now: datetime
) -> Sequence[Candidate]:
    """These volunteers, as candidates for this request."""
    never = never_again.among(db, request.receiver, [v.person for v in people])
    loads = loads_of(db, people, now)
    asked = {
        offer.volunteer
        for offer in offers.about(db, request.id)
        if offer.put_at >= request.waiting_since
    }
    return [
        Candidate(
            volunteer=volunteer,
            load=loads[volunteer.person],
            asked_before=volunteer.person in asked,
            never=volunteer.person in never,
        )
        for volunteer in people
    ]


def loads_of(db: Transaction, people: Sequence[Volunteer], now: datetime) -> dict[PersonId, Load]:
    """What each of them has carried lately."""
    recent = contacts.of_since(db, [volunteer.person for volunteer in people], now - WEEK)
    busy = offers.busy(db)
    waiting = requests.receivers_waiting(db)
    midnights = {v.zone: day_began(v.zone, now) for v in people}
    asks = {zone: offers.asks_since(db, start) for zone, start in midnights.items()}
    loads = {}
    for volunteer in people:
        had = recent[volunteer.person]
        given = [c for c in had if c.volunteer == volunteer.person]
        loads[volunteer.person] = Load(
            contacts_today=sum(c.began_at >= midnights[volunteer.zone] for c in given),
            contact_minutes_this_week=sum(_minutes(c, now) for c in given),
            asks_today=asks[volunteer.zone].get(volunteer.person, 0),
            in_contact=volunteer.person in waiting
            or any(c.status == ContactStatus.OPEN for c in had),
            being_asked=volunteer.person in busy,
        )
    return loads


def _minutes(contact: Contact, now: datetime) -> int:
    began = max(contact.began_at, now - WEEK)
    # While it goes on, the whole planned time counts: it will be carried.
    ended = contact.ended_at or max(contact.ends_at, now)
    return max(0, int((ended - began) / timedelta(minutes=1)))

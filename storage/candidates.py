"""Who might be asked about a request, with everything the hard rules need to know of them."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.appointment import Appointment
from bot.domain.contact import Contact
from bot.domain.fitness import WEEK, Candidate, Load, day_began
from bot.domain.ids import PersonId
from bot.domain.lifecycle import ContactStatus, OfferStatus, VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.request import Request
from storage import (
    appointment_offers,
    appointments,
    contacts,
    never_again,
    offers,
    requests,
    volunteers,
)
from storage.database import Transaction

PAGE = 200  # volunteers looked at at a time


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
    ids = [volunteer.person for volunteer in people]
    recent = contacts.of_since(db, ids, now - WEEK)
    agreed = appointments.agreed_around(db, ids, now, now + WEEK)
    busy = offers.busy(db)
    waiting = requests.receivers_waiting(db)
    midnights = {v.zone: day_began(v.zone, now) for v in people}
    asks = {zone: _asks_since(db, start) for zone, start in midnights.items()}
    loads = {}
    for volunteer in people:
        had = recent[volunteer.person]
        given = [c for c in had if c.volunteer == volunteer.person]
        to_give = [a for a in agreed[volunteer.person] if a.volunteer == volunteer.person]
        to_come = [a.begins_at for a in agreed[volunteer.person] if a.ends_at > now]
        loads[volunteer.person] = Load(
            contacts_today=sum(c.began_at >= midnights[volunteer.zone] for c in given)
            + sum(_same_day(a.begins_at, now, volunteer) for a in to_give),
            contact_minutes_this_week=sum(_minutes(c, now) for c in given)
            + sum(a.minutes for a in to_give),
            asks_today=asks[volunteer.zone].get(volunteer.person, 0),
            in_contact=volunteer.person in waiting
            or any(c.status == ContactStatus.OPEN for c in had),
            being_asked=volunteer.person in busy,
            appointment_at=min(to_come, default=None),
        )
    return loads


def for_appointment(
    db: Transaction, appointment: Appointment, gap: timedelta, now: datetime
) -> Iterator[Sequence[Candidate]]:
    """Every active volunteer of its programme as of that time, page by page.

    Whoever is wished for comes first, then the longest rested: mostly the first page is enough, and
    thousands need not be looked at.
    """
    wished = volunteers.get(db, appointment.wished_for) if appointment.wished_for else None
    if wished and wished.status is VolunteerStatus.ACTIVE:
        yield of_appointment(db, appointment, [wished], gap, now)
    for behind in itertools.count(step=PAGE):
        page = volunteers.longest_rested(db, appointment.programme, behind=behind, most=PAGE)
        others = [v for v in page if wished is None or v.person != wished.person]
        yield of_appointment(db, appointment, others, gap, now)
        if len(page) < PAGE:
            return


def of_appointment(
    db: Transaction,
    appointment: Appointment,
    people: Sequence[Volunteer],
    gap: timedelta,
    now: datetime,
    also: Sequence[Appointment] = (),
) -> Sequence[Candidate]:
    """These volunteers, as of the time of this appointment. `gap`: what lies between two contacts.

    `also`: what is being agreed to in the same moment, and stands nowhere yet.
    """
    ids, at = [v.person for v in people], appointment.begins_at
    never = never_again.among(db, appointment.receiver, ids)
    asked = {
        offer.volunteer
        for offer in appointment_offers.about(db, appointment.id)
        if offer.put_at >= appointment.sought_since or offer.status is OfferStatus.ACCEPTED
    }
    busy = appointment_offers.busy(db)
    recent = contacts.of_since(db, ids, min(now, at) - WEEK)
    agreed = appointments.agreed_around(db, ids, at - WEEK, at + WEEK)
    midnights = {v.zone: day_began(v.zone, now) for v in people}
    asks = {zone: _asks_since(db, start) for zone, start in midnights.items()}
    found = []
    for one in people:
        given = [c for c in recent[one.person] if c.volunteer == one.person]
        near = [a for a in also if one.person in a.people and abs(a.begins_at - at) < WEEK]
        others = [a for a in (*agreed[one.person], *near) if a.id != appointment.id]
        to_give = [a for a in others if a.volunteer == one.person]
        ongoing = [c for c in recent[one.person] if c.status is ContactStatus.OPEN]
        load = Load(
            contacts_today=sum(_same_day(c.began_at, at, one) for c in given)
            + sum(_same_day(a.begins_at, at, one) for a in to_give),
            # Every window of seven days that this one falls in: rather too few than too many.
            contact_minutes_this_week=sum(_minutes(c, at) for c in given)
            + sum(a.minutes for a in to_give),
            asks_today=asks[one.zone].get(one.person, 0),
            being_asked=one.person in busy,
            booked=any(a.meets(at, appointment.ends_at, gap) for a in others)
            or any(c.ends_at + gap > at for c in ongoing),
        )
        found.append(
            Candidate(
                volunteer=one,
                load=load,
                asked_before=one.person in asked,
                never=one.person in never,
            )
        )
    return found


def _asks_since(db: Transaction, since: datetime) -> dict[PersonId, int]:
    asked = offers.asks_since(db, since)
    for person, count in appointment_offers.asks_since(db, since).items():
        asked[person] = asked.get(person, 0) + count
    return asked


def _same_day(moment: datetime, other: datetime, volunteer: Volunteer) -> bool:
    zone = ZoneInfo(volunteer.zone)
    return moment.astimezone(zone).date() == other.astimezone(zone).date()


def _minutes(contact: Contact, now: datetime) -> int:
    began = max(contact.began_at, now - WEEK)
    # While it goes on, the whole planned time counts: it will be carried.
    ended = contact.ended_at or max(contact.ends_at, now)
    return max(0, int((ended - began) / timedelta(minutes=1)))

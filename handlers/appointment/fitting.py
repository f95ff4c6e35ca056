"""Whether people could have a time, as far as is known now: a receiver, or the two of an appointment."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import asking_ahead, booking
from bot.domain.appointment import Appointment
from bot.domain.ids import PersonId
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from storage import appointments, candidates, people, volunteers
from storage.database import Transaction


def can_have(
    person: Person, begins: datetime, minutes: int, programme: Programme, db: Transaction,
    now: datetime,
) -> None:  # fmt: skip
    """Whether this receiver can have that time. Raises the Refusal that says why not."""
    mine = appointments.of_person(db, person.id)
    booking.check_time(begins, minutes, mine, programme, now)
    zone = ZoneInfo(person.zone)
    day = begins.astimezone(zone).date()
    that_day = [a for a in mine if a.begins_at.astimezone(zone).date() == day]
    most = programme.limits.receiver_contacts_a_day
    if len([a for a in that_day if a.receiver == person.id]) >= most:
        raise Refusal("book-day-full", most=most, day=begins)


def receiver_is_free(one: Appointment, programme: Programme, db: Transaction) -> bool:
    """Whether its receiver has nothing else about then, and no more that day than there may be."""
    gap = timedelta(minutes=programme.limits.gap_minutes)
    others = [a for a in appointments.of_person(db, one.receiver) if a.id != one.id]
    if any(a.meets(one.begins_at, one.ends_at, gap) for a in others):
        return False
    person = people.get(db, one.receiver)
    zone = ZoneInfo(person.zone if person else programme.time_zone)
    day = one.begins_at.astimezone(zone).date()
    received = [a for a in others if a.receiver == one.receiver]
    that_day = sum(a.begins_at.astimezone(zone).date() == day for a in received)
    return that_day < programme.limits.receiver_contacts_a_day


def in_the_way(
    appointment: Appointment, to: datetime, programme: Programme, db: Transaction, now: datetime
) -> PersonId | None:
    """Whose other appointments or limits leave that time not free; the receiver is looked at first."""
    at_that = replace(appointment, begins_at=to)
    if not receiver_is_free(at_that, programme, db):
        return appointment.receiver
    if appointment.volunteer is None:
        return None
    giver = volunteers.get(db, appointment.volunteer)
    if giver is None:
        return appointment.volunteer
    gap = timedelta(minutes=programme.limits.gap_minutes)
    (candidate,) = candidates.of_appointment(db, at_that, [giver], gap, now)
    can = asking_ahead.can_come(candidate, at_that, programme)
    return None if can else appointment.volunteer

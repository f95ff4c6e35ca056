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
from storage import appointments, candidates, volunteers
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


def in_the_way(
    appointment: Appointment, to: datetime, programme: Programme, db: Transaction, now: datetime
) -> PersonId | None:
    """Whose other appointments or limits leave that time not free; the receiver is looked at first."""
    gap = timedelta(minutes=programme.limits.gap_minutes)
    at_that = replace(appointment, begins_at=to)
    others = [a for a in appointments.of_person(db, appointment.receiver) if a.id != appointment.id]
    if any(a.meets(to, at_that.ends_at, gap) for a in others):
        return appointment.receiver
    if appointment.volunteer is None:
        return None
    giver = volunteers.get(db, appointment.volunteer)
    if giver is None:
        return appointment.volunteer
    (candidate,) = candidates.of_appointment(db, at_that, [giver], gap, now)
    can = asking_ahead.can_come(candidate, at_that, programme)
    return None if can else appointment.volunteer

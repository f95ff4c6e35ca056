"""Appointments of somebody who cannot come: taken back by themselves, or because they are gone."""

from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain import cancelling
from bot.domain.appointment import Appointment
from bot.domain.decision import Decision
from bot.domain.ids import PersonId
from handlers.appointment import seeking
from handlers.appointment.calendar_files import with_calendar_files
from storage import appointment_offers, appointments
from storage.database import Transaction


def take_back(
    appointment: Appointment, person: PersonId, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """One side takes it back: a receiver's is over, a volunteer's is put to others at once."""
    if person == appointment.receiver:
        pending = appointment_offers.pending(db, appointment.id)
        over = cancelling.cancel(appointment, "receiver", pending)
        return with_calendar_files(over, db, now)
    programme = desk.programme(appointment.programme)
    return with_calendar_files(cancelling.volunteer_cannot(appointment, programme, now), db, now)


def all_given_by(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """A volunteer gives no more: what they agreed to is put to others, what they are asked lapses."""
    given = Decision()
    for appointment in appointments.given_by(db, person):
        given += take_back(appointment, person, desk, db, now)
    if offer := appointment_offers.pending_for(db, person):
        given += seeking.lapse_now(offer, db, now)
    return given


def all_of(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Somebody is gone altogether."""
    gone = all_given_by(person, desk, db, now)
    for appointment in appointments.received_by(db, person):
        gone += take_back(appointment, person, desk, db, now)
    return gone

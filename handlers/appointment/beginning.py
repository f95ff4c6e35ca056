"""The time of an appointment has come."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import attending, booking, waiting
from bot.domain.appointment import Appointment
from bot.domain.decision import NOTHING, Decision
from bot.domain.ids import ContactId, RequestId
from bot.domain.lifecycle import AppointmentStatus
from bot.messages import TimeCame
from handlers import looking
from handlers.appointment.reaching import shown_for
from storage import appointments, contacts, offers, requests, volunteers
from storage.database import Transaction

router = Router()


@router.timer(booking.BEGINS)
def begins(rings: Happening, db: Transaction) -> Decision:
    """The contact opens by itself, unless one of the two is in touch with somebody else."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None or appointment.status is not AppointmentStatus.CONFIRMED:
        return NOTHING
    if appointment.begins_at > rings.now:  # moved since
        return NOTHING
    if appointment.ends_at <= rings.now:
        return attending.slept_through(appointment)
    busy = frozenset(p for p in appointment.people if contacts.open_of(db, p))
    if busy:
        return attending.hindered(appointment, busy)
    assert appointment.volunteer is not None
    giver = volunteers.get(db, appointment.volunteer)
    begun = attending.begin(
        appointment,
        rings.desk.programme(appointment.programme),
        RequestId(db.new_id()),
        ContactId(db.new_id()),
        rings.now,
        known_as=giver.name if giver else "",
    )
    return _nothing_else(appointment, rings, db) + begun + shown_for(begun, db)


def _nothing_else(appointment: Appointment, rings: Happening, db: Transaction) -> Decision:
    """Whoever is to be there waits for nobody else, and is asked by nobody."""
    over = Decision()
    for person in appointment.people:
        if request := requests.waiting_by(db, person):
            withdrawn = waiting.withdraw(request, offers.pending(db, request.id))
            over += attending.withdrawn_quietly(request, withdrawn)
        if offer := offers.pending_for(db, person):
            over += looking.lapse_now(offer, rings.desk, db, rings.now)
    return over

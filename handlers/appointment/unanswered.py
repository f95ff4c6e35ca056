"""Another time was asked about, and nobody has answered: whoever asked hears where it stands."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import booking, moving
from bot.domain.decision import NOTHING, Decision
from bot.messages import TimeCame
from handlers.appointment.reminders import free_at
from storage import appointments, questions
from storage.database import Transaction

router = Router()


@router.timer(booking.MOVE_UNANSWERED)
def unanswered(rings: Happening, db: Transaction) -> Decision:
    """The question stays open; the one who waits for it is told."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None or not appointment.to_come or appointment.begins_at <= rings.now:
        return NOTHING
    told = NOTHING
    for asked in appointment.people:
        if question := questions.still_open(db, asked, "move-suggested", appointment.id):
            to, _ = moving.proposed_in(question.kept)
            told += Decision(effects=(moving.told_coordinators(appointment, "no-answer", to),))
        if question := questions.still_open(db, asked, "move-ask", appointment.id):
            to, suggested = moving.proposed_in(question.kept)
            (other,) = (person for person in appointment.people if person != asked)
            awake_at = free_at(appointment, appointment.side_of(other), rings.desk, db, rings.now)
            if rings.now < awake_at < appointment.begins_at:
                return moving.wait_until_awake(appointment, awake_at)
            told += moving.unanswered(appointment, other, to)
            if suggested:
                told += Decision(effects=(moving.told_coordinators(appointment, "no-answer", to),))
    return told

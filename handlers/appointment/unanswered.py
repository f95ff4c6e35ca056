"""Another time was asked about, and nobody has answered: whoever asked hears where it stands."""

from datetime import datetime

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import booking, moving
from bot.domain.decision import NOTHING, Decision
from bot.domain.ids import PersonId
from bot.domain.reminding import Side
from bot.messages import TimeCame
from handlers.appointment.reminders import free_at
from storage import appointments, questions
from storage.database import Transaction
from storage.questions import Question

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
        if question := _open(db, asked, "move-suggested", appointment.id):
            to = datetime.fromisoformat(question.kept)
            told += Decision(effects=(moving.told_coordinators(appointment, "no-answer", to),))
        if question := _open(db, asked, "move-ask", appointment.id):
            moment, _, by = question.kept.partition(" ")
            to = datetime.fromisoformat(moment)
            (other,) = (person for person in appointment.people if person != asked)
            side: Side = "receiver" if other == appointment.receiver else "volunteer"
            awake_at = free_at(appointment, side, rings.desk, db, rings.now)
            if rings.now < awake_at < appointment.begins_at:
                return moving.wait_until_awake(appointment, awake_at)
            told += moving.unanswered(appointment, other, to)
            if by == moving.SUGGESTED:
                told += Decision(effects=(moving.told_coordinators(appointment, "no-answer", to),))
    return told


def _open(db: Transaction, asked: PersonId, text: str, about: str) -> Question | None:
    question = questions.find(db, asked, text, about)
    return question if question and not question.closed else None

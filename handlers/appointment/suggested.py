"""What a receiver answers to another time that a coordinator suggested for their appointment."""

from datetime import datetime

from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import booking, moving
from bot.domain.appointment import Appointment
from bot.domain.decision import CloseQuestions, Decision
from bot.domain.refusal import Refusal
from handlers.appointment import fitting
from handlers.appointment.giving_back import seek_elsewhen
from handlers.appointment.reminders import own
from storage.database import Transaction

router = Router()


@router.press("move-suggested", "accept")
def agreed(turn: Turn, db: Transaction) -> Decision:
    """It suits them: the volunteer is asked as if they had wished for it; without one, others are."""
    appointment, to = _asked(turn, db)
    programme = turn.desk.programme(appointment.programme)
    booking.check_time(to, appointment.minutes, (), programme, turn.now)
    if fitting.in_the_way(appointment, to, programme, db, turn.now):
        told = Decision(effects=(moving.told_coordinators(appointment, "not-possible", to),))
        return told + _stays(appointment, mine=False)
    told = Decision(effects=(moving.told_coordinators(appointment, "receiver-yes", to),))
    if appointment.volunteer is None:
        return told + seek_elsewhen(appointment, to, turn.desk, db, turn.now)
    asked = moving.propose(appointment, turn.person.id, to, turn.now, suggested=True)
    return told + asked


@router.press("move-suggested", "decline")
def rather_not(turn: Turn, db: Transaction) -> Decision:
    """It stays as it was; the volunteer never hears of it."""
    appointment, to = _asked(turn, db)
    told = Decision(effects=(moving.told_coordinators(appointment, "no", to),))
    return told + _stays(appointment, mine=True)


def _asked(turn: Turn, db: Transaction) -> tuple[Appointment, datetime]:
    appointment = own(turn, db)
    assert turn.question is not None
    if turn.person.id != appointment.receiver:
        raise Refusal("too-late")
    return appointment, datetime.fromisoformat(turn.question.kept)


def _stays(appointment: Appointment, *, mine: bool) -> Decision:
    stays = moving.kept_for(appointment, appointment.receiver, mine=mine)
    return Decision(effects=(CloseQuestions(appointment.id), stays))

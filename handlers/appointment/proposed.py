"""What receivers answer to a time that a coordinator proposed, and what becomes of it without an answer."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import proposing
from bot.domain.appointment import Appointment
from bot.domain.decision import NOTHING, Decision
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.refusal import Refusal
from bot.messages import TimeCame, Undelivered
from handlers.appointment import fitting, seeking
from handlers.overtaken import overtaken
from handlers.receiver import booking
from storage import appointments, contacts
from storage.database import Transaction

router = Router()


@router.timer(proposing.PUT)
def put(rings: Happening, db: Transaction) -> Decision:
    """Their night is over: they are asked, unless they are in touch with somebody."""
    assert isinstance(rings.event, TimeCame)
    appointment = _open(db, rings.event.about)
    if appointment is None:
        return NOTHING
    if late := overtaken(rings, db, proposing.LAPSES, appointment.programme):
        return late
    if contacts.open_of(db, appointment.receiver):
        return proposing.later(appointment, rings.now)
    return proposing.ask(appointment, rings.desk.programme(appointment.programme))


@router.timer(proposing.LAPSES)
def lapses(rings: Happening, db: Transaction) -> Decision:
    """They did not answer in time."""
    assert isinstance(rings.event, TimeCame)
    appointment = _open(db, rings.event.about)
    return proposing.lapse(appointment) if appointment else NOTHING


@router.undelivered("propose-ask")
def not_delivered(came_back: Happening, db: Transaction) -> Decision:
    """It did not reach them; coordinators hear so."""
    assert isinstance(came_back.event, Undelivered)
    appointment = _open(db, came_back.event.about)
    return proposing.over(appointment, "undelivered") if appointment else NOTHING


@router.press("propose-ask", "confirm-yes")
def yes(turn: Turn, db: Transaction) -> Decision:
    """It suits them: now volunteers are asked, if they can still have that time."""
    proposed = _asked(turn, db)
    if contacts.open_of(db, turn.person.id):
        raise Refusal("book-in-contact")
    programme = turn.desk.programme(proposed.programme)
    fitting.can_have(turn.person, proposed.begins_at, proposed.minutes, programme, db, turn.now)
    sought, told = proposing.agreed(proposed, turn.now)
    return told + seeking.open_appointment(sought, turn.desk, db, turn.now)


@router.press("propose-ask", "another-time")
def another(turn: Turn, db: Transaction) -> Decision:
    """Rather at another time: they are asked when, and book it themselves."""
    proposed = _asked(turn, db)
    return proposing.over(proposed, "another") + booking.another_time(turn, db)


@router.press("propose-ask", "no-thanks")
def no(turn: Turn, db: Transaction) -> Decision:
    """Rather not, which is always right."""
    return proposing.over(_asked(turn, db), "no") + turn.answer("propose-declined-thanks")


def _asked(turn: Turn, db: Transaction) -> Appointment:
    assert turn.question is not None
    appointment = _open(db, turn.question.about)
    if appointment is None or appointment.receiver != turn.person.id:
        raise Refusal("too-late")
    return appointment


def _open(db: Transaction, id: str) -> Appointment | None:
    appointment = appointments.get(db, id)
    proposed = appointment is not None and appointment.status is AppointmentStatus.PROPOSED
    return appointment if proposed else None

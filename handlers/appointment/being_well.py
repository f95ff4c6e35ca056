"""Two people meet in person: each is asked whether they are well, and whether they are home."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import attending, reaching, safety
from bot.domain.appointment import Appointment, SafetyCheck
from bot.domain.decision import NOTHING, Decision
from bot.domain.ids import AppointmentId
from bot.domain.lifecycle import AppointmentStatus, ContactStatus, SafetyStep
from bot.domain.refusal import Refusal
from bot.messages import TimeCame
from handlers import always
from handlers.contact.ending import end_for
from storage import appointments, contact_ways, contacts, safety_checks
from storage.database import Transaction

router = Router()


@router.timer(safety.KINDS["receiver"])
@router.timer(safety.KINDS["volunteer"])
def ask(rings: Happening, db: Transaction) -> Decision:
    """It is time to ask, to ask again, or to tell a coordinator."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None:
        return NOTHING
    side = next(side for side, kind in safety.KINDS.items() if kind == rings.event.kind)
    for check in safety_checks.of(db, appointment.id).values():
        if appointment.side_of(check.person) == side:
            return safety.ask(appointment, check, _place(appointment, db), rings.now)
    return NOTHING


@router.press("safety-met-ask", "all-well")
def all_well(turn: Turn, db: Transaction) -> Decision:
    """They have met, and it is well."""
    return safety.met(*_own(turn, db), turn.now)


@router.press("safety-home-ask", "home-safe")
def home_safe(turn: Turn, db: Transaction) -> Decision:
    """They are home."""
    return safety.home(*_own(turn, db))


@router.press("safety-met-ask", "need-help")
@router.press("safety-home-ask", "need-help")
def need_help(turn: Turn, db: Transaction) -> Decision:
    """A coordinator is told at once, and the doors that are open in danger are shown."""
    appointment, check = _own(turn, db)
    told = safety.alarm(appointment, check, "help", _place(appointment, db))
    return always.crisis(turn, db) + told


@router.press("safety-met-ask", "not-met")
def not_met(turn: Turn, db: Transaction) -> Decision:
    """The other did not come, or they did not find each other. Nobody is blamed."""
    appointment, check = _own(turn, db)
    ended = safety.done(appointment, check)
    for other in safety_checks.of(db, appointment.id).values():
        if other.person != check.person and other.step is SafetyStep.MET:
            ended += safety.done(appointment, other)
    contact = contacts.get(db, appointment.contact) if appointment.contact else None
    if contact is not None and contact.status is ContactStatus.OPEN:
        ended += end_for(contact, contact.ended_from(turn.person.id), turn.desk, db, turn.now)
    if appointment.status is AppointmentStatus.BEGUN:
        ended += attending.did_not_meet(appointment)
    return ended


@router.press("reached-ask", "we-talk")
def we_talk(turn: Turn, db: Transaction) -> Decision:
    """They have found each other, so neither is asked any more."""
    contact = contacts.open_of(db, turn.person.id)
    if contact is None:
        raise Refusal("too-late")
    return reaching.reached(contact) + turn.answer("reached-thanks")


def _own(turn: Turn, db: Transaction) -> tuple[Appointment, SafetyCheck]:
    assert turn.question is not None
    appointment = appointments.get(db, AppointmentId(turn.question.about))
    check = safety_checks.of(db, AppointmentId(turn.question.about)).get(turn.person.id)
    if appointment is None or check is None:
        raise Refusal("too-late")
    return appointment, check


def _place(appointment: Appointment, db: Transaction) -> str:
    return next(iter(contact_ways.of(db, appointment.id).values()), "")

"""Looking for a volunteer for an appointment, and what those who are asked answer."""

from datetime import datetime, timedelta

from bot.conversation import access
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import asking_ahead, booking
from bot.domain.appointment import Appointment, AppointmentOffer, Part
from bot.domain.decision import NOTHING, Decision
from bot.domain.fitness import Candidate
from bot.domain.ids import OfferId, PersonId
from bot.domain.lifecycle import AppointmentStatus, OfferStatus
from bot.domain.recurring import Recurring
from bot.domain.refusal import Refusal
from bot.messages import TimeCame, Undelivered
from handlers.appointment import reminders, sharing
from handlers.appointment.calendar_files import with_calendar_files, with_series_files
from handlers.appointment.reaching import asked_for_saved
from handlers.overtaken import overtaken
from storage import appointment_offers, appointments, candidates
from storage.database import Transaction

router = Router()


def open_appointment(
    appointment: Appointment, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """Somebody booked: tell them that we look, and ask the first volunteers."""
    programme = desk.programme(appointment.programme)
    begun = booking.seek(appointment, programme, now)
    return Decision(effects=begun.effects) + ask_next(appointment, desk, db, now)


def ask_first(
    leads: Appointment, run: Recurring, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """The first date of a new series, which stands nowhere yet."""
    return _ask(leads, frozenset(), desk, db, now, run)


def ask_next(appointment: Appointment, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Ask the next ones; whoever goes before this one and asks nobody now is served first."""
    decision, taken = Decision(), frozenset[PersonId]()
    for earlier in _before(appointment, db):
        asked = _ask(earlier, taken, desk, db, now)
        if chosen := _chosen(asked):
            decision, taken = decision + asked, taken | chosen
    return decision + _ask(appointment, taken, desk, db, now)


def _before(appointment: Appointment, db: Transaction) -> list[Appointment]:
    order = appointments.sought(db, appointment.programme)
    ahead = []
    for one in order:
        if one.id == appointment.id:
            break
        if (one.front or not appointment.front) and not appointment_offers.pending(db, one.id):
            ahead.append(one)
    return ahead


def _ask(
    appointment: Appointment,
    taken: frozenset[PersonId],
    desk: Desk,
    db: Transaction,
    now: datetime,
    run: Recurring | None = None,
) -> Decision:
    programme = desk.programme(appointment.programme)
    fresh = [OfferId(db.new_id()) for _ in range(programme.routing.wave_size)]
    gap = timedelta(minutes=programme.limits.gap_minutes)
    found: list[Candidate] = []
    for page in candidates.for_appointment(db, appointment, gap, now):
        found += [one for one in page if one.volunteer.person not in taken]
        if asking_ahead.are_enough(appointment, found, programme, now):
            break
    if appointment.part is not Part.LEADS:
        return asking_ahead.ask(appointment, found, programme, fresh, now)
    run = run or sharing.led_by(appointment, db)
    able = sharing.able(run, appointment, found, programme, db, now)
    told = {**run.told(), **sharing.told_of_dates(run, appointment, db, now)}
    return asking_ahead.ask(appointment, able, programme, fresh, now, told)


def _chosen(asked: Decision) -> frozenset[PersonId]:
    return frozenset(t.volunteer for t in asked.save if isinstance(t, AppointmentOffer))


@router.timer(asking_ahead.ASK_ON)
def ask_on(rings: Happening, db: Transaction) -> Decision:
    """Some more are asked; those asked before may still say yes."""
    appointment = _about(rings, db)
    if appointment is None or appointment.status is not AppointmentStatus.SOUGHT:
        return NOTHING
    if late := overtaken(rings, db, booking.LIMIT, appointment.programme):
        return late
    return ask_next(appointment, rings.desk, db, rings.now)


@router.timer(booking.ALARM)
def alarm(rings: Happening, db: Transaction) -> Decision:
    """Coordinators hear that nobody has said yes yet."""
    appointment = _about(rings, db)
    if appointment is None:
        return NOTHING
    if late := overtaken(rings, db, booking.LIMIT, appointment.programme):
        return late
    return booking.alarm(appointment, len(appointment_offers.about(db, appointment.id)))


@router.timer(booking.LIMIT)
def limit(rings: Happening, db: Transaction) -> Decision:
    """Nobody could: the receiver is told."""
    appointment = _about(rings, db)
    if appointment is None:
        return NOTHING
    over = booking.give_up(appointment, appointment_offers.pending(db, appointment.id))
    if over == NOTHING or appointment.part is not Part.LEADS:
        return over
    return over + sharing.without_a_leader(appointment, rings.desk, db, rings.now)


@router.timer(asking_ahead.OFFER_LAPSES)
def offer_lapses(rings: Happening, db: Transaction) -> Decision:
    """Somebody did not answer in time."""
    assert isinstance(rings.event, TimeCame)
    offer = appointment_offers.get(db, rings.event.about)
    return lapse_now(offer, db, rings.now) if offer else NOTHING


@router.undelivered("appointment-offer")
def offer_came_back(came_back: Happening, db: Transaction) -> Decision:
    """Somebody could not be asked: ask the next at once."""
    assert isinstance(came_back.event, Undelivered)
    offer = appointment_offers.get(db, came_back.event.about)
    return lapse_now(offer, db, came_back.now) if offer else NOTHING


def lapse_now(offer: AppointmentOffer, db: Transaction, now: datetime) -> Decision:
    """This one cannot answer any more."""
    appointment = appointments.get(db, offer.appointment)
    if appointment is None:
        return NOTHING
    pending = appointment_offers.pending(db, appointment.id)
    return asking_ahead.lapse(offer, appointment, pending, now)


@router.press("appointment-offer", "accept", late=True)
def accept(turn: Turn, db: Transaction) -> Decision:
    """Yes: the first one settles it for both."""
    offer, appointment = _asked(turn, db)
    pending = appointment_offers.pending(db, appointment.id)
    sought = appointment.status is AppointmentStatus.SOUGHT
    if offer.status is OfferStatus.PENDING and sought and _against(appointment, turn, db):
        over = asking_ahead.lapse(offer, appointment, pending, turn.now)
        return over + turn.answer("appointment-offer-over")
    accepted = booking.accept(offer, appointment, pending, turn.now)
    if offer.status is OfferStatus.PENDING and appointment.part is Part.LEADS:
        shared = sharing.share_out(accepted, turn.desk, db, turn.now)
        accepted = with_series_files(shared, db, turn.now)
    planned = reminders.planned_for_saved(accepted, db, turn.now)
    planned += asked_for_saved(accepted, db)
    return with_calendar_files(accepted, db, turn.now) + planned


@router.press("appointment-offer", "decline", late=True)
def decline(turn: Turn, db: Transaction) -> Decision:
    """No, which is always right."""
    offer, appointment = _asked(turn, db)
    pending = appointment_offers.pending(db, appointment.id)
    return asking_ahead.decline(offer, appointment, pending, turn.now)


def _asked(turn: Turn, db: Transaction) -> tuple[AppointmentOffer, Appointment]:
    assert turn.question is not None
    offer = appointment_offers.put_to(db, turn.question.about, turn.person.id)
    appointment = appointments.get(db, offer.appointment)
    if appointment is None:
        raise Refusal("too-late")
    return offer, appointment


def _against(appointment: Appointment, turn: Turn, db: Transaction) -> bool:
    """Whether something has come up since they were asked that protects one of the two."""
    me = access.volunteer(turn, db)
    programme = turn.desk.programme(appointment.programme)
    gap = timedelta(minutes=programme.limits.gap_minutes)
    (candidate,) = candidates.of_appointment(db, appointment, [me], gap, turn.now)
    return not asking_ahead.can_come(candidate, appointment, programme)


def _about(rings: Happening, db: Transaction) -> Appointment | None:
    assert isinstance(rings.event, TimeCame)
    return appointments.get(db, rings.event.about)

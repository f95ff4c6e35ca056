"""Which volunteers are asked for a time, and what they answer. What follows is in `booking`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import fitness
from bot.domain.appointment import Appointment, AppointmentOffer, Part
from bot.domain.decision import NOTHING, Amend, Decision, Note, StartTimer, StopTimer, Tell
from bot.domain.fitness import Candidate, Unfit
from bot.domain.ids import OfferId
from bot.domain.lifecycle import AppointmentStatus, OfferStatus
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.refusal import Arg

ASK_ON = "appointment-ask"
OFFER_LAPSES = "appointment-offer-lapses"

# Only for asking somebody; what else can have come up since protects one of the two.
PAST_ASKING = frozenset({Unfit.BEING_ASKED, Unfit.ASKED_BEFORE, Unfit.ASK_CAP, Unfit.TOPIC})

ALONE: Mapping[str, Arg] = {
    "times": 1,
    "rhythm": "",
    "dates": "",
    "more": 0,
}  # what is said of no series

FEW = 5
SHORTEST_WAVE = timedelta(minutes=5)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def limit_of(appointment: Appointment, programme: Programme) -> datetime:
    """By then somebody has said yes, or the receiver is told."""
    return appointment.begins_at - timedelta(minutes=programme.booking.decide_minutes)


def reasons(
    candidate: Candidate, appointment: Appointment, programme: Programme, *, widened: bool
) -> tuple[Unfit, ...]:
    """Every reason not to ask this volunteer for that time; being on duty now is none of them."""
    volunteer = candidate.volunteer
    found = fitness.reasons(
        candidate, appointment, programme, appointment.begins_at,
        widened=widened, minutes=appointment.minutes,
    )  # fmt: skip
    last = appointment.ends_at - timedelta(minutes=1)
    quiet = fitness.is_quiet(volunteer, programme, last) and Unfit.QUIET not in found
    return (
        *(reason for reason in found if reason is not Unfit.OFF_DUTY),
        *((Unfit.QUIET,) if quiet else ()),
    )


def can_come(candidate: Candidate, appointment: Appointment, programme: Programme) -> bool:
    """Whether nothing that protects one of the two is in the way, asked or not."""
    return not set(reasons(candidate, appointment, programme, widened=True)) - PAST_ASKING


def choose(
    appointment: Appointment, candidates: Sequence[Candidate], programme: Programme, now: datetime
) -> tuple[Volunteer, ...]:
    """Whom to ask next: the wished-for one first and alone, then the longest-rested that fit.

    Nobody is asked in their quiet hours, however well the appointment itself would suit them.
    """
    awake = [c for c in candidates if not fitness.is_quiet(c.volunteer, programme, now)]
    widened = appointment.wave >= programme.routing.widen_after_waves
    fit = _fitting(appointment, awake, programme, widened=widened)
    if not fit and not widened:
        fit = _fitting(appointment, awake, programme, widened=True)
    if not appointment.wave and appointment.wished_for:
        wished = tuple(v for v in fit if v.person == appointment.wished_for)
        if wished:
            return wished
    ordered = sorted(fit, key=lambda v: (v.last_contact_at or _LONG_AGO, v.person))
    return tuple(ordered[: programme.routing.wave_size])


def are_enough(
    appointment: Appointment, candidates: Sequence[Candidate], programme: Programme, now: datetime
) -> bool:
    """Whether nobody else need be looked at: as many fit as are asked, the longest rested first.

    For a series a few more are looked at, since not everybody can come back so often.
    """
    wanted = programme.routing.wave_size * (FEW if appointment.part is Part.LEADS else 1)
    awake = [c for c in candidates if not fitness.is_quiet(c.volunteer, programme, now)]
    widened = appointment.wave >= programme.routing.widen_after_waves
    return len(_fitting(appointment, awake, programme, widened=widened)) >= wanted


def _fitting(
    appointment: Appointment,
    candidates: Sequence[Candidate],
    programme: Programme,
    *,
    widened: bool,
) -> list[Volunteer]:
    return [c.volunteer for c in candidates
            if not reasons(c, appointment, programme, widened=widened)]  # fmt: skip


def ask(
    appointment: Appointment,
    candidates: Sequence[Candidate],
    programme: Programme,
    offer_ids: Sequence[OfferId],
    now: datetime,
    more: Mapping[str, Arg] = ALONE,
) -> Decision:
    """Ask the next wave. With nobody to ask, look again later; the limit keeps its word.

    `more`: what the question says of the series that the appointment is the first of.
    """
    chosen = choose(appointment, candidates, programme, now)
    pause = timedelta(minutes=programme.booking.wave_minutes)
    left = limit_of(appointment, programme) - now
    again = now + max(SHORTEST_WAVE, min(pause, left / 4))
    asked = Decision(
        save=(replace(appointment, wave=appointment.wave + 1) if chosen else appointment,),
        effects=(StartTimer(ASK_ON, appointment.id, again),),
    )
    for id, volunteer in zip(offer_ids, chosen, strict=False):
        asked += _offer(appointment, volunteer, programme, id, now, more)
    return asked


def _offer(
    appointment: Appointment, volunteer: Volunteer, programme: Programme, id: OfferId,
    now: datetime, more: Mapping[str, Arg],
) -> Decision:  # fmt: skip
    until = now + timedelta(hours=programme.booking.offer_hours)
    lapses = min(until, limit_of(appointment, programme))
    put = AppointmentOffer(
        id=id,
        appointment=appointment.id,
        volunteer=volunteer.person,
        put_at=now,
        lapses_at=lapses,
    )
    args: dict[str, Arg] = {
        "zoned": appointment.begins_at,
        "minutes": appointment.minutes,
        "form": appointment.form,
        "topics": ",".join(sorted(appointment.topics & volunteer.topics)),
        "language": appointment.language,
        "until_when": lapses,
        "front": appointment.front,
        "same": volunteer.person == appointment.wished_for,
        "last_when": appointment.begins_at,
        **more,
    }
    question = Tell(
        volunteer.person, "appointment-offer", args, choices=("accept", "decline"),
        about=put.id, code=appointment.code, expires=lapses,
    )  # fmt: skip
    noted = Note(
        "appointment-offer-put", appointment.id, appointment.programme,
        {"wave": appointment.wave + 1},
    )  # fmt: skip
    return Decision(
        save=(put,), effects=(question, StartTimer(OFFER_LAPSES, put.id, lapses), noted)
    )


def decline(
    offer: AppointmentOffer,
    appointment: Appointment,
    pending: Sequence[AppointmentOffer],
    now: datetime,
) -> Decision:
    """A no is always right; when all have said it, the next are asked at once."""
    if offer.status is not OfferStatus.PENDING:
        return Decision(effects=(Tell(offer.volunteer, "appointment-offer-over"),))
    gone = _answered(
        offer,
        OfferStatus.DECLINED,
        Amend(offer.volunteer, "appointment-offer", offer.id, "appointment-offer-declined"),
        appointment,
    )
    thanks = Decision(effects=(Tell(offer.volunteer, "offer-declined-thanks"),))
    return gone + thanks + _on_if_nobody_is_left(offer, appointment, pending, now)


def lapse(
    offer: AppointmentOffer,
    appointment: Appointment,
    pending: Sequence[AppointmentOffer],
    now: datetime,
) -> Decision:
    """Somebody did not answer in time, or could not be reached. No blame."""
    if offer.status is not OfferStatus.PENDING:
        return NOTHING
    gone = _answered(
        offer,
        OfferStatus.LAPSED,
        Amend(offer.volunteer, "appointment-offer", offer.id, "appointment-offer-lapsed"),
        appointment,
    )
    return gone + _on_if_nobody_is_left(offer, appointment, pending, now)


def recall(
    offers: Sequence[AppointmentOffer], status: OfferStatus, but: OfferId | None = None
) -> Decision:
    """Take back every open question but one, with thanks."""
    recalled = Decision()
    for offer in offers:
        if offer.id == but or offer.status is not OfferStatus.PENDING:
            continue
        text = "appointment-offer-taken" if status is OfferStatus.SUPERSEDED else (
            "appointment-offer-recalled"
        )  # fmt: skip
        amend = Amend(offer.volunteer, "appointment-offer", offer.id, text)
        recalled += Decision(
            save=(offer.to(status),), effects=(amend, StopTimer(OFFER_LAPSES, offer.id))
        )
    return recalled


def _answered(
    offer: AppointmentOffer, status: OfferStatus, amend: Amend, appointment: Appointment
) -> Decision:
    return Decision(
        save=(offer.to(status),),
        effects=(
            amend,
            StopTimer(OFFER_LAPSES, offer.id),
            Note(f"appointment-offer-{status.value}", appointment.id, appointment.programme),
        ),
    )


def _on_if_nobody_is_left(
    offer: AppointmentOffer,
    appointment: Appointment,
    pending: Sequence[AppointmentOffer],
    now: datetime,
) -> Decision:
    sought = appointment.status is AppointmentStatus.SOUGHT
    if not sought or any(other.id != offer.id for other in pending):
        return NOTHING
    return Decision(effects=(StartTimer(ASK_ON, appointment.id, now),))

"""An appointment is sought, found, or not found; what people are told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import recurring
from bot.domain.appointment import Appointment, AppointmentOffer
from bot.domain.asking_ahead import ASK_ON, OFFER_LAPSES, limit_of, recall
from bot.domain.decision import (
    NOTHING,
    Amend,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.lifecycle import AppointmentStatus, OfferStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Arg, Refusal

ALARM = "appointment-alarm"
LIMIT = "appointment-limit"
BEGINS = "appointment-begins"
MOVE_UNANSWERED = "move-unanswered"
SEEKING_TIMERS = (ASK_ON, ALARM, LIMIT)


def check_time(
    begins: datetime, minutes: int, others: Sequence[Appointment], programme: Programme,
    now: datetime,
) -> None:  # fmt: skip
    """Whether a receiver with these other appointments can have this time. Raises Refusal."""
    rules = programme.booking
    if begins < now:
        raise Refusal("book-past")
    if begins - now < timedelta(minutes=rules.soonest_minutes):
        raise Refusal("book-too-soon", minutes=rules.soonest_minutes)
    if begins - now > timedelta(days=rules.furthest_days):
        raise Refusal("book-too-far", days=rules.furthest_days)
    gap = timedelta(minutes=programme.limits.gap_minutes)
    for other in others:
        if other.meets(begins, begins + timedelta(minutes=minutes), gap):
            raise Refusal("book-at-that-time", when=other.begins_at)
    if recurring.things(others) >= rules.at_once:
        raise Refusal("book-enough", most=rules.at_once)


def seek(appointment: Appointment, programme: Programme, now: datetime) -> Decision:
    """Somebody booked: they hear that volunteers are asked, and by when they hear more."""
    limit = limit_of(appointment, programme)
    return Decision(
        save=(appointment,),
        effects=(
            Tell(
                appointment.receiver,
                "book-seeking",
                {"zoned": appointment.begins_at, "minutes": appointment.minutes, "when": limit},
                about=appointment.id,
                code=appointment.code,
            ),
            *watch(appointment, programme, now),
            Note("appointment-made", appointment.id, appointment.programme),
        ),
    )


def watch(appointment: Appointment, programme: Programme, now: datetime) -> tuple[Effect, ...]:
    """What keeps the receiver of an appointment nobody has said yes to from being forgotten."""
    limit = limit_of(appointment, programme)
    alarm = limit - timedelta(minutes=programme.booking.alarm_minutes)
    # However late it is: half of what is left is for volunteers, half for coordinators.
    return (
        StartTimer(ALARM, appointment.id, max(alarm, now + (limit - now) / 2)),
        StartTimer(LIMIT, appointment.id, limit),
    )


def stop_seeking(appointment: Appointment) -> tuple[Effect, ...]:
    """Nobody needs to be asked any more."""
    return tuple(StopTimer(kind, appointment.id) for kind in SEEKING_TIMERS)


def accept(
    offer: AppointmentOffer,
    appointment: Appointment,
    pending: Sequence[AppointmentOffer],
    now: datetime,
) -> Decision:
    """The first yes settles it for both; a late one is thanked."""
    if (
        offer.status is not OfferStatus.PENDING
        or appointment.status is not AppointmentStatus.SOUGHT
    ):
        return Decision(effects=(Tell(offer.volunteer, "appointment-offer-over"),))
    settled = replace(
        appointment.to(AppointmentStatus.CONFIRMED),
        volunteer=offer.volunteer,
        front=False,
        changes=appointment.changes + 1,
    )
    return Decision(
        save=(offer.to(OfferStatus.ACCEPTED), settled),
        effects=(
            StopTimer(OFFER_LAPSES, offer.id),
            Amend(offer.volunteer, "appointment-offer", offer.id, "appointment-offer-accepted"),
            *stop_seeking(settled),
            CloseQuestions(settled.id),
            *confirmed(settled),
            StartTimer(BEGINS, settled.id, settled.begins_at),
            Note("appointment-confirmed", settled.id, settled.programme),
        ),
    ) + recall(pending, OfferStatus.SUPERSEDED, but=offer.id)


def confirmed(appointment: Appointment) -> tuple[Effect, ...]:
    """Both are told what is settled."""
    return tuple(
        Tell(
            person,
            "appointment-confirmed",
            {
                "zoned": appointment.begins_at,
                "minutes": appointment.minutes,
                "form": appointment.form,
                "side": appointment.side_of(person),
            },
            about=appointment.id,
            code=appointment.code,
        )
        for person in appointment.people
    )


def alarm(appointment: Appointment, asked: int) -> Decision:
    """Coordinators hear that nobody has said yes, while there is still time."""
    if appointment.status is not AppointmentStatus.SOUGHT:
        return NOTHING
    args: dict[str, Arg] = {
        "code": appointment.code,
        "when": appointment.begins_at,
        "asked": asked,
    }
    return Decision(
        effects=(
            TellCoordinators(appointment.programme, "alarm-appointment", args),
            Note("alarm-appointment", appointment.id, appointment.programme),
        )
    )


def give_up(appointment: Appointment, pending: Sequence[AppointmentOffer]) -> Decision:
    """Nobody could. The receiver hears it honestly, with other times and doors."""
    if appointment.status is not AppointmentStatus.SOUGHT:
        return NOTHING
    unmet = appointment.to(AppointmentStatus.UNMET)
    return Decision(
        save=(unmet,),
        effects=(
            CloseQuestions(unmet.id),
            Tell(
                unmet.receiver,
                "book-nobody-could",
                {"when": unmet.begins_at},
                choices=("another-time", "talk", "other-doors"),
                about=unmet.id,
                code=unmet.code,
            ),
            *stop_seeking(unmet),
            TellCoordinators(
                unmet.programme,
                "alarm-appointment-unmet",
                {"code": unmet.code, "when": unmet.begins_at},
            ),
            Note("appointment-unmet", unmet.id, unmet.programme),
        ),
    ) + recall(pending, OfferStatus.RECALLED)

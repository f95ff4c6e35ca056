"""An appointment is taken back, by whoever it may be, and never with blame."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot.domain import booking, reminding
from bot.domain.appointment import Appointment, AppointmentOffer
from bot.domain.asking_ahead import ASK_ON, limit_of, recall
from bot.domain.decision import (
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import PersonId
from bot.domain.lifecycle import AppointmentStatus, OfferStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Arg

By = Literal["receiver", "volunteer", "coordinator"]
TIMERS = (
    *booking.SEEKING_TIMERS,
    booking.BEGINS,
    booking.MOVE_UNANSWERED,
    *reminding.TIMERS,
)


def stop_all(appointment: Appointment) -> tuple[Effect, ...]:
    """Nothing more is to happen because of it."""
    return tuple(StopTimer(kind, appointment.id) for kind in TIMERS)


def cancel(appointment: Appointment, by: By, pending: Sequence[AppointmentOffer]) -> Decision:
    """It is no more, and everybody who was to be there is told."""
    over = replace(
        appointment.to(AppointmentStatus.CANCELLED),
        changes=appointment.changes + bool(appointment.volunteer),
    )
    return Decision(
        save=(over,),
        effects=(
            CloseQuestions(over.id),
            *stop_all(over),
            *(_told(over, person, by) for person in over.people),
            Note("appointment-cancelled", over.id, over.programme, {"by": by}),
        ),
    ) + recall(pending, OfferStatus.RECALLED)


def volunteer_cannot(appointment: Appointment, programme: Programme, now: datetime) -> Decision:
    """The volunteer cannot after all: others are asked at once, before all other appointments.

    When there is no time for that, the receiver hears so, with other ways, and coordinators do.
    """
    gone = appointment.volunteer
    assert gone is not None
    if limit_of(appointment, programme) <= now:
        return _too_late_to_seek(appointment)
    thanks = _told(appointment, gone, "volunteer")
    sought = replace(
        appointment.to(AppointmentStatus.SOUGHT),
        volunteer=None,
        wished_for=None,
        sought_since=now,
        wave=0,
        front=True,
        changes=appointment.changes + 1,
    )
    again = Tell(
        sought.receiver,
        "book-seeking-again",
        {"zoned": sought.begins_at, "when": limit_of(sought, programme)},
        about=sought.id,
        code=sought.code,
    )
    return Decision(
        save=(sought,),
        effects=(
            CloseQuestions(sought.id),
            *stop_all(sought),
            thanks,
            again,
            *booking.watch(sought, programme, now),
            StartTimer(ASK_ON, sought.id, now),
            Note("appointment-sought-again", sought.id, sought.programme),
        ),
    )


def _too_late_to_seek(appointment: Appointment) -> Decision:
    alarm = TellCoordinators(
        appointment.programme,
        "alarm-appointment-off",
        {"code": appointment.code, "when": appointment.begins_at},
    )
    return cancel(appointment, "volunteer", ()) + Decision(effects=(alarm,))


def _told(appointment: Appointment, person: PersonId, by: By) -> Tell:
    side = appointment.side_of(person)
    args: dict[str, Arg] = {"zoned": appointment.begins_at, "side": side, "by": by}
    ways = ("another-time", "talk", "other-doors") if (
        side == "receiver" and by != "receiver"
    ) else ()  # fmt: skip
    return Tell(
        person, "appointment-cancelled", args, choices=ways, about=appointment.id,
        code=appointment.code,
    )  # fmt: skip

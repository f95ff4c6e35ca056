"""An appointment is moved to another time, by either side; until the other agrees, the old time stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import booking, cancelling
from bot.domain.appointment import Appointment, AppointmentOffer, Part
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

SUGGESTED = "suggested"  # kept with a question about a time that came from coordinators
ANSWERED_WITHIN = timedelta(hours=24)  # then whoever asked hears that there is no answer


def waits_until(appointment: Appointment, now: datetime) -> datetime:
    """When whoever asked for another time hears that there is no answer yet.

    With half of what is left still to come, they can do something else about it.
    """
    return now + min(ANSWERED_WITHIN, (appointment.begins_at - now) / 2)


def proposed_in(kept: str) -> tuple[datetime, bool]:
    """What is kept with a question about another time: that time, and whether it came from coordinators."""
    moment, _, by = kept.partition(" ")
    return datetime.fromisoformat(moment), by == SUGGESTED


def suggest(appointment: Appointment, to: datetime, now: datetime) -> Decision:
    """Coordinators suggest another time: the receiver is asked first, and nothing is changed yet."""
    question = Tell(
        appointment.receiver,
        "move-suggested",
        {"when": appointment.begins_at, "zoned": to},
        choices=("accept", "decline"),
        about=appointment.id,
        code=appointment.code,
        expires=appointment.begins_at,
        kept=to.isoformat(),
    )
    noted = Note("appointment-move-suggested", appointment.id, appointment.programme)
    waits = StartTimer(booking.MOVE_UNANSWERED, appointment.id, waits_until(appointment, now))
    return Decision(effects=(CloseQuestions(appointment.id), question, waits, noted))


def told_coordinators(appointment: Appointment, answer: str, to: datetime) -> TellCoordinators:
    """What came of a time they suggested.

    `receiver-yes`, `moved`, `no`, `no-answer` so far, or `not-possible` any more.
    """
    return TellCoordinators(
        appointment.programme,
        "move-answer",
        {"code": appointment.code, "when": to, "answer": answer},
    )


def propose(
    appointment: Appointment, by: PersonId, to: datetime, now: datetime, *, suggested: bool = False
) -> Decision:
    """The other one is asked; nothing is changed yet. `suggested`: it came from coordinators."""
    assert appointment.volunteer is not None
    other = appointment.volunteer if by == appointment.receiver else appointment.receiver
    args: dict[str, Arg] = {
        "when": appointment.begins_at,
        "zoned": to,
        "side": appointment.side_of(other),
    }
    kept = f"{to.isoformat()} {SUGGESTED}" if suggested else to.isoformat()
    question = Tell(
        other, "move-ask", args, choices=("accept", "decline"), about=appointment.id,
        code=appointment.code, expires=appointment.begins_at, kept=kept,
    )  # fmt: skip
    asked = Tell(by, "move-asked", {"when": appointment.begins_at, "zoned": to})
    noted = Note("appointment-move-proposed", appointment.id, appointment.programme)
    waits = StartTimer(booking.MOVE_UNANSWERED, appointment.id, waits_until(appointment, now))
    return Decision(effects=(CloseQuestions(appointment.id), question, asked, waits, noted))


def wait_until_awake(appointment: Appointment, free_at: datetime) -> Decision:
    """Whoever asked sleeps: they hear of it in the morning."""
    return Decision(effects=(StartTimer(booking.MOVE_UNANSWERED, appointment.id, free_at),))


def unanswered(appointment: Appointment, by: PersonId, to: datetime) -> Decision:
    """The other one has not answered: whoever asked hears where it stands, and what they can do."""
    told = Tell(
        by,
        "move-unanswered",
        {"when": appointment.begins_at, "zoned": to},
        choices=("cancel-appointment",),
        about=appointment.id,
        code=appointment.code,
    )
    noted = Note("appointment-move-unanswered", appointment.id, appointment.programme)
    return Decision(effects=(told, noted))


def agree(appointment: Appointment, to: datetime) -> Decision:
    """The other one agrees: this is the time now."""
    moved = replace(appointment, begins_at=to, changes=appointment.changes + 1)
    return Decision(
        save=(moved,),
        effects=(
            CloseQuestions(moved.id),
            StopTimer(booking.MOVE_UNANSWERED, moved.id),
            *booking.confirmed(moved),
            StartTimer(booking.BEGINS, moved.id, to),
            Note("appointment-moved", moved.id, moved.programme),
        ),
    )


def keep(appointment: Appointment, by: PersonId) -> Decision:
    """The other one would rather not: it stays as it was, and nobody minds."""
    return Decision(
        effects=(
            CloseQuestions(appointment.id),
            StopTimer(booking.MOVE_UNANSWERED, appointment.id),
            *(kept_for(appointment, person, mine=person == by) for person in appointment.people),
            Note("appointment-move-declined", appointment.id, appointment.programme),
        )
    )


def kept_for(appointment: Appointment, person: PersonId, *, mine: bool) -> Tell:
    """That it stays as it was; `mine`: it was they who would rather not."""
    return Tell(
        person,
        "move-kept",
        {"zoned": appointment.begins_at, "mine": mine},
        choices=("cancel-appointment",),
        about=appointment.id,
        code=appointment.code,
    )


def seek_anew(
    appointment: Appointment,
    to: datetime,
    pending: Sequence[AppointmentOffer],
    programme: Programme,
    now: datetime,
    *,
    parted: bool = False,
    part: Part = Part.ALONE,
) -> Decision:
    """Another time, whoever can: who had agreed is thanked, and others are asked, at the front.

    `parted`: the same time, and somebody else; to who had agreed it is off, and nothing says why.
    """
    sought = replace(
        appointment,
        status=AppointmentStatus.SOUGHT,
        begins_at=to,
        volunteer=None,
        wished_for=None,
        sought_since=now,
        wave=0,
        part=part,
        front=appointment.status is AppointmentStatus.CONFIRMED,
        changes=appointment.changes + bool(appointment.volunteer),
    )
    appointment.to(AppointmentStatus.SOUGHT)
    freed: tuple[Effect, ...] = ()
    if appointment.volunteer is not None:
        when: dict[str, Arg] = {"zoned": appointment.begins_at}
        off: dict[str, Arg] = {**when, "side": "volunteer", "by": "receiver"}
        freed = (
            Tell(appointment.volunteer, "appointment-cancelled", off)
            if parted
            else Tell(appointment.volunteer, "move-without-you", when),
        )
    told = Tell(
        sought.receiver,
        "book-seeking",
        {"zoned": to, "minutes": sought.minutes, "when": limit_of(sought, programme)},
        about=sought.id,
        code=sought.code,
    )
    effects = (
        CloseQuestions(sought.id),
        *cancelling.stop_all(sought),
        *freed,
        told,
        *booking.watch(sought, programme, now),
        StartTimer(ASK_ON, sought.id, now),
        Note("appointment-moved", sought.id, sought.programme),
    )
    return recall(pending, OfferStatus.RECALLED) + Decision(save=(sought,), effects=effects)

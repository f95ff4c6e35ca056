"""A coordinator proposes a time to a receiver. Nothing is sought before they have said yes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.appointment import Appointment
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
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal

PUT = "proposal-put"
LAPSES = "proposal-lapses"
TIMERS = (PUT, LAPSES)

STANDS = timedelta(days=2)  # ours: nobody is held to look every evening
SHORTEST = timedelta(minutes=30)  # less is no time to answer in
AGAIN = timedelta(minutes=15)  # while they are in touch with somebody


def answer_by(appointment: Appointment, programme: Programme) -> datetime:
    """Until when they may say yes: two days, or as long as there is time to ask volunteers."""
    latest = appointment.begins_at - timedelta(minutes=programme.booking.soonest_minutes)
    return min(appointment.made_at + STANDS, latest)


def propose(
    appointment: Appointment, programme: Programme, put_at: datetime, now: datetime
) -> Decision:
    """It is put to the receiver at `put_at`, when they may be disturbed. Raises Refusal if too late."""
    until = answer_by(appointment, programme)
    if until - max(put_at, now) < SHORTEST:
        raise Refusal("propose-not-then", why="book-too-soon")
    kept = Decision(
        save=(appointment,),
        effects=(
            StartTimer(LAPSES, appointment.id, until),
            Note("appointment-proposed", appointment.id, appointment.programme),
        ),
    )
    if put_at > now:
        return kept + Decision(effects=(StartTimer(PUT, appointment.id, put_at),))
    return kept + ask(appointment, programme)


def ask(appointment: Appointment, programme: Programme) -> Decision:
    """The question itself."""
    until = answer_by(appointment, programme)
    question = Tell(
        appointment.receiver,
        "propose-ask",
        {
            "zoned": appointment.begins_at,
            "minutes": appointment.minutes,
            "form": appointment.form,
            "until_when": until,
        },
        choices=("confirm-yes", "another-time", "no-thanks"),
        about=appointment.id,
        code=appointment.code,
        expires=until,
    )
    return Decision(effects=(question,))


def agreed(appointment: Appointment, now: datetime) -> tuple[Appointment, Decision]:
    """They say yes: from now on it is sought like any other. Coordinators hear of it."""
    sought = replace(appointment.to(AppointmentStatus.SOUGHT), sought_since=now)
    return sought, Decision(effects=(*_over(sought), _heard(sought, "yes")))


def over(appointment: Appointment, why: str) -> Decision:
    """There is no yes: `no`, `another` time, `late`, or it was not `delivered`. Nobody minds.

    Raises IllegalStep if it is no proposal any more.
    """
    declined = appointment.to(AppointmentStatus.DECLINED)
    noted = Note("appointment-declined", declined.id, declined.programme, {"why": why})
    gone = Amend(declined.receiver, "propose-ask", declined.id, "propose-lapsed")
    amended: tuple[Effect, ...] = (gone,) if why == "late" else ()
    return Decision(
        save=(declined,), effects=(*amended, *_over(declined), _heard(declined, why), noted)
    )


def taken_back(appointment: Appointment) -> Decision:
    """Coordinators take it back; whoever has not answered yet reads that it is not needed."""
    declined = appointment.to(AppointmentStatus.DECLINED)
    gone = Amend(declined.receiver, "propose-ask", declined.id, "propose-taken-back")
    noted = Note("appointment-declined", declined.id, declined.programme, {"why": "taken-back"})
    return Decision(save=(declined,), effects=(gone, *_over(declined), noted))


def lapse(appointment: Appointment) -> Decision:
    """They did not answer in time, which is nobody's fault."""
    if appointment.status is not AppointmentStatus.PROPOSED:
        return NOTHING
    return over(appointment, "late")


def later(appointment: Appointment, now: datetime) -> Decision:
    """They are in touch with somebody just now, and are not disturbed."""
    return Decision(effects=(StartTimer(PUT, appointment.id, now + AGAIN),))


def _over(appointment: Appointment) -> tuple[Effect, ...]:
    return (CloseQuestions(appointment.id), *(StopTimer(kind, appointment.id) for kind in TIMERS))


def _heard(appointment: Appointment, answer: str) -> TellCoordinators:
    return TellCoordinators(
        appointment.programme,
        "proposal-answer",
        {"code": appointment.code, "when": appointment.begins_at, "answer": answer},
    )

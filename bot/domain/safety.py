"""Two people who meet in person are asked whether they are well; silence is not left alone.

The moments are ours; that a meeting begins and ends with such a word is what lone-working rules of
voluntary organisations ask for.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.appointment import Appointment, SafetyCheck
from bot.domain.decision import (
    CloseQuestions,
    Decision,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import PersonId
from bot.domain.lifecycle import SafetyStep

KINDS: Mapping[str, str] = {"receiver": "safety-receiver", "volunteer": "safety-volunteer"}
MET_AFTER = timedelta(minutes=15)  # of the beginning
HOME_AFTER = timedelta(minutes=45)  # of the end: time to get home, not yet night
AGAIN: Mapping[SafetyStep, timedelta] = {
    SafetyStep.MET: timedelta(minutes=10),
    SafetyStep.HOME: timedelta(minutes=30),
}
ASKS = 2  # then a coordinator is told


def begin(appointment: Appointment, now: datetime) -> Decision:
    """Both are asked a quarter of an hour in."""
    due = now + MET_AFTER
    checks = tuple(
        SafetyCheck(appointment=appointment.id, person=person) for person in appointment.people
    )
    timers = (StartTimer(kind, appointment.id, due) for kind in KINDS.values())
    return Decision(save=checks, effects=tuple(timers))


def ask(appointment: Appointment, check: SafetyCheck, place: str, now: datetime) -> Decision:
    """Ask, at any hour of the day; whoever has not answered twice is looked after by a coordinator."""
    if check.asked >= ASKS:
        return alarm(appointment, check, "silence", place)
    return Decision(
        save=(replace(check, asked=check.asked + 1),),
        effects=(
            CloseQuestions(appointment.id, check.person),
            _question(appointment, check),
            StartTimer(_kind(appointment, check.person), appointment.id, now + AGAIN[check.step]),
        ),
    )


def _question(appointment: Appointment, check: SafetyCheck) -> Tell:
    person, args = check.person, {"again": bool(check.asked)}
    about, code = appointment.id, appointment.code
    if check.step is SafetyStep.MET:
        well = ("all-well", "not-met", "need-help")
        return Tell(person, "safety-met-ask", args, choices=well, about=about, code=code)
    home = ("home-safe", "need-help")
    return Tell(person, "safety-home-ask", args, choices=home, about=about, code=code)


def met(appointment: Appointment, check: SafetyCheck, now: datetime) -> Decision:
    """They have met, and it is well; they are asked once more when they should be home."""
    home = max(now, appointment.ends_at) + HOME_AFTER
    return Decision(
        save=(check.to(SafetyStep.HOME),),
        effects=(
            CloseQuestions(appointment.id, check.person),
            StartTimer(_kind(appointment, check.person), appointment.id, home),
            Tell(check.person, "safety-met-thanks", {"at": home}),
        ),
    )


def home(appointment: Appointment, check: SafetyCheck) -> Decision:
    """They are home."""
    return done(appointment, check) + Decision(effects=(Tell(check.person, "safety-home-thanks"),))


def done(appointment: Appointment, check: SafetyCheck) -> Decision:
    """They are asked no more."""
    return Decision(
        save=(check.to(SafetyStep.DONE),),
        effects=(
            CloseQuestions(appointment.id, check.person),
            StopTimer(_kind(appointment, check.person), appointment.id),
        ),
    )


def alarm(appointment: Appointment, check: SafetyCheck, why: str, place: str) -> Decision:
    """Coordinators are told at once where they meant to meet; `why`: silence, or a wish for help."""
    told = TellCoordinators(
        appointment.programme,
        "alarm-safety",
        {
            "code": appointment.code,
            "when": appointment.begins_at,
            "side": appointment.side_of(check.person),
            "why": why,
            "step": check.step.value,
            "place": place,
        },
        choices=("write-to-them",),
        about=check.person,
        code=appointment.code,
    )
    noted = Note("alarm-safety", appointment.id, appointment.programme, {"why": why})
    return done(appointment, check) + Decision(
        effects=(told, Tell(check.person, "safety-coordinator-told", {"why": why}), noted)
    )


def _kind(appointment: Appointment, person: PersonId) -> str:
    return KINDS[appointment.side_of(person)]

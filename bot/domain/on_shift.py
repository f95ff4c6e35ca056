"""A shift comes, begins, is given away or falls away; and too few are there. Pure rules."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.domain.decision import (
    CloseQuestions,
    Decision,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from bot.domain.shifts import ShiftPlan, Slot, Swap, next_slot, slots

SHIFT = "shift"  # about the volunteer: the next one is near, or begins
LEAD = timedelta(minutes=60)  # before a shift, to be reminded and asked whether one is fit for it
LOOKED_OVER = timedelta(days=35)  # how far ahead a new timetable is compared with the limits
WEEK = timedelta(days=7)


def within_caps(plan: ShiftPlan, volunteer: Volunteer, programme: Programme, now: datetime) -> None:
    """Nothing in it is more than one should carry. Raises Refusal that names the limit."""
    most = programme.volunteer_limits
    week = min(volunteer.limits.week_hours or most.week_hours, most.week_hours)
    coming = slots(plan, now, now + LOOKED_OVER)
    for one in coming:
        if _on_the_wall(one, plan.zone) > timedelta(hours=most.duty_hours):
            raise Refusal("shifts-too-long", hours=most.duty_hours)
        before = [x for x in coming if one.ends - WEEK < x.ends <= one.ends]
        if sum((_on_the_wall(x, plan.zone) for x in before), timedelta()) > timedelta(hours=week):
            raise Refusal("shifts-too-much", hours=week)


def kept(
    plan: ShiftPlan, holidays: Collection[date], now: datetime, soonest: datetime | None = None
) -> Decision:
    """The timetable from now on, and the timer of its next shift, which rings at `soonest` or later."""
    coming = next_slot(plan, now, holidays)
    if coming is None:
        return Decision(save=(plan,), effects=(StopTimer(SHIFT, plan.volunteer),))
    due = coming.begins if plan.fit_for == coming.begins else coming.begins - LEAD
    rings = StartTimer(SHIFT, plan.volunteer, max(due, soonest or now))
    return Decision(save=(plan,), effects=(rings,))


def reminded(plan: ShiftPlan, coming: Slot) -> Decision:
    """It is near: are you fit for it? When it begins we ring again."""
    question = Tell(
        plan.volunteer,
        "shift-reminder",
        {"begins_at": coming.begins, "ends_at": coming.ends, "by_itself": plan.by_itself},
        choices=("fit-yes", "fit-no"),
        about=plan.volunteer,
        kept=coming.begins.isoformat(),
        expires=coming.begins,
    )
    return Decision(
        effects=(
            CloseQuestions(plan.volunteer, plan.volunteer),
            question,
            StartTimer(SHIFT, plan.volunteer, coming.begins),
        )
    )


def asked(plan: ShiftPlan, now_on: Slot) -> Decision:
    """It begins, and nobody has said whether they are there: they are asked as before any duty."""
    question = Tell(
        plan.volunteer,
        "duty-check",
        {"at": now_on.ends},
        choices=("fit-yes", "fit-no"),
        about=plan.volunteer,
        kept=now_on.ends.isoformat(),
        expires=now_on.ends,
    )
    return Decision(effects=(CloseQuestions(plan.volunteer, plan.volunteer), question))


def falls_away(volunteer: Volunteer, shift: Slot, taken: Sequence[Swap]) -> Decision:
    """They cannot this time, and need give no reason. Coordinators hear that somebody is missing."""
    told = TellCoordinators(
        volunteer.programme,
        "alarm-shift",
        {"name": volunteer.name, "when": shift.begins, "ends_at": shift.ends},
    )
    over = tuple(replace(one, over=True) for one in taken)
    closed = tuple(CloseQuestions(one.id) for one in taken)
    note = Note("shift-dropped", programme=volunteer.programme)
    return Decision(save=over, effects=(*closed, told, note))


def gaps(
    spans: Iterable[tuple[datetime, datetime]], there: Sequence[Slot], least: int
) -> tuple[tuple[datetime, datetime], ...]:
    """When within these opening hours fewer than `least` mean to be there."""
    found: list[tuple[datetime, datetime]] = []
    for opens, closes in spans:
        edges = {opens, closes, *(x.begins for x in there), *(x.ends for x in there)}
        inside = sorted(at for at in edges if opens <= at <= closes)
        for begins, ends in pairwise(inside):
            if sum(x.begins <= begins and x.ends >= ends for x in there) >= least:
                continue
            if found and found[-1][1] == begins:
                found[-1] = (found[-1][0], ends)
            else:
                found.append((begins, ends))
    return tuple(found)


def _on_the_wall(slot: Slot, zone: str) -> timedelta:
    """How long by the clock, so that a night the clock is changed is no longer than another."""
    begins, ends = (at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in slot[1:])
    return ends - begins

"""Volunteers' timetables, the slots that come of them, and shifts somebody wants to give away."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.opening import Hours
from bot.domain.programme import Programme
from bot.domain.shifts import Extra, Often, Rule, ShiftPlan, Slot, Swap, slots
from bot.programmes import holiday_calendar
from storage.database import Transaction
from storage.tables import shift_plans, shift_swaps, volunteers
from storage.upserting import upsert


def slots_between(
    db: Transaction, programme: Programme, start: datetime, end: datetime
) -> list[Slot]:
    """Every shift of an active volunteer that overlaps this time: whose, from when, to when."""
    active = sa.select(volunteers.c.person).where(volunteers.c.status == VolunteerStatus.ACTIVE)
    rows = db.all(
        sa.select(shift_plans).where(
            shift_plans.c.programme == programme.name, shift_plans.c.volunteer.in_(active)
        )
    )
    free = holidays(programme, start, end) if rows else frozenset()
    return [slot for row in rows for slot in slots(_plan(row), start, end, free)]


def holidays(programme: Programme, start: datetime, end: datetime) -> frozenset[date]:
    """The days around this time that are public holidays where the programme is."""
    day = timedelta(days=1)  # wherever in the world the volunteer's own day begins
    found = holiday_calendar.between(programme.holidays, (start - day).date(), (end + day).date())
    return frozenset(one.day for one in found)


def plan_of(db: Transaction, volunteer: PersonId) -> ShiftPlan | None:
    """Somebody's timetable, if they have one."""
    row = db.one(sa.select(shift_plans).where(shift_plans.c.volunteer == volunteer))
    return None if row is None else _plan(row)


def save(db: Transaction, plan: ShiftPlan) -> None:
    """Keep it as it is now."""
    kept = {
        "rules": [_rule_kept(rule) for rule in plan.rules],
        "extra": [[one.day.isoformat(), *_clocks(one.hours)] for one in plan.extra],
        "dropped": sorted(day.isoformat() for day in plan.dropped),
        "away": [[first.isoformat(), last.isoformat()] for first, last in plan.away],
        "on_holidays": plan.on_holidays,
        "by_itself": plan.by_itself,
    }
    row = {"volunteer": plan.volunteer, "programme": plan.programme, "zone": plan.zone}
    upsert(db, shift_plans, {**row, "timetable": kept, "fit_for_at": plan.fit_for})


def kept_about(db: Transaction, volunteer: PersonId) -> dict[str, Any]:
    """All of somebody's timetable, for themselves to read."""
    row = db.one(sa.select(shift_plans).where(shift_plans.c.volunteer == volunteer))
    offered = [
        [one.begins_at.isoformat(), one.ends_at.isoformat()] for one in swaps_of(db, volunteer)
    ]
    return {} if row is None else {**row["timetable"], "offered_to_others": offered}


def save_swap(db: Transaction, swap: Swap) -> None:
    """Keep it while nobody took it; nothing of it stays afterwards."""
    if swap.over:
        db.execute(sa.delete(shift_swaps).where(shift_swaps.c.id == swap.id))
        return
    names = ("id", "volunteer", "programme", "begins_at", "ends_at")
    upsert(db, shift_swaps, {name: getattr(swap, name) for name in names})


def swap(db: Transaction, id: str) -> Swap | None:
    """The shift offered under this id, while nobody took it."""
    row = db.one(sa.select(shift_swaps).where(shift_swaps.c.id == id))
    return None if row is None else Swap(**row)


def swaps_of(db: Transaction, volunteer: PersonId) -> Sequence[Swap]:
    """What somebody offers to others, the earliest first."""
    theirs = sa.select(shift_swaps).where(shift_swaps.c.volunteer == volunteer)
    return [Swap(**row) for row in db.all(theirs.order_by(shift_swaps.c.begins_at))]


def _plan(row: sa.RowMapping) -> ShiftPlan:
    kept = row["timetable"]
    day = date.fromisoformat
    return ShiftPlan(
        volunteer=PersonId(row["volunteer"]),
        programme=row["programme"],
        zone=row["zone"],
        rules=tuple(_rule(one) for one in kept["rules"]),
        extra=tuple(Extra(day(one[0]), _hours(one[1:])) for one in kept["extra"]),
        dropped=frozenset(map(day, kept["dropped"])),
        away=tuple((day(first), day(last)) for first, last in kept["away"]),
        on_holidays=kept["on_holidays"],
        by_itself=kept["by_itself"],
        fit_for=row["fit_for_at"],
    )


def _rule_kept(rule: Rule) -> dict[str, Any]:
    return {
        "often": rule.often,
        "hours": _clocks(rule.hours),
        "since": rule.since.isoformat(),
        "weekday": rule.weekday,
        "every": rule.every,
        "nth": rule.nth,
    }


def _rule(kept: dict[str, Any]) -> Rule:
    return Rule(
        often=Often(kept["often"]),
        hours=_hours(kept["hours"]),
        since=date.fromisoformat(kept["since"]),
        weekday=kept["weekday"],
        every=kept["every"],
        nth=kept["nth"],
    )


def _clocks(hours: Hours) -> list[str]:
    return [hours.opens.isoformat(), hours.to.isoformat()]


def _hours(clocks: Sequence[str]) -> Hours:
    return Hours(*map(time.fromisoformat, clocks))

"""A volunteer's own timetable: rules, days that are otherwise, and the slots that come of them.

Times are kept by the clock on the wall where the volunteer lives, so a shift at seven is at seven
also after the clock was changed (see `opening.moment`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.calendar_words import upcoming
from bot.domain.ids import PersonId
from bot.domain.opening import ONE_DAY, Hours, moment

HORIZON = timedelta(days=366)  # further ahead nobody's timetable says anything


class Often(StrEnum):
    """How a rule repeats."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Slot(NamedTuple):
    """From when to when (UTC) a volunteer means to be there."""

    volunteer: PersonId
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A shift somebody would like another to take; the first yes takes it."""

    id: str
    volunteer: PersonId
    programme: str
    begins_at: datetime
    ends_at: datetime
    over: bool = False  # taken, taken back, or too late


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A shift that repeats: each day, each (or every other) Monday, or each first Monday."""

    often: Often
    hours: Hours
    since: date  # nothing before it; every other week counts from its week
    weekday: int = 0  # weekly and monthly: Monday is 0
    every: int = 1  # weekly: 1 each week, 2 every other
    nth: int = 0  # monthly: 1 to 4, or -1 for the last

    def is_on(self, day: date) -> bool:
        """Whether it has a shift that begins on this day."""
        if day < self.since:
            return False
        if self.often is Often.DAILY:
            return True
        if day.weekday() != self.weekday:
            return False
        if self.often is Often.WEEKLY:
            return (_monday(day) - _monday(self.since)).days // 7 % self.every == 0
        last = (day + 7 * ONE_DAY).month != day.month
        return last if self.nth == -1 else (day.day - 1) // 7 + 1 == self.nth


@dataclass(frozen=True, slots=True)
class Extra:
    """One shift on one day, beside the rules: added by hand, or taken over from somebody."""

    day: date
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftPlan:
    """One volunteer's timetable. An extra shift is meant: no holiday and no absence takes it away."""

    volunteer: PersonId
    programme: str
    zone: str
    rules: tuple[Rule, ...] = ()
    extra: tuple[Extra, ...] = ()
    dropped: frozenset[date] = field(default=frozenset())  # days on which no rule holds
    away: tuple[tuple[date, date], ...] = ()  # first and last day
    on_holidays: bool = False  # whether they are there on public holidays, too
    by_itself: bool = False  # duty begins without a question
    fit_for: datetime | None = None  # when the shift begins that they said they are fit for

    def without(self, day: date) -> "ShiftPlan":
        """The same with nothing on this day."""
        kept = tuple(one for one in self.extra if one.day != day)
        return replace(self, dropped=self.dropped | {day}, extra=kept)

    def by_clock_of(self, zone: str) -> "ShiftPlan":
        """The same extra shifts at the same moments, kept by another clock.

        Rules are hours on the wall and are not converted: tell them anew.
        """
        if zone == self.zone:
            return self
        here, there = ZoneInfo(self.zone), ZoneInfo(zone)
        extra = []
        for one in self.extra:
            begins, ends = (at.astimezone(there) for at in span(one.day, one.hours, here))
            extra.append(Extra(begins.date(), Hours(begins.time(), ends.time())))
        return replace(self, zone=zone, extra=tuple(extra))

    def since_yesterday(self, today: date) -> "ShiftPlan":
        """The same without what is over."""
        over = today - ONE_DAY
        return replace(
            self,
            extra=tuple(one for one in self.extra if one.day >= over),
            dropped=frozenset(day for day in self.dropped if day >= over),
            away=tuple(days for days in self.away if days[1] >= over),
        )


def slots(
    plan: ShiftPlan, start: datetime, end: datetime, holidays: Collection[date] = ()
) -> tuple[Slot, ...]:
    """The plan's shifts that overlap the time from `start` to `end`, in order, each once.

    Nothing further ahead than `HORIZON` after `start`. Shifts that touch or overlap are one.
    """
    zone = ZoneInfo(plan.zone)
    end = min(end, start + HORIZON)
    first, last = start.astimezone(zone).date() - ONE_DAY, end.astimezone(zone).date()
    found = sorted(
        (begins, ends)
        for day in upcoming(first, last)
        for hours in _hours_on(plan, day, holidays)
        for begins, ends in (span(day, hours, zone),)
        if begins < ends  # not wholly in an hour that the clock skips
    )
    merged: list[tuple[datetime, datetime]] = []
    for begins, ends in found:
        if merged and begins <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ends, merged[-1][1]))
        else:
            merged.append((begins, ends))
    return tuple(Slot(plan.volunteer, *one) for one in merged if one[0] < end and one[1] > start)


def next_slot(plan: ShiftPlan, after: datetime, holidays: Collection[date] = ()) -> Slot | None:
    """The first shift that begins later than `after`, within the horizon."""
    found = slots(plan, after, after + HORIZON, holidays)
    return next((one for one in found if one.begins > after), None)


def span(day: date, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when to when (UTC) hours that begin on `day` last."""
    last = day if hours.to > hours.opens else day + ONE_DAY
    return moment(day, hours.opens, zone), moment(last, hours.to, zone, second=True)


def length(hours: Hours) -> timedelta:
    """How long hours are by the clock on the wall."""
    apart = _since_midnight(hours.to) - _since_midnight(hours.opens)
    return apart if apart > timedelta() else apart + ONE_DAY


def _hours_on(plan: ShiftPlan, day: date, holidays: Collection[date]) -> Iterator[Hours]:
    yield from (one.hours for one in plan.extra if one.day == day)
    if day in plan.dropped or (day in holidays and not plan.on_holidays):
        return
    if any(first <= day <= last for first, last in plan.away):
        return
    yield from (rule.hours for rule in plan.rules if rule.is_on(day))


def _monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def _since_midnight(clock: time) -> timedelta:
    midnight = datetime(1970, 1, 1, tzinfo=UTC)
    return datetime.combine(midnight, clock, UTC) - midnight

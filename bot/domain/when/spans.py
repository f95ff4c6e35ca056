"""Ends: of one time ("from 7 to 9pm"), and of something that comes back ("until 3 December")."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.when.answer import Why
from bot.domain.when.dates import DAY_FACTS, dates
from bot.domain.when.faces import DAY, Faces
from bot.domain.when.facts import (
    Clock,
    DayOfMonth,
    During,
    Every,
    Fact,
    Facts,
    Midnight,
    Offset,
    Often,
    Part,
    Times,
    Until,
    Weekday,
)
from bot.domain.when.series import MOST, Rhythm, Series, months_after, occurrences

TIME_FACTS: Final = (Clock, Midnight, Offset)
COMES_BACK: Final = (Every, Times, During)
LAST_DAY_OF_EVERY_MONTH: Final = 28


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, by what it is about."""

    start: Facts
    end: Facts  # of one time
    until: Facts  # of a series
    back: Facts  # how it comes back


def sorted_out(facts: Facts) -> Said | None:
    """Each fact to what it is about; None when there are more ends than things to end."""
    back = tuple(dict.fromkeys(fact for fact in facts if isinstance(fact, COMES_BACK)))
    groups: list[list[Fact]] = [[]]
    for fact in facts:
        if isinstance(fact, Until):
            groups.append([])
        elif not isinstance(fact, COMES_BACK):
            groups[-1].append(fact)
    start, end, until = groups[0], list[Fact](), list[Fact]()
    for group in groups[1:]:
        times: list[Fact] = [fact for fact in group if isinstance(fact, (*TIME_FACTS, Part))]
        days: list[Fact] = [fact for fact in group if isinstance(fact, DAY_FACTS)]
        others = [fact for fact in group if fact not in times and fact not in days]
        if times and not end:
            end = times
            # "from 7 to 9 on Thursday": the day is that of both.
            start += days if not _has_day(start) else []
            if any(day not in start for day in days):
                return None
        elif days and back and not times and not until:
            until = days
        else:
            return None
        start += others
    return Said(tuple(start), tuple(end), tuple(until), back)


def _has_day(facts: list[Fact]) -> bool:
    return any(isinstance(fact, DAY_FACTS) for fact in facts)


def pairs(
    starts: Faces, ends: Faces, *, start_by_24: bool, end_by_24: bool
) -> dict[int, int] | None:
    """For each start that may be meant the length in minutes; None when the end leaves doubt.

    Somebody who writes one end by 24 hours does so with the other. Otherwise the shortest span is
    meant: "7 to 9pm" is two hours.
    """
    first = starts.every[:1] if end_by_24 else starts.likely
    shortest = {s: min((e - s) % DAY or DAY for e in ends.every) for s in first}
    if not shortest:
        return None
    if start_by_24 and not end_by_24 and len(ends.every) > 1:
        as_written = (ends.every[0] - first[0]) % DAY or DAY
        if as_written != shortest[first[0]]:
            return None
    if len(ends.every) == 1 and not end_by_24:
        for s in starts.unlikely:
            shortest[s] = (ends.every[0] - s) % DAY or DAY
        least = min(shortest.values())
        return {s: length for s, length in shortest.items() if length == least}
    return shortest


def rhythm_of(back: Facts, start: Facts) -> Rhythm | Why:
    """How it comes back, or what has to be asked about that."""
    every = [fact for fact in back if isinstance(fact, Every)]
    often = [fact.often for fact in every if not fact.habit] or [fact.often for fact in every]
    if len(set(often)) != 1 or often[0] is Often.OTHER:
        return Why.HOW_OFTEN
    if often[0] is not Often.MONTHLY:
        return Rhythm(often[0].value)
    nth = [fact.nth for fact in start if isinstance(fact, Weekday) and fact.nth is not None]
    if nth:
        if nth[0] > 4:
            return Why.NOT_EVERY_MONTH
        return Rhythm.MONTHLY_LAST if nth[0] < 0 else Rhythm.MONTHLY_WEEKDAY
    if any(isinstance(fact, Weekday) for fact in start) and not any(
        isinstance(fact, DayOfMonth) for fact in start
    ):
        return Why.WHICH_DAY  # "every month on a Tuesday"
    return Rhythm.MONTHLY


def series_of(said: Said, rhythm: Rhythm, start: datetime, today: date) -> Series | Why:
    """The series that begins then, or what has to be asked about its end."""
    monthly = rhythm not in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY)
    if rhythm is Rhythm.MONTHLY and start.day > LAST_DAY_OF_EVERY_MONTH:
        return Why.NOT_EVERY_MONTH
    ends = [fact for fact in said.back if not isinstance(fact, Every)]
    if len(ends) + bool(said.until) != 1:
        return Why.DO_NOT_FIT if ends else Why.HOW_MANY
    if said.until:
        found = dates(said.until, today, danish=True)
        if len(found.days) != 1 or found.why or found.days[0] <= start.date():
            return Why.UNTIL_WHEN
        return _bounded(start, Series(rhythm, until=found.days[0]))
    times = _times(ends[0], rhythm, start.date(), monthly=monthly)
    if isinstance(times, Why):
        return times
    return _bounded(start, Series(rhythm, times=times))


def _times(end: Fact, rhythm: Rhythm, first: date, *, monthly: bool) -> int | Why:
    if isinstance(end, Times):
        return end.times if end.times else Why.HOW_MANY
    assert isinstance(end, During)
    weeks = 2 if rhythm is Rhythm.FORTNIGHTLY else 1
    if end.weeks:
        return Why.HOW_MANY if monthly or end.weeks % weeks else end.weeks // weeks
    if not end.months:
        return Why.HOW_MANY
    if monthly:
        return end.months
    over = months_after(first.replace(day=1), end.months)
    days = (over - first.replace(day=1)).days
    return days // (7 * weeks)


def _bounded(start: datetime, series: Series) -> Series | Why:
    """A series is never longer than what can be seen of it."""
    found = occurrences(start, series)
    return Why.TOO_LONG if len(found) >= MOST else series


def too_long(minutes: timedelta) -> bool:
    """No time is longer than a day, or shorter than a minute."""
    return not timedelta(minutes=1) <= minutes <= timedelta(days=1)

"""Something that comes back: by the clock on the wall, however the clock is changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.opening import moment
from bot.domain.when.local import Shown, shown, there

MOST: Final = 60  # times; a year of weeks, and some
_WEEK: Final = timedelta(weeks=1)


class Rhythm(StrEnum):
    """How often it comes back."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"  # on the same date, at most the 28th
    MONTHLY_WEEKDAY = "monthly-weekday"  # on the same weekday of the month, first to fourth
    MONTHLY_LAST = "monthly-last"  # on the last such weekday of the month


@dataclass(frozen=True, slots=True)
class Series:
    """How often and how many times, the first counted; or until a date, that day included."""

    rhythm: Rhythm
    times: int | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if (self.times is None) == (self.until is None):
            raise ValueError("a series ends after some times or on a date")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of a series. `shown` is ONCE but where the clock skips or repeats what was said."""

    start: datetime
    shown: Shown


def occurrences(start: datetime, series: Series) -> tuple[Occurrence, ...]:
    """All of them in order, at most `MOST`, each aware in the zone of `start`, and `start` itself first.

    The time on the wall stays the same. Where the clock skips it, it is when the clock jumps; where
    it shows it twice, the first: the rules of `bot.domain.opening`.
    """
    zone = start.tzinfo
    if not isinstance(zone, ZoneInfo):
        raise ValueError("a series needs the zone whose clock it keeps to")
    found = [Occurrence(start, shown(start.replace(tzinfo=None), zone))]
    for number in range(1, MOST):
        day = _day(start.date(), series.rhythm, number)
        over = series.times is not None and number >= series.times
        if day is None or over or (series.until is not None and day > series.until):
            break
        wall = datetime.combine(day, start.time())
        at = there(moment(day, start.time(), zone), zone)
        found.append(Occurrence(at, shown(wall, zone)))
    return tuple(found)


def _day(first: date, rhythm: Rhythm, number: int) -> date | None:
    """The day of the occurrence `number`, from 0; None beyond the end of the calendar."""
    try:
        if rhythm is Rhythm.WEEKLY:
            return first + number * _WEEK
        if rhythm is Rhythm.FORTNIGHTLY:
            return first + 2 * number * _WEEK
        month = months_after(first.replace(day=1), number)
        if rhythm is Rhythm.MONTHLY:
            return month.replace(day=first.day)
        nth = -1 if rhythm is Rhythm.MONTHLY_LAST else (first.day - 1) // 7 + 1
        return nth_weekday(month, first.weekday(), nth)
    except (OverflowError, ValueError):
        return None


def months_after(first_of_month: date, months: int) -> date:
    """The first of the month so many months later. Raises ValueError beyond the calendar."""
    years, month = divmod(first_of_month.month - 1 + months, 12)
    return date(first_of_month.year + years, month + 1, 1)


def nth_weekday(month: date, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, -1 the last; None if the month has not so many."""
    first = month.replace(day=1)
    if nth < 0:
        last = months_after(first, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == first.month else None

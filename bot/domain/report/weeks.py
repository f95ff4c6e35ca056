"""The grid of reports: whole ISO weeks, and months, quarters and years made of them.

A month is the weeks whose Thursday lies in it, as in ISO 8601; so every week belongs to one month,
every month to one quarter, every quarter to one year, and no two periods overlap but by one holding
the other whole. That is what makes it possible to say which numbers may be shown (decision 0036).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

_THURSDAY = timedelta(days=3)
_WEEK = timedelta(days=7)


class Week(NamedTuple):
    """One ISO week, Monday to Sunday. Weeks compare by time."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The week a day is in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def at(cls, moment: datetime, zone: str) -> Self:
        """The week it is at `moment` (aware) by the clock in that zone."""
        return cls.of(moment.astimezone(ZoneInfo(zone)).date())

    @classmethod
    def read(cls, key: str) -> Self:
        """The week written as `2030-W02`. Raises ValueError."""
        year, number = key.split("-W")
        found = cls(int(year), int(number))
        date.fromisocalendar(found.year, found.number, 1)
        return found

    @property
    def key(self) -> str:
        """As ISO 8601 writes it: `2030-W02`."""
        return f"{self.year:04}-W{self.number:02}"

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + _WEEK - timedelta(days=1)

    @property
    def next(self) -> "Week":
        """The one after it."""
        return Week.of(self.monday + _WEEK)

    @property
    def before(self) -> "Week":
        """The one before it."""
        return Week.of(self.monday - _WEEK)

    @property
    def month(self) -> tuple[int, int]:
        """Year and month it is counted in."""
        thursday = self.monday + _THURSDAY
        return thursday.year, thursday.month

    def begins(self, zone: str) -> datetime:
        """Its first moment by the clock in that zone (UTC)."""
        day = self.monday
        return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)

    def ends(self, zone: str) -> datetime:
        """The first moment after it, likewise."""
        return self.next.begins(zone)


class Kind(StrEnum):
    """How long a period is, the shortest first."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"  # any run of whole weeks; shows only what the others may show


@dataclass(frozen=True, slots=True)
class Period:
    """Whole weeks that are reported on together, in order; never none."""

    kind: Kind
    weeks: tuple[Week, ...]

    @property
    def key(self) -> str:
        """`2030-W02`, `2030-01`, `2030-Q1`, `2030`, or `2030-W02..2030-W07`."""
        first, last = self.weeks[0], self.weeks[-1]
        year, month = first.month
        match self.kind:
            case Kind.WEEK:
                return first.key
            case Kind.MONTH:
                return f"{year:04}-{month:02}"
            case Kind.QUARTER:
                return f"{year:04}-Q{(month + 2) // 3}"
            case Kind.YEAR:
                return f"{year:04}"
            case Kind.RANGE:
                return f"{first.key}..{last.key}"

    @property
    def first_day(self) -> date:
        """The Monday it begins with."""
        return self.weeks[0].monday

    @property
    def last_day(self) -> date:
        """The Sunday it ends with."""
        return self.weeks[-1].sunday


def around(week: Week, kind: Kind) -> Period:
    """The week, month, quarter or year that `week` is in, whole."""
    if kind is Kind.WEEK:
        return Period(kind, (week,))
    return Period(kind, tuple(w for w in _year(week.year) if _same(w, week, kind)))


def between(first: Week, last: Week) -> Period:
    """All weeks from `first` to `last`, both included. Raises ValueError if there are none."""
    weeks = []
    while first <= last:
        weeks.append(first)
        first = first.next
    if not weeks:
        raise ValueError("it ends before it begins")
    return Period(Kind.RANGE, tuple(weeks))


def ending_with(week: Week) -> tuple[Period, ...]:
    """The periods whose last week this is, the shortest first; at least the week itself."""
    kinds = (Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR)
    found = (around(week, kind) for kind in kinds)
    return tuple(period for period in found if period.weeks[-1] == week)


def last_whole(kind: Kind, running: Week) -> Period:
    """The last period of this kind that was over before the running week."""
    period = around(running.before, kind)
    while period.weeks[-1] >= running:
        period = around(period.weeks[0].before, kind)
    return period


def months_in(period: Period) -> tuple[Period, ...]:
    """The months that lie whole in it, in order."""
    weeks = set(period.weeks)
    months = {week.month: around(week, Kind.MONTH) for week in period.weeks}
    return tuple(m for _, m in sorted(months.items()) if weeks.issuperset(m.weeks))


def _year(year: int) -> list[Week]:
    last = date(year, 12, 28).isocalendar()[1]  # always in the year's last week
    return [Week(year, number) for number in range(1, last + 1)]


def _same(one: Week, other: Week, kind: Kind) -> bool:
    (year, month), (other_year, other_month) = one.month, other.month
    if year != other_year or kind is Kind.YEAR:
        return year == other_year
    if kind is Kind.QUARTER:
        return (month + 2) // 3 == (other_month + 2) // 3
    return month == other_month

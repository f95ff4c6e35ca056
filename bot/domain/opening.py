"""When a programme is open: weekly hours by the clock on the wall, with exceptions by date.

Two days a year the clock is changed. A time the clock skips is read as the moment it skips. Of a
time the clock shows twice, opening means the first and closing the second, so that nobody who reads
the hours on the wall finds the door closed, and nothing closes to open again within the hour.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
SEARCH_DAYS = 400  # a programme closed for longer than a year has no next opening to tell of


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time to another; `to` at or before `opens` is the day after, equal is 24 hours."""

    opens: time
    to: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.to:%H:%M}"


@dataclass(frozen=True, slots=True)
class Exceptional:
    """The hours that begin on one date, instead of the usual ones; none of them means closed.

    Hours of the evening before that run past midnight are not touched.
    """

    day: date
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, with what each language calls it."""

    day: date
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Weekly hours in `zone` (an IANA name): `weekly[0]` are Monday's, `weekly[6]` Sunday's.

    Of two exceptions for one day the first holds.
    """

    zone: str
    weekly: tuple[tuple[Hours, ...], ...]
    exceptions: tuple[Exceptional, ...] = ()
    on_holidays: tuple[Hours, ...] | None = None  # what public holidays get; None: as usual

    def knowing(
        self, decided: Sequence[Exceptional], holidays: Sequence[date] = ()
    ) -> "OpeningHours":
        """The same, with what coordinators decided for single days, and the days that are holidays.

        Coordinators come before the programme's file, and that before a holiday.
        """
        closed = () if self.on_holidays is None else holidays
        by_law = tuple(Exceptional(day, self.on_holidays or ()) for day in closed)
        return replace(self, exceptions=(*decided, *self.exceptions, *by_law))

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at `at` (aware)."""
        today = self.local_day(at)
        return any(
            begins <= at < ends
            for day in (today - ONE_DAY, today)
            for begins, ends in self.spans(day)
        )

    def next_opening(self, at: datetime) -> datetime | None:
        """`at` itself if it is open then, otherwise when it next opens (UTC).

        None if it does not open within `SEARCH_DAYS`.
        """
        if self.is_open(at):
            return at
        today = self.local_day(at)
        for ahead in range(SEARCH_DAYS):
            later = [
                begins
                for begins, ends in self.spans(today + ahead * ONE_DAY)
                if begins < ends and begins > at
            ]
            if later:
                return min(later)
        return None

    def local_day(self, at: datetime) -> date:
        """The date at `at` (aware) where the hours are kept."""
        if at.tzinfo is None:
            raise ValueError("a time without a zone says nothing about opening hours")
        return at.astimezone(ZoneInfo(self.zone)).date()

    def hours_of(self, day: date) -> tuple[Hours, ...]:
        """The hours that begin on this day; none of them means closed."""
        for exception in self.exceptions:
            if exception.day == day:
                return exception.hours
        return self.weekly[day.weekday()]

    def spans(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """From when to when it is open, by the hours that begin on this day (UTC)."""
        zone = ZoneInfo(self.zone)
        for hours in self.hours_of(day):
            last = day if hours.to > hours.opens else day + ONE_DAY
            yield (
                moment(day, hours.opens, zone),
                moment(last, hours.to, zone, second=True),
            )


def moment(day: date, clock: time, zone: ZoneInfo, *, second: bool = False) -> datetime:
    """The moment (UTC) when the clock in `zone` shows `clock` on `day`.

    When it shows it twice the first is meant, or the second if `second`. When the clock skips it,
    the moment it skips.
    """
    wall = datetime.combine(day, clock)
    first, last = sorted(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == last:
        return first
    if first.astimezone(zone).replace(tzinfo=None, fold=0) == wall:
        return last if second else first
    return _change_between(first, last, zone)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The second at which the clock is changed, between two moments on either side of it."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after

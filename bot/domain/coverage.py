"""When people ask, against when somebody is there: hour by hour of a week. Pure sums.

How many asked is told in bands only, the lowest being "under five", and of whole weeks that move on
four at a time: so no hour says, and no two weeks' pictures beside each other, that one person asked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.on_shift import gaps
from bot.domain.opening import ONE_DAY, OpeningHours, moment
from bot.domain.report.leaves import FEWEST
from bot.domain.report.weeks import Week
from bot.domain.shifts import Slot

BANDS = (0, FEWEST, 10, 20)
"""From how many requests on an hour is in which band. Our choice, but for the first two."""
WEEKS_BACK = 8
MOVES_ON = 4  # weeks; by them, and not each week
HOURS = 24


@dataclass(frozen=True, slots=True)
class CoverageHour:
    """One hour of the coming week, by the programme's clock, and what that hour was like before."""

    day: date
    hour: int
    band: int  # of requests in all the weeks looked back on, see BANDS
    planned: int  # the fewest who mean to be there at any moment of it
    before: float  # how many were on duty on average, to one decimal
    open: bool  # at any moment of it
    gap: bool  # open, and fewer planned than there should be, at any moment of it


class Gap(NamedTuple):
    """From when to when (UTC) too few mean to be there; `day` is the opening hours' day."""

    day: date
    begins: datetime
    ends: datetime
    band: int  # the highest of the hours it is in


@dataclass(frozen=True, slots=True)
class Coverage:
    """A week to come (Monday to Sunday) against the weeks looked back on."""

    zone: str
    monday: date
    first_day: date  # looked back on, from
    last_day: date
    least: int  # how many should be there, at least one
    hours: tuple[CoverageHour, ...]  # 168, day by day
    gaps: tuple[Gap, ...]

    def in_band(self, band: int) -> Mapping[int, Sequence[int]]:
        """The hours in that band, by weekday (Monday is 0)."""
        found: dict[int, list[int]] = {}
        for one in self.hours:
            if one.band == band:
                found.setdefault(one.day.weekday(), []).append(one.hour)
        return found


def looked_back_on(now: datetime, zone: str) -> tuple[Week, Week]:
    """The first and the last of the whole weeks that are looked back on."""
    running = Week.at(now, zone).monday
    over = (running.toordinal() - 1) // 7 // MOVES_ON * MOVES_ON * 7 + 1
    last = date.fromordinal(over)
    return Week.of(last - WEEKS_BACK * 7 * ONE_DAY), Week.of(last - ONE_DAY)


def coverage(
    hours: OpeningHours,
    monday: date,
    back: tuple[Week, Week],
    asked_at: Iterable[datetime],
    planned: Sequence[Slot],
    duties: Iterable[Slot],
    least: int,
) -> Coverage:
    """The week that begins on `monday` against the weeks from `back[0]` to `back[1]`.

    `asked_at`: when each request of those weeks was made. `duties`: who was on duty in them.
    """
    zone, least = ZoneInfo(hours.zone), max(least, 1)
    asked = Counter((at.weekday(), at.hour) for at in (at.astimezone(zone) for at in asked_at))
    was_there = _minutes(duties, back, zone)
    weeks = (back[1].monday - back[0].monday).days // 7 + 1
    days = [monday + ahead * ONE_DAY for ahead in range(7)]
    # The evening before may run past midnight into Monday.
    opens = {
        day: [s for s in hours.spans(day) if s[0] < s[1]] for day in (days[0] - ONE_DAY, *days)
    }
    spans = [span for one in opens.values() for span in one]
    lacking = [(day, *gap) for day in opens for gap in gaps(opens[day], planned, least)]
    found = []
    for day in days:
        for hour in range(HOURS):
            begins, ends = _hour(day, hour, zone)
            known = (day.weekday(), hour)
            found.append(CoverageHour(
                day=day,
                hour=hour,
                band=_band(asked[known]),
                planned=_fewest(planned, _inside(spans, begins, ends) or [(begins, ends)]),
                before=round(was_there[known] / 60 / weeks, 1),
                open=bool(_inside(spans, begins, ends)),
                gap=any(b < ends and e > begins for _, b, e in lacking),
            ))  # fmt: skip
    last = moment(monday + 7 * ONE_DAY, time(), zone)
    first = moment(monday, time(), zone)
    return Coverage(
        zone=hours.zone,
        monday=monday,
        first_day=back[0].monday,
        last_day=back[1].sunday,
        least=least,
        hours=tuple(found),
        gaps=tuple(
            Gap(day, begins, ends, _most(found, begins, ends, zone))
            for day, begins, ends in lacking
            if ends > first and begins < last and day >= monday
        ),
    )


def _band(count: int) -> int:
    return sum(count >= least for least in BANDS) - 1


def _hour(day: date, hour: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    after = (day, hour + 1) if hour + 1 < HOURS else (day + ONE_DAY, 0)
    return moment(day, time(hour), zone), moment(after[0], time(after[1]), zone)


def _inside(
    spans: Iterable[tuple[datetime, datetime]], begins: datetime, ends: datetime
) -> list[tuple[datetime, datetime]]:
    return [(max(b, begins), min(e, ends)) for b, e in spans if b < ends and e > begins]


def _fewest(there: Sequence[Slot], spans: Sequence[tuple[datetime, datetime]]) -> int:
    """The fewest at any moment of these spans."""
    moments = [
        at
        for begins, ends in spans
        for at in (begins, *(e for s in there for e in s[1:] if begins < e < ends))
    ]
    return min(sum(s.begins <= at < s.ends for s in there) for at in moments)


def _minutes(
    duties: Iterable[Slot], back: tuple[Week, Week], zone: ZoneInfo
) -> Counter[tuple[int, int]]:
    """Minutes on duty, by weekday and hour on the wall."""
    found: Counter[tuple[int, int]] = Counter()
    first, last = back[0].begins(zone.key), back[1].ends(zone.key)
    for one in duties:
        at, ends = max(one.begins, first), min(one.ends, last)
        while at < ends:
            wall = at.astimezone(zone)
            whole = timedelta(hours=1) - timedelta(minutes=wall.minute, seconds=wall.second,
                                                   microseconds=wall.microsecond)  # fmt: skip
            until = min(ends, at + whole)
            found[wall.weekday(), wall.hour] += round((until - at).total_seconds() / 60)
            at = until
    return found


def _most(found: Sequence[CoverageHour], begins: datetime, ends: datetime, zone: ZoneInfo) -> int:
    touched = [0]
    for one in found:
        b, e = _hour(one.day, one.hour, zone)
        if b < ends and e > begins:
            touched.append(one.band)
    return max(touched)

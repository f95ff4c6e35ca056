"""Times a receiver can pick from: where a volunteer means to be there, and nothing is in the way."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.shifts import Slot

SHOWN = 5  # at a time: few enough to choose among
A_DAY = 2  # so that not all of them are the same evening
STEP = timedelta(minutes=30)
AHEAD = timedelta(days=14)  # shifts further ahead are less certain than a wish of one's own

Free = Callable[[Slot, datetime], bool]


def starts(
    slots: Sequence[Slot], lasts: timedelta, after: datetime
) -> Iterator[tuple[datetime, Slot]]:
    """Whole and half hours after `after` at which so long a talk fits a shift, the earliest first."""
    found = []
    for slot in slots:
        begins = max(slot.begins, after).astimezone(UTC)
        late = timedelta(minutes=begins.minute % 30, seconds=begins.second,
                         microseconds=begins.microsecond)  # fmt: skip
        start = begins - late + (STEP if late else timedelta())
        while start + lasts <= slot.ends:
            if start > after:
                found.append((start, slot))
            start += STEP
    return iter(sorted(found, key=lambda one: (one[0], one[1].volunteer)))


def some(
    slots: Sequence[Slot], lasts: timedelta, after: datetime, zone: ZoneInfo, is_free: Free
) -> tuple[datetime, ...]:
    """The next few at which somebody is free, no more than two a day. Nothing says who, or how many."""
    return tuple(islice(_spread(slots, lasts, after, zone, is_free), SHOWN))


def _spread(
    slots: Sequence[Slot], lasts: timedelta, after: datetime, zone: ZoneInfo, is_free: Free
) -> Iterator[datetime]:
    shown: list[datetime] = []
    for start, slot in starts(slots, lasts, after):
        there = start.astimezone(zone)
        that_day = [one for one in shown if one.astimezone(zone).date() == there.date()]
        near = any(abs(start - one) < 2 * STEP + lasts for one in that_day)
        if len(that_day) >= A_DAY or near or not is_free(slot, start):
            continue
        shown.append(start)
        yield start

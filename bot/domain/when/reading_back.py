"""What is read back for confirmation: the parts of a text that says what was understood."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.when.answer import Understood
from bot.domain.when.local import Shown, shown
from bot.domain.when.series import Rhythm, occurrences


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Thursday 26 November at 10:30, Copenhagen time; every week, eight times, the last on 14 January."""

    weekday: int  # 0 is Monday
    day: date
    clock: time
    place: str  # whose time it is: the city of the zone's IANA name, "Copenhagen"
    shown: Shown  # TWICE: `fold` says which of the two, and the text has to
    fold: int
    duration: timedelta | None
    rhythm: Rhythm | None
    times: int | None  # of a series; counted, also when it was said with a date
    last: datetime | None  # of a series
    moved: tuple[datetime, ...]  # of a series: where the clock skips or repeats the time said


def read_back(understood: Understood) -> ReadBack:
    """The parts to tell. Raises ValueError if the start has no zone of its own."""
    start = understood.start
    zone = start.tzinfo
    if not isinstance(zone, ZoneInfo):
        raise ValueError("a time is read back with its zone")
    series = understood.series
    found = occurrences(start, series) if series else ()
    return ReadBack(
        weekday=start.weekday(),
        day=start.date(),
        clock=start.time(),
        place=zone.key.rpartition("/")[2].replace("_", " "),
        shown=shown(start.replace(tzinfo=None, fold=0), zone),
        fold=start.fold,
        duration=understood.duration,
        rhythm=series.rhythm if series else None,
        times=len(found) if series else None,
        last=found[-1].start if found else None,
        moved=tuple(one.start for one in found if one.shown is not Shown.ONCE),
    )

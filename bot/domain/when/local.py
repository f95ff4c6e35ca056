"""What the clock on the wall shows in a zone, on the days it is changed too."""

from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Shown(StrEnum):
    """How often the clock shows a time on its day."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


def moments(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments, aware in `zone`, when the clock shows `wall` (naive): none, one or two in order."""
    both = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    real = [at for at in both if there(at, zone).replace(tzinfo=None, fold=0) == wall]
    if len(real) == 2 and real[0].utcoffset() == real[1].utcoffset():
        return (real[0],)
    return tuple(real)


def shown(wall: datetime, zone: ZoneInfo) -> Shown:
    """How often the clock shows `wall` (naive)."""
    return (Shown.NEVER, Shown.ONCE, Shown.TWICE)[len(moments(wall.replace(fold=0), zone))]


def around_the_gap(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """As much before and after a time the clock skips, in order: 01:30 and 03:30 for 02:30."""
    both = (there(wall.replace(tzinfo=zone, fold=fold), zone) for fold in (0, 1))
    return tuple(sorted(both, key=lambda at: at.astimezone(UTC)))


def there(at: datetime, zone: ZoneInfo) -> datetime:
    """The same moment by the clock of `zone`."""
    return at.astimezone(UTC).astimezone(zone)

"""Time zones as people say them: by an offset, or by a name; and which of them show the same clock."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo

FIXED = "Etc/"  # these know no summer time
_OFFSET = re.compile(
    r"(?:utc|gmt|z)? ?([+\u2212-]) ?(\d{1,2})(?:[:.]?(\d{2}))?(?: ?(?:hours|timer|t))?"
)
_NEITHER = frozenset({"utc", "gmt", "z", "zulu"})
_WEEKS = 26  # looked at, a fortnight apart: the clock is changed at most twice a year
_AROUND = re.compile(r"^(?:in|i|på|to|til|my|min) | (?:time(?: zone)?|tid|tidszone)$")
_NEAR = 0.8  # of 1: how alike two names are before one is offered for the other
_BEGUN = 4  # letters: so much of a name offers it
MOST = 6  # that can be asked about at once


@dataclass(frozen=True, slots=True)
class Found:
    """Zones that somebody may have meant. `surely`: all of them are called what was said."""

    zones: tuple[str, ...]
    surely: bool

    @property
    def one(self) -> str | None:
        """The zone, when it can be nothing else."""
        return self.zones[0] if self.surely and len(self.zones) == 1 else None


def look_up(text: str, names: Mapping[str, Sequence[str]], now: datetime) -> Found:
    """What `text` (small letters, single spaces) may mean; never a guess, and perhaps nothing.

    `names`: what zones are called, those of a country with the greatest first. Zones that show the
    same clock all year from `now` on are one, the first of them.
    """
    if text in _NEITHER:
        return Found((f"{FIXED}UTC",), surely=True)
    if offset := _OFFSET.fullmatch(text):
        return _at_offset(offset, names, now)
    for called in (text, _AROUND.sub("", text)):
        if called in names:
            return Found(told_apart(names[called], now), surely=True)
    begun = [name for name in names if len(text) >= _BEGUN and name.startswith(text)]
    near = [*begun, *get_close_matches(text, names, n=MOST, cutoff=_NEAR)]
    zones = [zone for name in near for zone in told_apart(names[name], now)]
    return Found(tuple(dict.fromkeys(zones))[:MOST], surely=False)


def told_apart(zones: Iterable[str], now: datetime) -> tuple[str, ...]:
    """The first of all those that show the same clock in the coming year."""
    first: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones:
        first.setdefault(_shown(zone, now), zone)
    return tuple(first.values())


def is_fixed(zone: str) -> bool:
    """Whether it is an offset and no place: its clock is never changed."""
    return zone.startswith(FIXED)


def same_clock(one: str, other: str, now: datetime) -> bool:
    """Whether both show the same clock in the coming year."""
    return _shown(one, now) == _shown(other, now)


def _at_offset(said: re.Match[str], names: Mapping[str, Sequence[str]], now: datetime) -> Found:
    hours, minutes = int(said[2]), int(said[3] or 0)
    east = said[1] == "+"
    if hours > (14 if east else 12) or minutes > 59:
        return Found((), surely=False)
    if not hours and not minutes:
        return Found((f"{FIXED}UTC",), surely=True)
    if not minutes:  # in these names the sign is the other way round
        return Found((f"{FIXED}GMT{'-' if east else '+'}{hours}",), surely=True)
    offset = timedelta(hours=hours, minutes=minutes) * (1 if east else -1)
    every = dict.fromkeys(zone for zones in names.values() for zone in zones)
    there = [zone for zone in every if now.astimezone(ZoneInfo(zone)).utcoffset() == offset]
    return Found(told_apart(there, now)[:MOST], surely=False)


def _shown(zone: str, now: datetime) -> tuple[timedelta | None, ...]:
    place, start = ZoneInfo(zone), now.astimezone(UTC)
    moments = (start + timedelta(weeks=2 * n) for n in range(_WEEKS + 1))
    return tuple(moment.astimezone(place).utcoffset() for moment in moments)

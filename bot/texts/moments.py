"""Times as people read them: in their own zone and language."""

from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date, format_datetime
from babel.units import format_unit

from bot.domain.zones import is_fixed

# How a language writes them (Unicode date patterns). 24 hours in English too: this is Denmark.
PATTERNS: Final = {
    "da": {
        "at": "HH:mm",
        "day": "EEEE d. MMMM",
        "when": "EEEE d. MMMM 'kl.' HH:mm",
        "zoned": "EEEE d. MMMM y 'kl.' HH:mm (VVV)",
    },
    "en": {
        "at": "HH:mm",
        "day": "EEEE d MMMM",
        "when": "EEEE d MMMM 'at' HH:mm",
        "zoned": "EEEE d MMMM y 'at' HH:mm (VVV)",
    },
}


def ending_of(name: str) -> str | None:
    """How the time in an argument of this name is told: `at`, `day`, `when` or `zoned`; None if unsaid.

    `at` and `opens_at` tell the time (19:30), `day` and `last_day` weekday and date, `when` and
    `ends_when` both; `zoned` all of it with year and zone, where nothing may be mistaken.
    """
    ending = name.replace("-", "_").rpartition("_")[2]
    return ending if ending in PATTERNS["en"] else None


def wall(moment: datetime, zone: str) -> str:
    """`moment` by the clock of `zone`, as a program reads it: "2030-01-08T19:00+01:00"."""
    try:
        there = moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        there = moment.astimezone(UTC)
    return there.isoformat(timespec="minutes")


def told(moment: datetime, ending: str, language: str, zone: str) -> str:
    """`moment` (aware) by the clock of `zone`; UTC, and saying so, if there is no such zone."""
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return format_datetime(
            moment.astimezone(UTC), PATTERNS[language][ending] + " 'UTC'", locale=language
        )
    there = moment.astimezone(place)
    pattern = PATTERNS[language][ending]
    if is_fixed(zone):  # no place: GMT+02:00
        pattern = pattern.replace("VVV", "ZZZZ")
    said = format_datetime(there, pattern, locale=language)
    if ending == "zoned" and there.utcoffset() != there.replace(fold=1 - there.fold).utcoffset():
        said += ", " + format_datetime(there, "ZZZZ", locale=language)  # the clock shows it twice
    return said


def short(moment: datetime, language: str, zone: str) -> str:
    """The date of `moment` by the clock of `zone`, without its weekday: "15 January"."""
    pattern = "d. MMMM" if language == "da" else "d MMMM"
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), pattern, locale=language)


def listed(moments: str, language: str, zone: str) -> str:
    """Moments, ISO with commas between, as dates: "15 January, 22 January"."""
    told = (datetime.fromisoformat(one) for one in moments.split(",") if one)
    return ", ".join(short(one, language, zone) for one in told)


def told_day(day: date, language: str) -> str:
    """Weekday and date."""
    return format_date(day, PATTERNS[language]["day"], locale=language)


def lasting(minutes: int, language: str) -> str:
    """So many minutes, in the largest unit that tells them whole: "1 day", "90 minutes"."""
    for unit, size in (("day", 24 * 60), ("hour", 60)):
        if minutes % size == 0 and minutes:
            return format_unit(minutes // size, f"duration-{unit}", locale=language)
    return format_unit(minutes, "duration-minute", locale=language)

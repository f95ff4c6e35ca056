"""Days and hours of a timetable as people write them: "24/12", "31 dec 10-14", "fredag lukket".

Only what coordinators and volunteers need for timetables, where what was understood is always read
back. Whatever is left over is an error, never a guess.
"""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from bot.domain.opening import ONE_DAY, Hours

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon mandag man", "tuesday tue tues tirsdag tir tirs",
            "wednesday wed onsdag ons", "thursday thu thur thurs torsdag tor tors",
            "friday fri fredag fre", "saturday sat lørdag lør", "sunday sun søndag søn",
        )
    )
    for word in words.split()
}  # fmt: skip
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar", "february feb februar", "march mar marts", "april apr",
            "may maj", "june jun juni", "july jul juli", "august aug", "september sep sept",
            "october oct oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip

_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:[ ,]+(\d{4}))?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?(?:[/-](\d{4}))?(?![\d:.])")
_DAY_MONTH = re.compile(
    rf"(?:(?:the|den) )?(\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of )?{_MONTH}{_YEAR}\b"
)
_MONTH_DAY = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}(?![\d:.-])")
_NAMED = {"today": 0, "i dag": 0, "tomorrow": 1, "i morgen": 1}
_CLOCK = r"(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?"
_HOURS = re.compile(rf"(?:from |fra )?{_CLOCK} ?(?:-|–|to|til|until) ?{_CLOCK}")
_DAYS = re.compile(r"(\d{1,2})\.? ?(?:-|–|to|til|until) ?(?=\d)")


def simple(text: str) -> str:
    """As it is compared: small letters, single spaces."""
    return " ".join(text.casefold().split())


def day_in(text: str, today: date) -> tuple[date, str] | None:
    """The day `text` begins with, from today on, and what follows it. None if it begins with none."""
    text = simple(text).removeprefix("on ").removeprefix("på ")
    for name, ahead in _NAMED.items():
        if text == name or text.startswith(name + " "):
            return today + ahead * ONE_DAY, text[len(name) :].strip()
    word, _, rest = text.partition(" ")
    if (weekday := WEEKDAYS.get(word.rstrip(".,"))) is not None:
        return today + (weekday - today.weekday()) % 7 * ONE_DAY, rest
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif (found := _NUMBERS.match(text)) or (found := _DAY_MONTH.match(text)):
        day, month, year = found.groups()
    elif found := _MONTH_DAY.match(text):
        month, day, year = found.groups()
    else:
        return None
    which = _date(int(day), MONTHS.get(month) or int(month), int(year) if year else None, today)
    return (which, text[found.end() :].strip(" ,:")) if which else None


def days_in(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of "1-14 july", "1 july - 14 july", "24/12 til 2/1" or a single day."""
    text = simple(text).removeprefix("from ").removeprefix("fra ")
    if (short := _DAYS.match(text)) and (end := day_in(text[short.end() :], today)) and not end[1]:
        first = _date(int(short[1]), end[0].month, end[0].year, today)
        return (first, end[0]) if first and first <= end[0] else None
    begin = day_in(text, today)
    if begin is None or not begin[1]:
        return begin and (begin[0], begin[0])
    until = re.match(r"(?:-|–|to |til |until )\s*", begin[1])
    end = day_in(begin[1][until.end() :], begin[0]) if until else None
    return (begin[0], end[0]) if end and not end[1] and end[0] >= begin[0] else None


def hours_in(text: str) -> tuple[Hours, ...] | None:
    """All hours in `text`: "10-14", "kl. 10.30 til 12, 16-23". None unless it is nothing else."""
    found: list[Hours] = []
    for part in re.split(r", ?| and | og ", simple(text)):
        match = _HOURS.fullmatch(part)
        hours = match and _hours(*match.groups())
        if not hours:
            return None
        found.append(hours)
    return tuple(found)


def upcoming(first: date, last: date) -> Iterator[date]:
    """Each day from `first` to `last`, both included."""
    while first <= last:
        yield first
        first += timedelta(days=1)


def _hours(hour: str, minute: str | None, half: str | None,
           to_hour: str, to_minute: str | None, to_half: str | None) -> Hours | None:  # fmt: skip
    """None if no clock shows these times. In "6-9pm" both are in the evening, in "10-2pm" one is."""
    if to_half == "pm" and half is None and int(hour) < 12:
        half = "pm" if int(hour) % 12 < int(to_hour) % 12 else "am"
    begin, begin_minute = _hour(hour, half), int(minute or 0)
    end, end_minute = _hour(to_hour, to_half), int(to_minute or 0)
    if begin > 23 or end > 24 or max(begin_minute, end_minute) > 59 or (end == 24 and end_minute):
        return None
    return Hours(time(begin, begin_minute), time(end % 24, end_minute))


def _hour(figures: str, half: str | None) -> int:
    if half is None:
        return int(figures)
    return int(figures) % 12 + (12 if half == "pm" else 0) if int(figures) <= 12 else 99


def _date(day: int, month: int, year: int | None, today: date) -> date | None:
    """This day of this year or, without one, the next that is not over. None if there is none."""
    for candidate in (year,) if year else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:  # 29 February, or no day at all
            continue
        if year or found >= today:
            return found
    return None

"""A timetable as volunteers write it: "mon 18-21, every other thu 19-22", "første mandag kl. 18-21"."""

import re
from datetime import date

from bot.domain.calendar_words import WEEKDAYS, hours_in, simple
from bot.domain.opening import Hours
from bot.domain.shifts import Often, Rule

_PLURALS = {f"{word}{end}": day for word, day in WEEKDAYS.items() for end in ("s", "e", "en")}
_DAYS = WEEKDAYS | _PLURALS
_EACH = re.compile(r"^(?:every other|every second|every 2nd|hver anden|hver 2\.?) ")
_ALWAYS = re.compile(r"^(?:every|each|hver|om) ")
_NTH = {
    "first": 1, "1st": 1, "første": 1, "second": 2, "2nd": 2, "anden": 2, "third": 3, "3rd": 3,
    "tredje": 3, "fourth": 4, "4th": 4, "fjerde": 4, "last": -1, "sidste": -1,
}  # fmt: skip
_OF_MONTH = re.compile(r"^(?:of the month|in the month|each month|i måneden|hver måned) ?")
_DAILY = ("daily", "every day", "dagligt", "hver dag")
_WEEKDAYS = ("weekdays", "hverdage", "mon-fri", "man-fre")
# "mon 18-21 thu 19-22": after hours a day begins something new, with or without a comma.
_NEXT = re.compile(rf"(?<=[0-9m]) (?=(?:(?:every|each|hver)(?: \w+)? )?(?:{'|'.join(_DAYS)})\b)")
_START = re.compile(r"(?:kl\.? ?)?\d")


def rules_in(text: str, today: date) -> tuple[Rule, ...] | None:
    """The rules `text` is a list of, counted from `today` on. None unless all of it is understood.

    Days without hours have those that follow: "mon, wed 18-21".
    """
    found: list[Rule] = []
    waiting: list[tuple[Often, int, int, int]] = []
    for part in re.split(r"[,;] ?| and | og ", _NEXT.sub(", ", simple(text))):
        read = _days(part)
        if read is None:
            return None
        days, rest = read
        waiting += days
        if not rest:
            continue
        hours = hours_in(rest)
        if not hours or not waiting:
            return None
        found += [
            _rule(often, weekday, every, nth, one, today)
            for often, weekday, every, nth in waiting
            for one in hours
        ]
        waiting = []
    return None if waiting or not found else tuple(found)


def _rule(often: Often, weekday: int, every: int, nth: int, hours: Hours, today: date) -> Rule:
    return Rule(often=often, weekday=weekday, every=every, nth=nth, hours=hours, since=today)


def _days(part: str) -> tuple[list[tuple[Often, int, int, int]], str] | None:
    for words in _DAILY:
        if part == words or part.startswith(words + " "):
            return [(Often.DAILY, 0, 1, 0)], part[len(words) :].strip()
    for words in _WEEKDAYS:
        if part == words or part.startswith(words + " "):
            each = [(Often.WEEKLY, day, 1, 0) for day in range(5)]
            return each, part[len(words) :].strip()
    every, nth = 1, 0
    if other := _EACH.match(part):
        every, part = 2, part[other.end() :]
    part = _ALWAYS.sub("", part).removeprefix("den ").removeprefix("the ")
    word, _, rest = part.partition(" ")
    if every == 1 and word in _NTH:
        nth = _NTH[word]
        word, _, rest = rest.partition(" ")
        rest = _OF_MONTH.sub("", rest)
    weekday = _DAYS.get(word.rstrip("."))
    if weekday is None:
        # "mon 18-21, 22-23" goes on with more hours of the same day; that is not worth a guess
        return None
    if rest and not _START.match(rest.removeprefix("from ").removeprefix("fra ")):
        return None
    return [(Often.MONTHLY if nth else Often.WEEKLY, weekday, every, nth)], rest

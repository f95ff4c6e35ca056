"""What somebody says after they were asked which time they meant: read with what they said before."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.when.answer import Answer, NotUnderstood, Unclear, Understood, Why
from bot.domain.when.doubt import between, candidates_of
from bot.domain.when.facts import (
    Date,
    DayOfMonth,
    InDays,
    InMonths,
    InWeeks,
    Offset,
    Vague,
    Weekday,
    WeekNumber,
    WeekOf,
)
from bot.domain.when.reading import read
from bot.domain.when.understanding import understand

_DAYS: Final = (
    Date, DayOfMonth, InDays, InMonths, InWeeks, Offset, Vague, Weekday, WeekNumber, WeekOf,
)  # fmt: skip
_CONTRADICTIONS: Final = (
    Why.DO_NOT_FIT, Why.DAY_AND_DATE, Why.NO_SUCH_DAY, Why.NO_SUCH_TIME, Why.PAST,
    Why.UNKNOWN_WORDS,
)  # fmt: skip
# "No, Thursday at ten": what follows counts, where something was asked before it.
_CORRECTING: Final = re.compile(
    r"^\s*(?:(?:no|nej|nope|sorry|undskyld|hov|ups|oops|i mean|jeg mener|rather|hellere)\b[\s,.!:–-]*)+",
    re.I,
)


def understand_after(
    before: str, text: str, now: datetime, zone: ZoneInfo
) -> tuple[Answer, str]:  # fmt: skip
    """What `text` means after `before`, and which words are to be kept if more has to be asked.

    A day that was said stands until another is said: "next Tuesday at 7" and then "7 pm" is never
    the next 7 pm there is. Both are times of the person's own zone.
    """
    if before:
        text = _CORRECTING.sub("", text)
    alone = understand(text, now, zone)
    kept = before if _makes_no_sense(alone) else text
    if not before:
        return alone, kept
    both_text = f"{before} {text}"
    both = understand(both_text, now, zone)
    if isinstance(both, Understood):
        return both, both_text
    earlier = understand(before, now, zone)
    if _says_a_day(text, zone):
        fits = isinstance(both, Unclear) and both.why not in _CONTRADICTIONS and both != earlier
        return (both, both_text) if fits else (alone, kept)
    found = _narrowed(earlier, alone) or _on_the_days(earlier, text, now, zone)
    if found:
        return _one_of(found), both_text
    if isinstance(alone, Understood) and not _days_of(earlier) and not _says_a_day(before, zone):
        return alone, kept
    if isinstance(both, Unclear) and both.why is not Why.UNKNOWN_WORDS:
        return both, both_text
    return (replace(alone, candidates=()) if isinstance(alone, Unclear) else both), before


def _makes_no_sense(answer: Answer) -> bool:
    """Whether it has words nobody understood, and not even something to choose from."""
    if isinstance(answer, Unclear):
        return answer.why is Why.UNKNOWN_WORDS and not answer.candidates
    return isinstance(answer, NotUnderstood)


def _narrowed(earlier: Answer, alone: Answer) -> tuple[Understood, ...]:
    """Those of the times there was doubt between that are at the hour now said."""
    clocks = {one.start.time() for one in candidates_of(alone)}
    return tuple(one for one in candidates_of(earlier) if one.start.time() in clocks)


def _on_the_days(
    earlier: Answer, text: str, now: datetime, zone: ZoneInfo
) -> tuple[Understood, ...]:  # fmt: skip
    """The hour now said, on the days there was doubt between."""
    return tuple(
        one
        for day in _days_of(earlier)
        for one in candidates_of(understand(f"{day.isoformat()} {text}", now, zone))
        if one.start.date() == day
    )


def _days_of(answer: Answer) -> tuple[date, ...]:
    if isinstance(answer, Unclear) and answer.day:
        return (answer.day,)
    return tuple(dict.fromkeys(one.start.date() for one in candidates_of(answer)))


def _says_a_day(text: str, zone: ZoneInfo) -> bool:
    return any(
        isinstance(fact, _DAYS) and not (isinstance(fact, DayOfMonth) and fact.bare)
        for way in read(text, zone).ways
        for fact in way
    )


def _one_of(found: tuple[Understood, ...]) -> Answer:
    return found[0] if len(found) == 1 else Unclear(between(found), found)

"""When do you mean? The one question of this package, for a moment and for how long from now."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.when.answer import Answer, NotUnderstood, Unclear, Understood, Why
from bot.domain.when.doubt import candidates_of, together
from bot.domain.when.facts import Clock, DayOfMonth, Facts, Length, Midnight, Offset, Until, Weekday
from bot.domain.when.local import there
from bot.domain.when.reading import Reading, read
from bot.domain.when.settling import Settling
from bot.domain.when.vocabulary import NOT

HORIZON: Final = timedelta(days=366)  # a year from now; a leap year too
MOSTLY: Final = 0.5
_BARE_MINUTES: Final = re.compile(r"([0-9]{1,3})\.? ")


def understand(text: str, now: datetime, zone: ZoneInfo, *, horizon: timedelta = HORIZON) -> Answer:
    """The moment a text says, seen from `now` (aware) by the clock of `zone`.

    In doubt it is Unclear, and says what to ask; every word is accounted for. What is understood is
    after `now` and at most `horizon` away.
    """
    reading = read(text, zone)
    answers = [
        Settling(way, now, zone, horizon, danish=reading.danish).answer()
        for way in _likely(reading.ways)
    ]
    return _accounted(together(answers), reading)


def how_long(text: str, now: datetime, zone: ZoneInfo, *, horizon: timedelta = HORIZON) -> Answer:
    """How long from `now`: "60" (minutes), "two hours", "until half past nine", "til 21.30".

    The start is `now` itself. A time that is not said to be the end is none, but for one in figures
    alone, such as "21:30".
    """
    reading = read(text, zone)
    if minutes := _BARE_MINUTES.fullmatch(reading.text):
        return Understood(there(now, zone), timedelta(minutes=int(minutes[1])))
    answers = [
        _from_now(way, now, zone, horizon, danish=reading.danish)
        for way in _with_a_time(reading.ways)
    ]
    return _accounted(together(answers), reading)


def _from_now(
    way: Facts, now: datetime, zone: ZoneInfo, horizon: timedelta, *, danish: bool
) -> Answer:
    rest = tuple(fact for fact in way if fact != Offset(timedelta()))
    if len(rest) == 1 and isinstance(rest[0], Length):
        return Understood(there(now, zone), rest[0].time)
    alone = len(rest) == 1 and isinstance(rest[0], Clock) and rest[0].colon and not rest[0].at
    if alone:
        rest = (Until(), *rest)
    if not rest or not isinstance(rest[0], Until):
        return NotUnderstood() if not rest else Unclear(Why.HOW_LONG)
    ends = tuple(
        replace(fact, bare=False) if isinstance(fact, Clock) else fact for fact in rest[1:]
    )
    end = Settling(ends, now, zone, horizon, danish=danish).answer()
    if isinstance(end, Understood):
        return _ending(end, now, zone) or Unclear(Why.HOW_LONG)
    if isinstance(end, Unclear):
        found = (_ending(one, now, zone) for one in end.candidates)
        return replace(end, candidates=tuple(one for one in found if one))
    return end


def _ending(end: Understood, now: datetime, zone: ZoneInfo) -> Understood | None:
    if end.duration or end.series:
        return None
    return Understood(there(now, zone), end.start.astimezone(UTC) - now.astimezone(UTC))


def _likely(ways: tuple[Facts, ...]) -> list[Facts]:
    """Without those in which a mere number is the day of a month and nothing says so.

    "Monday 9" is nine o'clock, or the 9th if that is a Monday.
    """
    kept = []
    for way in ways:
        number = any(isinstance(fact, DayOfMonth) and fact.bare for fact in way)
        is_day = Until() not in way and any(isinstance(fact, Weekday) for fact in way)
        if not number or is_day:
            kept.append(way)
    return kept


def _with_a_time(ways: tuple[Facts, ...]) -> list[Facts]:
    """Without those that say a day and no time, if there are others: "til 10.05" is no day in May."""
    times = (Clock, Midnight, Length)
    with_one = [way for way in ways if any(isinstance(fact, times) for fact in way)]
    return _likely(tuple(with_one) or ways)


def _accounted(answer: Answer, reading: Reading) -> Answer:
    """Whatever was not understood of a text is told, and nothing is certain then."""
    if isinstance(answer, NotUnderstood):
        return answer
    if not reading.unknown:
        return answer
    share = len(reading.unknown) / reading.words
    if share > MOSTLY or (share == MOSTLY and len(reading.unknown) > 1):
        return NotUnderstood()  # it was about something else
    refused = any(word in NOT for word in reading.unknown)
    return Unclear(
        Why.UNKNOWN_WORDS,
        () if refused else candidates_of(answer),
        words=reading.unknown,
    )

"""What times by the clock sound like, and parts of the day."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.domain.when.facts import (
    Clock,
    DayOfMonth,
    Fact,
    Facts,
    InDays,
    Loose,
    Midnight,
    NoSuchTime,
    Part,
    PartOfDay,
    Until,
)
from bot.domain.when.vocabulary import (
    NEVER_BARE,
    PARTS,
    PARTS_OF_TODAY,
    WEEKDAYS,
    Rule,
    number,
    one,
    rule,
)

SPOKEN_ALONE: Final = (5, 10, 15, 20, 25)  # "ten to five"; of others one says that they are minutes
LONGEST_RANGE: Final = timedelta(hours=4)  # "ten to twelve" may be two hours, "ten to five" not


def clock_of(
    hour: int, minute: int = 0, meridiem: str | None = None, *, at: bool = False, **how: bool
) -> tuple[Facts, ...]:
    """A time in figures or words; after am or pm, and from 13 on, nothing is open about it."""
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (meridiem and hour == 0):
        return one((NoSuchTime(),))
    if meridiem == "am":
        if hour == 12:  # "12 am" is midnight, and few agree on which
            return one((Midnight(),) if not minute else (Clock(0, minute, exact=True),))
        exact = Clock(hour, minute, exact=True, written=True, at=at)
        return one((exact,) if hour < 12 else (NoSuchTime(),))
    if meridiem == "pm":
        return one((Clock(hour if hour >= 12 else hour + 12, minute, exact=True, at=at),))
    exact_by_24 = hour == 0 or hour >= 13
    return one((Clock(hour, minute, exact=exact_by_24, at=at, **how),))


def _face(hour: int, minutes: int, meridiem: str | None = None) -> Fact:
    """So many minutes after the hour on a clock face, or before it if negative."""
    if hour > 24 or (meridiem and not 1 <= hour <= 12):
        return NoSuchTime()
    if hour == 0 or hour >= 13:
        whole = (hour * 60 + minutes) % (24 * 60)
        return Clock(whole // 60, whole % 60, exact=True)
    whole = (hour % 12 * 60 + minutes) % (12 * 60)
    if meridiem:
        return Clock(whole // 60 + (12 if meridiem == "pm" else 0), whole % 60, exact=True)
    return Clock(whole // 60 or 12, whole % 60)


def _figures(found: re.Match[str]) -> tuple[Facts, ...]:
    given = found.groupdict()
    at = bool(given.get("at")) and given["at"].split()[0] in ("at", "@")
    hour, minute = given["h"], given.get("m") or "0"
    if len(hour) == 2 and hour[0] == "0":  # "08" is by 24 hours
        return _zero(int(hour), int(minute), given.get("half"), at=at)
    colon = given.get("m") is not None
    return clock_of(
        number(hour),
        int(minute),
        given.get("half"),
        at=at,
        written=hour.isdigit(),
        colon=colon,
    )


def _zero(hour: int, minute: int, meridiem: str | None = None, *, at: bool) -> tuple[Facts, ...]:
    if meridiem or minute > 59:
        return clock_of(hour, minute, meridiem, at=at)
    return one((Clock(hour, minute, exact=True, written=True, colon=True, at=at),))


def _spoken(found: re.Match[str]) -> tuple[Facts, ...]:
    return clock_of(number(found["h"]), number(found["m"]), found["half"])


def _half(sign: int) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda found: one((_face(number(found["h"]), sign * 30, found["pm"]),))


def _half_either(found: re.Match[str]) -> tuple[Facts, ...]:
    hour = number(found["h"])
    return one((_face(hour, 30),), (_face(hour, -30),))


def _beside(found: re.Match[str], sign: int) -> tuple[Facts, ...]:
    """Minutes past or to an hour, or past or to half an hour."""
    given = found.groupdict()
    minutes = 15 if given["n"] is None else number(given["n"])
    hour = number(given["h"])
    said_so = given["n"] is None or given["unit"]
    in_figures = not said_so and given["n"].isdigit() and given["at"] and given.get("to") == "i"
    if in_figures or (not said_so and minutes not in SPOKEN_ALONE):
        return ()  # "kl. 20 i ..." is eight o'clock for some time
    if minutes > 29:
        return one((NoSuchTime(),))
    spoken = (_face(hour, sign * minutes - (30 if given["half"] else 0), given["pm"]),)
    if said_so or given.get("to") != "to":
        return one(spoken)
    span = (*clock_of(minutes)[0], Until(), *clock_of(hour, meridiem=given["pm"])[0])
    if found.string.endswith("from ", 0, found.start()):
        return one(span)
    likely = timedelta() < timedelta(hours=(hour - minutes) % 12) <= LONGEST_RANGE
    return one(spoken, span) if likely else one(spoken)


def _past(found: re.Match[str]) -> tuple[Facts, ...]:
    return _beside(found, +1)


def _to(found: re.Match[str]) -> tuple[Facts, ...]:
    return _beside(found, -1)


def _joined(found: re.Match[str]) -> tuple[Facts, ...]:
    at = found["at"].split()[0] in ("at", "@")
    hour, minute = divmod(int(found["h"]), 100)
    if hour < 13:
        return _zero(hour, minute, at=at)  # four figures are by 24 hours
    return clock_of(hour, minute, at=at, colon=True)


def _bare(found: re.Match[str]) -> tuple[Facts, ...]:
    word = found["h"]
    if word in NEVER_BARE:
        return ()
    if word.isdigit() and len(word) == 2 and word[0] == "0":
        return one((Clock(int(word), exact=True, bare=True),))
    hour = number(word.rstrip("."))
    clock = clock_of(hour, written=word.isdigit(), bare=True) if hour <= 24 else ()
    *_, before = ("", *found.string[: found.start()].split())
    # "Monday 9" may be the 9th; "Friday at 9 30" is not the 30th.
    if before in WEEKDAYS and word.isdigit() and 1 <= hour <= 31:
        return one(*clock, (DayOfMonth(hour, bare=True),))
    return clock


def _always(*facts: Fact) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda _: one(facts)


_MINUTES: Final = r"(?P<at>(?:<at> )*)(?:<quarter>|<n=number>(?: <unit=minutes>)?) "
# "kl. 10 i to timer" is ten o'clock for two hours, and not ten to two.
_NO_UNIT: Final = (
    r"(?! (?:<hours>|<minutes>|<day_units>|<week_units>|<month_units>|<year_units>"
    r"|<times>|<quarter>|<half_before>|<and_a_half>) )"
)
_COLON: Final = r"(?P<at>(?:<at> )*)(?P<h>[0-9]{1,2})[:.,](?P<m>[0-9]{2})\.?"

RULES: Final[tuple[Rule, ...]] = (
    rule(r"(?:<at> )*<half_past> <h=hour>(?: <pm=meridiem>)?", _half(+1)),
    rule(r"(?:<at> )*<half_before> <h=hour>(?: <pm=meridiem>)?" + _NO_UNIT, _half(-1)),
    rule(r"(?:<at> )*half <h=hour>", _half_either),
    rule(r"(?:<at> )*<h=hour_word> <m=minute_word>(?: <half=meridiem>)?", _spoken),
    rule(_MINUTES + r"<past> (?:<half=half_before> )?<h=hour>(?: <pm=meridiem>)?" + _NO_UNIT, _past),
    rule(_MINUTES + r"<to=to> (?:<half=half_before> )?<h=hour>(?: <pm=meridiem>)?" + _NO_UNIT, _to),
    rule(_COLON + r"(?: <half=meridiem>)?(?: <towards>)?", _figures),
    rule(r"(?P<at>(?:<at> )+)(?P<h>[0-9]{4})\.?", _joined),
    rule(r"(?P<at>(?:<at> )*)<h=hour> <half=meridiem>", _figures),
    rule(r"(?P<at>(?:<at> )+)<h=hour>\.?(?: o'clock| <towards>)?", _figures),
    rule(r"<h=hour>(?: o'clock| <towards>)", _figures),
    rule(r"<h=hour>\.?", _bare),
    rule(r"(?:<at> )*<noon>", _always(Clock(12, exact=True))),
    rule(r"(?:<at> )*(?:12|tolv) (?:<noon>)", _always(Clock(12, exact=True))),
    rule(r"(?:<at> )*(?:(?:12|tolv) )?<midnight>", _always(Midnight())),
    rule(r"<p=part>", lambda found: one((Part(PARTS[found["p"]]),))),
    rule(r"<p=part_of_today>", lambda found: one((InDays(0), Part(PARTS_OF_TODAY[found["p"]])))),
    rule(r"morgen", lambda _: one((Part(PartOfDay.MORNING),), (InDays(1),))),
    rule(r"<mornings>", _always(InDays(1), Part(PartOfDay.MORNING))),
    rule(r"<loose>", _always(Loose())),
)  # fmt: skip

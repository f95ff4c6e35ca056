"""What lengths of time sound like: how long, and how long from now."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.domain.when.facts import Fact, Facts, Length, Offset, Showing, Until
from bot.domain.when.vocabulary import LENGTHS, Rule, number, one, rule

_Minutes = Callable[[re.Match[str]], float]


def _whole(found: re.Match[str]) -> float:
    given = found.groupdict()
    hours = number(given["h"]) if given.get("h") else 0
    return hours * 60 + (number(given["n"]) if given.get("n") else 0)


_HOUR: Final = "(?!(?:an?|one) time )"  # "a time" is no hour, though "en time" is

# How a length is written, and the minutes it comes to.
_WAYS: Final[tuple[tuple[str, _Minutes], ...]] = (
    (r"<l=length>", lambda found: LENGTHS[found["l"]]),
    (r"<n=number>\.? <minutes>", _whole),
    (_HOUR + r"<h=number>\.? <hours>", _whole),
    (r"<h=number> <hours> (?:<and> )?<n=number> <minutes>", _whole),
    (r"<h=number> (?:<hours> )?<and_a_half>(?: <hours>)?", lambda found: number(found["h"]) * 60 + 30),
    (r"<h=number> <hours> <and> (?:a quarter|et kvarter)", lambda found: number(found["h"]) * 60 + 15),
    (r"(?P<h>[0-9]{1,2})[.,](?P<t>[0-9]) <hours>", lambda found: int(found["h"]) * 60 + int(found["t"]) * 6),
)  # fmt: skip


def _says(
    minutes: _Minutes, kind: type[Length] | type[Offset]
) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda found: one((kind(timedelta(minutes=minutes(found))),))


def _always(fact: Fact) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda _: one((fact,))


RULES: Final[tuple[Rule, ...]] = (
    *(rule(rf"(?:<for> )?(?:<about> )?{way}", _says(minutes, Length)) for way, minutes in _WAYS),
    *(rule(rf"<in> (?:<about> )?{way}", _says(minutes, Offset)) for way, minutes in _WAYS),
    *(rule(rf"{way} <from_now>", _says(minutes, Offset)) for way, minutes in _WAYS),
    rule(r"<now>", _always(Offset(timedelta()))),
    rule(r"<until>", _always(Until())),
    rule(r"to(?= (?:<at> )*(?:<hour> |<weekday> |[0-9]))", _always(Until())),
    rule(r"(?<=[0-9m] )-(?= [0-9])", _always(Until())),
    rule(r"<first_showing>", _always(Showing(0))),
    rule(r"<second_showing>", _always(Showing(1))),
)

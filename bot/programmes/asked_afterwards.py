"""The check-ins of a programme's file: rounds as people write them, items in their words, WHO-5."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bot.config.problems import Location
from bot.config.section import Language, Section, Switch
from bot.config.toml_text import read
from bot.domain.check_in.plan import END, SERIES_END, CheckIns, Item, Round

WHO_5 = Path(__file__).parent / "instruments" / "who-5.toml"
_AFTER = re.compile(r"(\d{1,2}) (day|week|month)s?")
_DAYS = {"day": 1, "week": 7, "month": 30.4}  # three months are 91 days
_MOST = 9  # items of one instrument can be ten at most; more than twice that nobody answers


def _round(text: Any) -> Round:
    known = {"end": END, "end of series": SERIES_END}
    if isinstance(text, str) and text in known:
        return known[text]
    found = _AFTER.fullmatch(text) if isinstance(text, str) else None
    if found is None or int(found[1]) == 0:
        raise ValueError('must be "end", "end of series", or such as "2 weeks" or "3 months"')
    number, unit = int(found[1]), found[2]
    key = f"{number}-{unit}" + "s" * (number > 1)
    return Round(key, timedelta(days=round(number * _DAYS[unit])))


RoundText = Annotated[Round, BeforeValidator(_round)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
Statement = Annotated[str, Field(min_length=1, max_length=140)]
Words = dict[Language, Statement]


class CheckInsTable(Section):
    """The anonymous check-ins: when, of whom, and what."""

    rounds: tuple[RoundText, ...] = ()
    items: tuple[Name, ...] = Field(default=(), max_length=2 * _MOST)
    volunteers: tuple[Name, ...] = Field(default=(), max_length=2 * _MOST)
    staff: tuple[Name, ...] = Field(default=(), max_length=2 * _MOST)
    who_5: Switch = False
    comments: Switch = True
    wording: dict[Name, Words] = Field(default_factory=dict)


def unworded(table: CheckInsTable) -> Iterator[tuple[Location, str]]:
    """Items that are asked and not worded, and rounds that come twice."""
    for name in ("items", "volunteers", "staff"):
        for item in getattr(table, name):
            if item not in table.wording:
                yield (
                    ("check_ins", name),
                    f'asks "{item}", which is not worded under check_ins.wording',
                )
    keys = [one.key for one in table.rounds]
    for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
        yield ("check_ins", "rounds"), f'names "{key}" twice; leave one out'


def check_ins(table: CheckInsTable) -> CheckIns:
    """The plan of a file in which everything is worded."""

    def worded(names: tuple[str, ...]) -> tuple[Item, ...]:
        return tuple(Item(id=name, labels=_labels(table.wording[name])) for name in names)

    own = worded(table.items)
    who_5, name = _who_5() if table.who_5 else ((), {})
    return CheckIns(
        rounds=table.rounds,
        receivers=(*own, *who_5),
        volunteers=worded(table.volunteers),
        staff=worded(table.staff),
        comments=table.comments,
        names={"who-5": name} if table.who_5 else {},
    )


@cache
def _who_5() -> tuple[tuple[Item, ...], Mapping[str, str]]:
    found = read(WHO_5)
    assert isinstance(found, tuple)
    table = found[0]
    items = tuple(
        Item(
            id=id, labels=labels, answers=table["answers"], instrument="who-5",
            factor=table["factor"],
        )
        for id, labels in table["items"].items()
    )  # fmt: skip
    return items, table["name"]


def _labels(words: Mapping[Any, str]) -> dict[str, str]:
    return {str(language): text for language, text in words.items()}

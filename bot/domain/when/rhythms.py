"""What coming back sounds like: how often, and how many times."""

import re
from collections.abc import Callable
from typing import Final

from bot.domain.when.facts import (
    DayOfMonth,
    During,
    Every,
    Fact,
    Facts,
    Often,
    Times,
    Weekday,
)
from bot.domain.when.vocabulary import HABITS, ORDINALS, WEEKDAYS, Rule, number, one, rule


def _always(*facts: Fact) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda _: one(facts)


def _on(often: Often) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    return lambda found: one((Every(often), Weekday(WEEKDAYS[found["w"]])))


def _nth(found: re.Match[str]) -> tuple[Facts, ...]:
    nth = ORDINALS.get(found["n"] or "", -1)
    return one((Every(Often.MONTHLY), Weekday(WEEKDAYS[found["w"]], nth=nth)))


def _day_of_each(found: re.Match[str]) -> tuple[Facts, ...]:
    said = found["d"].rstrip(".")
    day = ORDINALS[said] if said in ORDINALS else int(re.sub("st|nd|rd|th", "", said))
    return one((Every(Often.MONTHLY), DayOfMonth(day)))


def _during(months: int, weeks: int) -> Callable[[re.Match[str]], tuple[Facts, ...]]:
    def says(found: re.Match[str]) -> tuple[Facts, ...]:
        many = number(found["n"])
        return one((During(weeks=weeks * many, months=months * many),))

    return says


_UNITS: Final = r"(?:<day_units>|<week_units>|<month_units>)"
_FOR: Final = r"(?:<for>|<next_so_long>) "

RULES: Final[tuple[Rule, ...]] = (
    rule(r"(?:<on> )?<weekly>(?: (?:<on>|om))?", _always(Every(Often.WEEKLY))),
    rule(r"<fortnightly>(?: (?:<on>|om))?", _always(Every(Often.FORTNIGHTLY))),
    rule(r"<monthly>(?: <on>)?", _always(Every(Often.MONTHLY))),
    rule(r"(?:<every> (?:other |anden )?)?<otherwise_often>", _always(Every(Often.OTHER))),
    rule(r"(?!<fortnightly> )<every> (?:[0-9]{1,3}|<number_word>|<ordinal>)\.? " + _UNITS,
         _always(Every(Often.OTHER))),
    rule(r"<every> <w=weekday>", _on(Often.WEEKLY)),
    rule(r"<every> <other> <w=weekday>", _on(Often.FORTNIGHTLY)),
    rule(r"<w=habit>", lambda found: one((Every(Often.WEEKLY, habit=True), Weekday(HABITS[found["w"]])))),
    rule(r"(?:(?:on )?the |den )?(?:<n=ordinal>|<last>) <w=weekday> <in_every_month>", _nth),
    rule(r"(?:<on> )*(?P<d>[0-9]{1,2}(?:st|nd|rd|th|\.)?|<ordinal>) <in_every_month>", _day_of_each),
    rule(r"<n=number> <times>", lambda found: one((Times(number(found["n"])),))),
    rule(_FOR + r"<n=number> <week_units>", _during(months=0, weeks=1)),
    rule(_FOR + r"<n=number> <month_units>", _during(months=1, weeks=0)),
    rule(r"(?:<for> |<next_so_long> )?<half_a_year>", _always(During(months=6))),
    rule(_FOR + r"<n=number> <year_units>", _during(months=12, weeks=0)),
)  # fmt: skip

"""What days sound like."""

import re
from typing import Final

from bot.domain.when.facts import (
    Date,
    DayOfMonth,
    Facts,
    InDays,
    InMonths,
    InWeeks,
    Kind,
    NoSuchTime,
    Part,
    PartOfDay,
    Vague,
    Weekday,
    WeekNumber,
    WeekOf,
)
from bot.domain.when.vocabulary import (
    DAYS,
    FIXED,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    WEEKS,
    Rule,
    number,
    one,
    rule,
)

_NOT_OF_WEEKDAYS: Final = "(?! <weekday> )"  # "the second Thursday" is not the 2nd
_IDIOM: Final = 8  # "om otte dage" is in a week, though a week has seven


def _year(found: re.Match[str]) -> int | None:
    given = found.groupdict()
    said = given.get("y") or given.get("y2")
    if not said:
        return None
    return int(said) if len(said) == 4 else 2000 + int(said)


def _in_figures(found: re.Match[str]) -> tuple[Facts, ...]:
    """Day and month; the Americans write them the other way round."""
    first, second, year = int(found["d"]), int(found["m"]), _year(found)
    european = (Date(first, second, year),) if second <= 12 else None
    american = (Date(second, first, year, american=True),) if first <= 12 else None
    if first == second or not american:
        return one(european) if european else one((NoSuchTime(),))
    return one(european, american) if european else one(american)


def _dotted(found: re.Match[str]) -> tuple[Facts, ...]:
    return one((Date(int(found["d"]), int(found["m"]), _year(found)),))


def _perhaps_dotted(found: re.Match[str]) -> tuple[Facts, ...]:
    """A day in November, "10.11", which is also ten past ten; that is said elsewhere."""
    day, month = int(found["d"]), int(found["m"])
    return one((Date(day, month),)) if 1 <= day <= 31 and 1 <= month <= 12 else ()


def _iso(found: re.Match[str]) -> tuple[Facts, ...]:
    if int(found["m"]) > 12:
        return one((NoSuchTime(),))
    return one((Date(int(found["d"]), int(found["m"]), int(found["y"])),))


def _day(found: re.Match[str]) -> int:
    said = found["d"].rstrip(".")
    if said in ORDINALS:
        return ORDINALS[said]
    return int(re.sub("st|nd|rd|th", "", said))


def _named_month(found: re.Match[str]) -> tuple[Facts, ...]:
    return one((Date(_day(found), MONTHS[found["m"]], _year(found)),))


def _of_month(months: int | None) -> Rule:
    ending = {None: "", 0: " <this_month>", 1: " <next_month>"}[months]
    day = r"(?:[0-9]{1,2}(?:st|nd|rd|th|\.)?|<ordinal>)"
    return rule(
        rf"(?:<on> )*(?:the|den|d) (?P<d>{day}){ending}" + _NOT_OF_WEEKDAYS,
        lambda found: one((DayOfMonth(_day(found), months),)),
    )


def _nth_day(found: re.Match[str]) -> tuple[Facts, ...]:
    return one((DayOfMonth(_day(found)),))


def _weekday(kind: Kind) -> Rule:
    before = {Kind.PLAIN: "(?:<on> )*", Kind.THIS: "<this> ", Kind.NEXT: "<next> "}[kind]
    return rule(before + "<w=weekday>", lambda found: one((Weekday(WEEKDAYS[found["w"]], kind),)))


def _morning(found: re.Match[str]) -> tuple[Facts, ...]:
    return one((Weekday(WEEKDAYS[found["w"]]), Part(PartOfDay.MORNING)))


def _week_after(found: re.Match[str]) -> tuple[Facts, ...]:
    return one((Weekday(WEEKDAYS[found["w"]]), InWeeks(1, after=True)))


def _nth(found: re.Match[str]) -> tuple[Facts, ...]:
    nth = ORDINALS.get(found["n"], -1)
    return one((Weekday(WEEKDAYS[found["w"]], nth=nth, month=MONTHS[found["m"]]),))


def _in_days(found: re.Match[str]) -> tuple[Facts, ...]:
    days = number(found["n"])
    idiom = days == _IDIOM and found[0].startswith("om")
    return one((InDays(days, idiom=idiom),))


_DAY_FIGURES: Final = r"(?P<d>[0-9]{1,2}(?:st|nd|rd|th|\.)?|<ordinal>)"
_FIGURES: Final = (
    r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})(?:[-/ ](?P<y>[0-9]{4})|[-/](?P<y2>[0-9]{2}))?"
)
_YEAR: Final = r"(?: (?P<y>20[0-9]{2}))?"

RULES: Final[tuple[Rule, ...]] = (
    rule(r"<d=day>", lambda found: one((InDays(DAYS[found["d"]]),))),
    rule(r"<w=week_of>", lambda found: one((WeekOf(WEEKS[found["w"]]),))),
    rule(r"(?:<on> )*<d=fixed>", lambda found: one((Date(FIXED[found["d"]][1], FIXED[found["d"]][0]),))),
    rule(r"(?:<on> )?(?:<vague>|<month>)", lambda _: one((Vague(),))),
    rule(r"(?:i|in|næste|next|this) <month>", lambda _: one((Vague(),))),
    _weekday(Kind.PLAIN), _weekday(Kind.THIS), _weekday(Kind.NEXT),
    rule(r"(?:<on> )*<w=weekday> morgen", _morning),
    rule(r"(?:<on> )*<w=weekday> week", _week_after),
    rule(r"a week (?:on|from) <w=weekday>", _week_after),
    rule(r"(?:<on> )*(?:<n=ordinal>|<last>) <w=weekday> <of> <m=month>", _nth),
    rule(r"<week_number> (?P<n>[0-9]{1,2})\.?", lambda found: one((WeekNumber(int(found["n"])),))),
    rule(r"(?:<on> )*" + _FIGURES, _in_figures),
    rule(r"(?:<on> )*(?P<d>[0-9]{1,2})[-.](?P<m>[0-9]{1,2})[-.](?P<y>[0-9]{4}|[0-9]{2})", _dotted),
    rule(r"(?:<on> )*(?:den|d) (?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.?", _dotted),
    rule(r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.?", _perhaps_dotted),
    rule(r"(?:<on> )*(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})", _iso),
    rule(rf"(?:<on> )*{_DAY_FIGURES} (?:of )?<m=month>{_YEAR}", _named_month),
    rule(rf"(?:<on> )*<m=month> (?:the )?{_DAY_FIGURES}{_YEAR}", _named_month),
    _of_month(None), _of_month(0), _of_month(1),
    rule(r"(?P<d>[0-9]{1,2}(?:st|nd|rd|th))" + _NOT_OF_WEEKDAYS, _nth_day),
    rule(r"<in> <n=number> <day_units>(?: <from_now>)?", _in_days),
    rule(r"<n=number> <day_units> <from_now>", _in_days),
    rule(r"(?:<in> )?<n=number> <week_units> <from_now>", lambda f: one((InWeeks(number(f["n"])),))),
    rule(r"<in> <n=number> <week_units>", lambda found: one((InWeeks(number(found["n"])),))),
    rule(r"<in> (?:a|one) fortnight", lambda _: one((InWeeks(2),))),
    rule(r"<in> <n=number> <month_units>", lambda found: one((InMonths(number(found["n"])),))),
    rule(r"<in> <n=number> <year_units>", lambda found: one((InMonths(12 * number(found["n"])),))),
)  # fmt: skip

"""Which days are meant by what was said about the day, seen from today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.when.answer import Why
from bot.domain.when.facts import (
    Date,
    DayOfMonth,
    Fact,
    Facts,
    InDays,
    InMonths,
    InWeeks,
    Kind,
    Vague,
    Weekday,
    WeekNumber,
    WeekOf,
)
from bot.domain.when.series import months_after, nth_weekday

DAY_FACTS = (Date, DayOfMonth, Weekday, InDays, InWeeks, InMonths, WeekOf, WeekNumber, Vague)
JUST_PAST: Final = timedelta(days=90)  # then "3 May" was hardly meant to be next year's
LEAP: Final = 8  # years until the next 29 February, at most
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that may be meant; with `why`, there is doubt even if there is only one."""

    days: tuple[date, ...]
    why: Why | None = None


def dates(facts: Facts, today: date, *, danish: bool) -> Dates:
    """The days that fit everything that was said about the day. Raises OverflowError far away."""
    said = tuple(dict.fromkeys(fact for fact in facts if isinstance(fact, DAY_FACTS)))
    if any(isinstance(fact, Vague) for fact in said):
        return Dates((), Why.WHICH_DAY)
    weekdays = [fact for fact in said if isinstance(fact, Weekday)]
    if len({fact.weekday for fact in weekdays}) > 1:
        return Dates((), Why.DO_NOT_FIT)
    weeks = [fact for fact in said if isinstance(fact, WeekOf | WeekNumber | InWeeks)]
    named = [found for fact in said if (found := _named(fact, today)) is not None]
    if named:
        return _together(named, weekdays, weeks, today)
    if weekdays:
        kind = next((w.kind for w in weekdays if w.kind is not Kind.PLAIN), Kind.PLAIN)
        return _weekday(weekdays[0].weekday, kind, weeks, today, danish)
    if len(weeks) == 1 and isinstance(weeks[0], InWeeks):
        return Dates((today + weeks[0].weeks * _WEEK,))
    return Dates((), Why.WHICH_DAY if weeks else None)


def _together(
    named: list[Dates],
    weekdays: list[Weekday],
    weeks: list[WeekOf | WeekNumber | InWeeks],
    today: date,
) -> Dates:
    """Several ways to name one day must name the same one."""
    if impossible := [found for found in named if not found.days]:
        return impossible[0]
    days = [day for day in named[0].days if all(day in found.days for found in named)]
    if not days or any(not _in_week(day, week, today) for week in weeks for day in days):
        return Dates((), Why.DO_NOT_FIT)
    why = next((found.why for found in named if found.why), None)
    plain = [fact for fact in weekdays if fact.nth is None]
    if plain:
        right = [day for day in days if day.weekday() == plain[0].weekday]
        if not right:
            others = _coming(plain[0].weekday, today)
            return Dates(tuple(sorted({*days, others})), Why.DAY_AND_DATE)
        days = right
    return Dates(tuple(days), why)


def _in_week(day: date, week: WeekOf | WeekNumber | InWeeks, today: date) -> bool:
    if isinstance(week, WeekOf):
        return _monday(day) == _monday(today) + week.weeks * _WEEK
    return isinstance(week, WeekNumber) and day.isocalendar().week == week.number


def _named(fact: Fact, today: date) -> Dates | None:
    """The days a fact names by itself; None for a plain weekday, which only narrows."""
    if isinstance(fact, Date):
        return _date(fact, today)
    if isinstance(fact, DayOfMonth):
        return _day_of_month(fact, today)
    if isinstance(fact, InDays):
        days = tuple(today + n * _DAY for n in ((7, 8) if fact.idiom else (fact.days,)))
        return Dates(days)
    if isinstance(fact, InMonths):
        return _existing([(months_after(today.replace(day=1), fact.months), today.day)])
    if isinstance(fact, Weekday) and fact.nth is not None:
        return _nth(fact, fact.nth, today)
    return None


def _existing(days: Iterable[tuple[date, int]]) -> Dates:
    found = []
    for month, day in days:
        try:
            found.append(month.replace(day=day))
        except ValueError:
            continue
    return Dates(tuple(found), None if found else Why.NO_SUCH_DAY)


def _date(fact: Date, today: date) -> Dates:
    if fact.year is not None:
        try:
            return Dates((date(fact.year, fact.month, fact.day),))
        except ValueError:
            return Dates((), Why.NO_SUCH_DAY)
    if not 1 <= fact.month <= 12:
        return Dates((), Why.NO_SUCH_DAY)
    years = range(today.year, today.year + LEAP + 1)
    months = ((date(year, fact.month, 1), fact.day) for year in years)
    every = _existing(months).days
    coming = tuple(day for day in every if day >= today)[:1]
    if not every or (coming and coming[0].year - today.year > 1 and fact.day != 29):
        return Dates((), Why.NO_SUCH_DAY)
    just_past = any(timedelta() < today - day < JUST_PAST for day in every)
    return Dates(coming, Why.PAST if just_past else None)


def _day_of_month(fact: DayOfMonth, today: date) -> Dates:
    if not 1 <= fact.day <= 31:
        return Dates((), Why.NO_SUCH_DAY)
    this = today.replace(day=1)
    if fact.months is not None:
        return _existing([(months_after(this, fact.months), fact.day)])
    # Any two months that follow each other have one with 31 days, but for those around New Year.
    months = [months_after(this, n) for n in range(4) if n or fact.day >= today.day]
    found = _existing((month, fact.day) for month in months).days
    skipped = found[0].month != months[0].month
    wanted = found[:2] if found[0] == today else found[:1]
    return Dates(wanted, Why.WHICH_DAY if skipped else None)


def _nth(fact: Weekday, nth: int, today: date) -> Dates:
    first = today.replace(day=1)
    months = [months_after(first, n) for n in range(13)]
    if fact.month is not None:
        months = [month for month in months if month.month == fact.month]
    every = [day for month in months if (day := nth_weekday(month, fact.weekday, nth))]
    coming = [day for day in every if day >= today]
    if not coming or nth > 5:
        return Dates((), Why.NO_SUCH_DAY)
    return Dates(tuple(coming[: 2 if coming[0] == today else 1]))


def _weekday(
    weekday: int,
    kind: Kind,
    weeks: list[WeekOf | WeekNumber | InWeeks],
    today: date,
    danish: bool,
) -> Dates:
    if len(weeks) > 1:
        return Dates((), Why.DO_NOT_FIT)
    coming, is_today = _coming(weekday, today), today.weekday() == weekday
    of_this_week = _monday(today) + weekday * _DAY
    if not weeks:
        if kind is not Kind.NEXT:
            return Dates((today, coming) if is_today else (coming,))
        # Some mean the one that comes next, and some the one of next week.
        of_next_week = of_this_week + _WEEK
        if coming == of_next_week and coming - today == _DAY:  # or they had said "tomorrow"
            return Dates((coming, coming + _WEEK))
        return Dates(tuple(sorted({coming, of_next_week})))
    week = weeks[0]
    if isinstance(week, WeekOf):
        there = of_this_week + week.weeks * _WEEK
        # Where weeks begin on Sunday, that of next week is seven days earlier.
        american = weekday == 6 and not danish
        return Dates((there - _WEEK, there) if american else (there,))
    if isinstance(week, InWeeks):
        ahead = week.weeks * _WEEK
        if week.after:
            return Dates((today + ahead, coming + ahead) if is_today else (coming + ahead,))
        return Dates(tuple(sorted({coming + ahead, of_this_week + ahead})))
    return _in_numbered_week(week.number, weekday, today)


def _in_numbered_week(number: int, weekday: int, today: date) -> Dates:
    for year in (today.isocalendar().year, today.isocalendar().year + 1):
        try:
            day = date.fromisocalendar(year, number, weekday + 1)
        except ValueError:
            continue
        if day >= today:
            return Dates((day,))
    return Dates((), Why.NO_SUCH_DAY)


def _coming(weekday: int, today: date) -> date:
    return today + ((weekday - today.weekday() - 1) % 7 + 1) * _DAY


def _monday(day: date) -> date:
    return day - day.weekday() * _DAY

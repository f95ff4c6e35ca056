"""A report as rows: every figure there is to tell, in the order it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.check_in.plan import in_order
from bot.domain.report.book import LEFT_OUT, Figure
from bot.domain.report.reporting import ProgrammeReport, Report


class Unit(StrEnum):
    """What a value counts."""

    COUNT = "count"
    MINUTES = "minutes"
    HOURS = "hours"
    TIMES = "times"
    POINTS = "points"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure. `value` None: it was left out. `part`: of what it is a part, if it is one."""

    figure: str
    part: str = ""
    value: float | None = None
    exact: bool = True
    unit: Unit = Unit.COUNT
    answers: int = 0  # of an outcome: from at least so many


REQUESTS: Final = (
    "requests", "met", "unmet", "nobody-there", "nobody-said-yes", "withdrawn", "put-off", "closed",
)  # fmt: skip
APPOINTMENTS: Final = (
    "appointments", "begun", "cancelled", "cancelled-by-receiver", "cancelled-by-volunteer",
    "cancelled-by-coordinator", "could-not-begin", "nobody-could",
)  # fmt: skip
PARTED: Final = (("met-form", "form"), ("begun-form", "begun-form"), ("begun-no-show", "no-show"))
FIGURES: Final = (
    *REQUESTS, *APPOINTMENTS, "contacts", "form", "begun-form", "no-show", "contact-hours",
    "waited-median", "waited-ninth-tenth", "receivers", "returning", "volunteers", "unevenness",
    "duty-hours", "offers-a-contact", "outcome", "outcome-change", "purpose",
)  # fmt: skip
"""Every figure that can stand in a row; each is named by the text `figure-<id>`."""


def rows(one: ProgrammeReport) -> Sequence[Row]:
    """Everything there is to tell of one programme, or of all together."""
    return (
        *_counted(one, (*REQUESTS, "contacts")),
        *_parted(one, "met-form", "form"),
        _measured("contact-hours", one.contact_hours, Unit.HOURS),
        *(_waited(one) if one.programme else ()),
        *_counted(one, APPOINTMENTS),
        *_parted(one, "begun-form", "begun-form"),
        *(row for row in _parted(one, "begun-no-show", "no-show") if row.part == "yes"),
        *_people(one),
        _measured("duty-hours", one.duty_hours, Unit.HOURS),
        *((_plain("offers-a-contact", one.offers_a_contact),) if one.programme else ()),
        *outcomes(one),
    )


def outcomes(one: ProgrammeReport) -> Sequence[Row]:
    """What people answered, item by item and round by round, each with its change since the first."""
    found: list[Row] = []
    items = dict.fromkeys(outcome.item for outcome in one.outcomes)
    for item in items:
        rounds = sorted(
            (o for o in one.outcomes if o.item == item), key=lambda o: in_order(o.round)
        )
        for outcome in rounds:
            part = f"{item}/{outcome.round}"
            found.append(
                Row(figure="outcome", part=part, value=outcome.mean, unit=Unit.POINTS,
                    answers=outcome.answers)
            )  # fmt: skip
            if outcome is not rounds[0]:
                change = round(outcome.mean - rounds[0].mean, 1)
                found.append(
                    Row(figure="outcome-change", part=part, value=change, unit=Unit.CHANGE)
                )
    return found


def week_rows(one: ProgrammeReport) -> Sequence[Row]:
    """How long half waited at most, week by week; `part` is the week."""
    return tuple(
        Row(figure="waited-median", part=p.week.key, value=p.waited, unit=Unit.MINUTES)
        for p in one.weeks
    )


def purposes(report: Report) -> Sequence[Row]:
    """Contacts by what the programmes they were in are for; one contact may count in several."""
    return tuple(
        Row(figure="purpose", part=name, value=f.value, exact=f.exact)
        for name, f in report.purposes.items()
    )


def _counted(one: ProgrammeReport, names: Sequence[str]) -> Iterator[Row]:
    for name in names:
        if (figure := one.figures.get(name)) is not None:
            yield Row(figure=name, value=figure.value, exact=figure.exact)


def _parted(one: ProgrammeReport, way: str, name: str) -> Iterator[Row]:
    parts: Mapping[str, Figure] = one.divided.get(way, {})
    for part, figure in parts.items():
        yield Row(figure=name, part=part, value=figure.value, exact=figure.exact)


def _waited(one: ProgrammeReport) -> Iterator[Row]:
    yield Row(figure="waited-median", value=one.waited_median, unit=Unit.MINUTES)
    yield Row(figure="waited-ninth-tenth", value=one.waited_ninth_tenth, unit=Unit.MINUTES)


def _people(one: ProgrammeReport) -> Iterator[Row]:
    if not one.months:
        return
    yield _measured("receivers", one.receivers or LEFT_OUT, Unit.COUNT)
    yield _measured("returning", one.returning or LEFT_OUT, Unit.COUNT)
    yield _measured("volunteers", one.volunteers or LEFT_OUT, Unit.COUNT)
    if one.programme:
        yield _plain("unevenness", one.unevenness)


def _measured(name: str, figure: Figure, unit: Unit) -> Row:
    return Row(figure=name, value=figure.value, exact=figure.exact, unit=unit)


def _plain(name: str, value: float | None) -> Row:
    return Row(figure=name, value=value, unit=Unit.TIMES)

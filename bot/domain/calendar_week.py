"""One week of a programme as coordinators see it: what is agreed, who means to be there, and gaps.

Values only, for the text and for a picture of the same week. It names volunteers by pseudonym and
appointments by code; of receivers it knows nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.appointment import Appointment
from bot.domain.ids import PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.on_shift import gaps
from bot.domain.opening import ONE_DAY, OpeningHours, moment
from bot.domain.shifts import Slot

DAYS = 7


class Span(NamedTuple):
    """From when to when (UTC)."""

    begins: datetime
    ends: datetime


class CoverKind(StrEnum):
    """Why somebody can be counted on."""

    SHIFT = "shift"  # they mean to be there
    DUTY = "duty"  # they are or were on duty


@dataclass(frozen=True, slots=True)
class Entry:
    """One appointment. `volunteer` is a pseudonym, empty while nobody has said yes."""

    code: str
    begins: datetime
    ends: datetime
    status: AppointmentStatus
    form: str
    volunteer: str = ""
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """One volunteer, by pseudonym, who is there from when to when."""

    volunteer: str
    begins: datetime
    ends: datetime
    kind: CoverKind


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day; all of it UTC and in order. What begins on the day is the day's, however late it ends."""

    day: date
    open: tuple[Span, ...]  # the opening hours that begin on it
    entries: tuple[Entry, ...]
    cover: tuple[Cover, ...]
    gaps: tuple[Span, ...]  # hours still to come in which fewer than `least` mean to be there


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Monday to Sunday by the clock of `zone` (an IANA name)."""

    programme: str
    zone: str
    least: int  # how many should be there while it is open; at least one
    days: tuple[CalendarDay, ...]

    @property
    def first(self) -> date:
        """Its Monday."""
        return self.days[0].day


def monday_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - day.weekday() * ONE_DAY


def bounds(first: date, zone: str) -> Span:
    """From when to when the week that begins on `first` is, by the clock of `zone` (UTC)."""
    place = ZoneInfo(zone)
    return Span(moment(first, time(), place), moment(first + DAYS * ONE_DAY, time(), place))


def week_of(
    programme: str,
    first: date,
    hours: OpeningHours,
    appointments: Sequence[Appointment],
    shifts: Sequence[Slot],
    duties: Sequence[Slot],
    names: Mapping[PersonId, str],
    least: int,
    now: datetime,
) -> CalendarWeek:
    """The week that begins on the Monday `first`. What lies outside of it may be among what is given.

    `names`: the pseudonyms of volunteers; a shift or duty of anybody else is left out. A duty that
    follows from a shift is told as duty as far as it goes.
    """
    least = max(least, 1)
    entries = [_entry(one, names) for one in appointments]
    cover = sorted(
        [
            *_covers(shifts, CoverKind.SHIFT, names, duties),
            *_covers(duties, CoverKind.DUTY, names),
        ],
        key=lambda one: (one.begins, one.volunteer, one.ends),
    )
    there = [*shifts, *duties]
    days = []
    for day in (first + ahead * ONE_DAY for ahead in range(DAYS)):
        begins, ends = (moment(d, time(), ZoneInfo(hours.zone)) for d in (day, day + ONE_DAY))
        spans = tuple(Span(*one) for one in hours.spans(day) if one[0] < one[1])
        ahead_of_now = [(max(one.begins, now), one.ends) for one in spans if one.ends > now]
        days.append(
            CalendarDay(
                day=day,
                open=spans,
                entries=tuple(sorted(
                    (one for one in entries if begins <= one.begins < ends),
                    key=lambda one: (one.begins, one.code),
                )),
                cover=tuple(one for one in cover if begins <= one.begins < ends),
                gaps=tuple(Span(*one) for one in gaps(ahead_of_now, _once(there), least)),
            )
        )  # fmt: skip
    return CalendarWeek(programme, hours.zone, least, tuple(days))


def _entry(appointment: Appointment, names: Mapping[PersonId, str]) -> Entry:
    giver = appointment.volunteer
    return Entry(
        code=appointment.code,
        begins=appointment.begins_at,
        ends=appointment.ends_at,
        status=appointment.status,
        form=appointment.form,
        volunteer=names.get(giver, "") if giver else "",
        in_series=appointment.series is not None,
    )


def _covers(
    slots: Sequence[Slot],
    kind: CoverKind,
    names: Mapping[PersonId, str],
    instead: Sequence[Slot] = (),
) -> Iterable[Cover]:
    for one in slots:
        name = names.get(one.volunteer)
        if name is None:
            continue
        if any(
            other.volunteer == one.volunteer
            and other.begins <= one.begins
            and one.ends <= other.ends
            for other in instead
        ):
            continue
        yield Cover(name, one.begins, one.ends, kind)


def _once(slots: Sequence[Slot]) -> list[Slot]:
    """Each volunteer's time once, also where a duty and a shift overlap."""
    merged: list[Slot] = []
    for one in sorted(slots):
        if merged and merged[-1].volunteer == one.volunteer and one.begins <= merged[-1].ends:
            merged[-1] = merged[-1]._replace(ends=max(one.ends, merged[-1].ends))
        else:
            merged.append(one)
    return merged

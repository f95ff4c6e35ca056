"""A week as coordinators see it: what is agreed and how it stands, who is there, and where nobody is."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.calendar_week import (
    CalendarDay,
    CalendarWeek,
    CoverKind,
    Span,
    monday_of,
)
from bot.domain.calendar_words import day_in
from bot.domain.decision import Decision
from bot.domain.opening import moment
from bot.domain.refusal import Arg, Refusal
from bot.relaying.words import folded
from handlers import opening
from storage import calendar_weeks
from storage.database import Transaction

router = Router()

CALENDAR = Command(
    name="calendar", words=("calendar", "kalender"), who=Role.COORDINATOR,
    takes=(Takes("week", optional=True, rest=True),),
)  # fmt: skip

WEEKS = {
    **dict.fromkeys(("", "this week", "denne uge"), 0),
    **dict.fromkeys(("next week", "next", "næste uge", "næste"), 1),
    **dict.fromkeys(("last week", "last", "sidste uge", "forrige uge"), -1),
}
NUMBERED = re.compile(r"(?:week|uge) (\d{1,2})")
SHOWN_AT_MOST = 60  # appointments in one message; a busier week is told as numbers


@router.command(CALENDAR)
def calendar(turn: Turn, db: Transaction) -> Decision:
    """This week; `calendar next week`, `calendar week 50` or `calendar 7/12`: that one."""
    access.coordinator(turn)
    hours = opening.hours_of(turn.programme, db, turn.now)
    first = week_asked(turn.args.get("week", ""), hours.local_day(turn.now))
    week = calendar_weeks.of(db, turn.programme, hours, first, turn.now)
    entries = [one for day in week.days for one in day.entries]
    rows = [row for day in week.days for row in _day(day, week, turn, len(entries))]
    return turn.answer(
        "calendar",
        title=turn.programme.title(_language(turn)),
        first_day=_noon(week.first, turn),
        last_day=_noon(week.days[-1].day, turn),
        rows="\n".join(rows),
        appointments=len(entries),
        zoned=turn.now,
    )


def week_asked(text: str, today: date) -> date:
    """The Monday of the week these words mean. Raises Refusal when they mean none."""
    wanted = folded(text)
    if wanted in WEEKS:
        return monday_of(today) + WEEKS[wanted] * timedelta(days=7)
    if numbered := NUMBERED.fullmatch(wanted):
        return _numbered(int(numbered[1]), today)
    found = day_in(wanted, today)
    if found is None or found[1]:
        raise Refusal("calendar-how")
    return monday_of(found[0])


def _numbered(week: int, today: date) -> date:
    """The next week of this number, or the one we are in."""
    for year in (today.isocalendar().year, today.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:  # a year of fifty-two weeks, or no week at all
            continue
        if monday >= monday_of(today):
            return monday
    raise Refusal("calendar-how")


def _day(day: CalendarDay, week: CalendarWeek, turn: Turn, in_week: int) -> list[str]:
    """Its lines: the day itself, appointments, who is there, and hours without anybody."""
    render, said = turn.desk.catalogue.render, (_language(turn), week.zone)
    hours = ", ".join(_clock(one, week.zone) for one in day.open)
    of_day: dict[str, Arg] = {"day": _noon(day.day, turn), "hours": hours or "closed"}
    told = [render("calendar-day", of_day, *said).text]
    if in_week > SHOWN_AT_MOST and day.entries:
        told.append(render("calendar-many", {"count": len(day.entries)}, *said).text)
    for one in day.entries if in_week <= SHOWN_AT_MOST else ():
        args: dict[str, Arg] = {
            "time": _clock(Span(one.begins, one.ends), week.zone),
            "code": one.code,
            "form": one.form,
            "state": one.status.value,
            "name": one.volunteer,
        }
        told.append(render("calendar-appointment", args, *said).text)
    for kind in CoverKind:
        there = ", ".join(
            f"{one.volunteer} {_clock(Span(one.begins, one.ends), week.zone)}"
            for one in day.cover
            if one.kind is kind
        )
        if there:
            cover: dict[str, Arg] = {"kind": kind.value, "there": there}
            told.append(render("calendar-cover", cover, *said).text)
    if day.gaps:
        empty = ", ".join(_clock(one, week.zone) for one in day.gaps)
        lacking: dict[str, Arg] = {"gaps": empty, "least": week.least}
        told.append(render("calendar-gaps", lacking, *said).text)
    return told


def _clock(span: Span, zone: str) -> str:
    place = ZoneInfo(zone)
    return f"{span.begins.astimezone(place):%H:%M}-{span.ends.astimezone(place):%H:%M}"


def _noon(day: date, turn: Turn) -> datetime:
    """A moment by which a day is told: the same day in any zone near ours."""
    return moment(day, time(12), ZoneInfo(turn.programme.time_zone))


def _language(turn: Turn) -> str:
    service = turn.desk.config.service.language
    return service if turn.in_coordinators_room else turn.person.language

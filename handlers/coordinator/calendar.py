"""A week as coordinators see it: what is agreed and how it stands, who is there, and where nobody is."""

import re
from datetime import date, timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.calendar_week import monday_of
from bot.domain.calendar_words import day_in
from bot.domain.decision import Decision
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from bot.reports import week as told
from bot.reports.wording import Wording
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


@router.command(CALENDAR)
def calendar(turn: Turn, db: Transaction) -> Decision:
    """This week; `calendar next week`, `calendar week 50` or `calendar 7/12`: that one."""
    access.coordinator(turn)
    service = turn.desk.config.service.language
    language = service if turn.in_coordinators_room else turn.person.language
    words = Wording(turn.desk.catalogue, language, turn.programme.time_zone)
    hours = opening.hours_of(turn.programme, db, turn.now)
    first = week_asked(turn.args.get("week", ""), hours.local_day(turn.now))
    week = calendar_weeks.of(db, turn.programme, hours, first, turn.now)
    title = turn.programme.title(language)
    said = turn.answer(
        "calendar",
        title=title,
        first_day=told.noon(week.first, week),
        last_day=told.noon(week.days[-1].day, week),
        rows=told.told(week, words),
        appointments=sum(len(day.entries) for day in week.days),
        zoned=turn.now,
    )
    said += turn.show("calendar-picture", told.chart(week, title, words).model_dump_json())
    name = f"{words.worded('calendar-file')}-{week.first.isoformat()}.csv"
    return said + turn.hand_over("calendar-table", told.table(week, words), name)


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

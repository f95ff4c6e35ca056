"""A programme's opening hours this week and next, its holidays, and days that are to be otherwise."""

import json
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.calendar_words import day_in, hours_in
from bot.domain.decision import Audit, CloseQuestions, Decision, Note
from bot.domain.opening import ONE_DAY, Hours
from bot.domain.refusal import Arg, Refusal
from bot.domain.row_effects import DecideDay
from bot.domain.zones import same_clock
from bot.programmes import holiday_calendar
from bot.relaying.words import folded
from bot.texts.places import place_name
from handlers import opening
from storage import exceptional_days, requests
from storage.database import Transaction

router = Router()

HOURS = Command(
    name="hours", words=("hours", "åbningstider"), who=Role.COORDINATOR,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip
HOLIDAY = Command(
    name="holiday", words=("holiday", "helligdag", "holidays", "helligdage"), who=Role.COORDINATOR,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip

SHOWN_DAYS = 14
SHOWN_HOLIDAYS = 12
FAR = timedelta(days=370)  # somebody who writes 24/12 means the next one
CLOSED = frozenset(("closed", "close", "shut", "lukket", "luk"))
OPEN = frozenset(("open", "åben", "åbent", "åbn"))
USUAL = frozenset(("usual", "as usual", "normal", "as normal", "som sædvanlig", "som sædvanligt",
                   "som normalt", "sædvanlig", "normalt"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What a coordinator wants of one day; `hours` None takes back what was decided."""

    day: date
    hours: tuple[Hours, ...] | None


@router.command(HOURS)
def hours(turn: Turn, db: Transaction) -> Decision:
    """This week and next, or one day changed: `hours 24/12 closed`, `hours 31 dec 10-14`."""
    access.coordinator(turn)
    if change := turn.args.get("change"):
        return _shown(_read(change, turn), turn, db)
    known = opening.hours_of(turn.programme, db, turn.now)
    today = known.local_day(turn.now)
    monday = today - today.weekday() * ONE_DAY
    named = _names(turn, monday, monday + SHOWN_DAYS * ONE_DAY)
    decided = {one.day for one in exceptional_days.of(db, turn.programme.name)}
    rows = []
    for day in (monday + ahead * ONE_DAY for ahead in range(SHOWN_DAYS)):
        usual = known.hours_of(day) == turn.programme.hours.weekly[day.weekday()]
        why = "coordinators" if day in decided else named.get(day, "" if usual else "programme")
        rows.append(_row(turn, day, known.hours_of(day), why))
    return turn.answer(
        "hours",
        title=turn.programme.title(_language(turn)),
        rows="\n".join(rows),
        clock=_elsewhere(turn),
    )


@router.command(HOLIDAY)
def holiday(turn: Turn, db: Transaction) -> Decision:
    """The holidays to come and how each is treated, or one opened or closed."""
    access.coordinator(turn)
    if change := turn.args.get("change"):
        return _shown(_read(change, turn, holiday=True), turn, db)
    known = opening.hours_of(turn.programme, db, turn.now)
    today = known.local_day(turn.now)
    named = _names(turn, today, today + FAR)
    if not named:
        raise Refusal("holiday-none")
    decided = {one.day for one in exceptional_days.of(db, turn.programme.name)}
    rows = [
        _row(turn, day, known.hours_of(day), name, by_hand=day in decided)
        for day, name in sorted(named.items())[:SHOWN_HOLIDAYS]
    ]
    return turn.answer("holiday", rows="\n".join(rows))


@router.press("hours-confirm", "confirm-yes")
def changed(turn: Turn, db: Transaction) -> Decision:
    """So it is on that day, from now on."""
    me = access.coordinator(turn)
    assert turn.question is not None
    day, kept = json.loads(turn.question.kept)
    change = Change(date.fromisoformat(day), None if kept is None else hours_in(kept) or ())
    name = turn.programme.name
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            DecideDay(name, change.day, change.hours),
            Audit(me.person, "hours", day),
            Note("hours-changed", programme=name),
        )
    )
    return done + turn.answer("hours-done", day=change.day)


def _shown(change: Change, turn: Turn, db: Transaction) -> Decision:
    """What would be, beside what is: shown before anything changes for receivers."""
    now_known = opening.hours_of(turn.programme, db, turn.now)
    today = now_known.local_day(turn.now)
    if change.day < today or change.day > today + FAR:
        raise Refusal("hours-not-then")
    then = change.hours
    if then is None:
        then = opening.without(turn.programme, change.day, db, turn.now).hours_of(change.day)
    before = now_known.hours_of(change.day)
    decided = {one.day for one in exceptional_days.of(db, turn.programme.name)}
    if then == before and (change.hours is None) == (change.day not in decided):
        raise Refusal("hours-already", day=change.day, hours=_told(before))
    kept = None if change.hours is None else ", ".join(map(str, change.hours))
    waiting = requests.waiting(db, turn.programme.name) if change.day == today else ()
    return turn.answer(
        "hours-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps([change.day.isoformat(), kept]),
        day=change.day,
        before=_told(before),
        hours=_told(then),
        waiting=len(waiting),
    )


def _read(text: str, turn: Turn, *, holiday: bool = False) -> Change:
    """One day and what is wanted of it. Raises Refusal when any of it is not understood."""
    programme = turn.programme
    not_understood = Refusal("holiday-how" if holiday else "hours-how")
    found = day_in(folded(text), programme.hours.local_day(turn.now))
    if found is None:
        raise not_understood
    day, wanted = found
    if wanted in CLOSED:
        return Change(day, ())
    if wanted in USUAL:
        return Change(day, None)
    if wanted in OPEN:
        usual = programme.hours.weekly[day.weekday()]
        if not usual:
            raise Refusal("hours-when-open", day=day)
        return Change(day, usual)
    given = hours_in(wanted)
    if not given:
        raise not_understood
    return Change(day, given)


def _row(
    turn: Turn, day: date, hours: tuple[Hours, ...], why: str, *, by_hand: bool = False
) -> str:
    args: dict[str, Arg] = {
        "day": day,
        "hours": _told(hours),
        "why": why,
        "by_hand": by_hand,
    }
    zone = turn.programme.time_zone
    return turn.desk.catalogue.render("hours-row", args, _language(turn), zone).text


def _names(turn: Turn, first: date, last: date) -> dict[date, str]:
    found = holiday_calendar.between(turn.programme.holidays, first, last)
    return {one.day: one.names[_language(turn)] for one in found}


def _told(hours: tuple[Hours, ...]) -> str:
    """`closed` is said in words by the text."""
    return ", ".join(map(_span, hours)) or "closed"


def _span(hours: Hours) -> str:
    return "00:00-24:00" if hours.opens == hours.to == time() else str(hours)


def _elsewhere(turn: Turn) -> str:
    """By whose clock the hours are, if whoever reads them goes by another."""
    zone, now = turn.programme.time_zone, turn.now
    if same_clock(zone, turn.person.zone, now):
        return ""
    return place_name(zone, _language(turn), now)


def _language(turn: Turn) -> str:
    service = turn.desk.config.service.language
    return service if turn.in_coordinators_room else turn.person.language

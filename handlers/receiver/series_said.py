"""Somebody wants to talk again and again: how often and how many times, read back before anybody is asked."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.conversation.turn import Turn
from bot.domain import recurring
from bot.domain.decision import Decision, Tell
from bot.domain.refusal import Arg
from bot.domain.when.answer import Unclear, Understood, Why
from bot.domain.when.series import Rhythm
from bot.programmes import holiday_calendar
from bot.texts import moments
from handlers import opening
from handlers.receiver import asking_when
from storage import appointments
from storage.database import Transaction

SHOWN = 8  # special days that are named


def heard(said: Understood, turn: Turn) -> dict[str, str] | Decision:
    """What was said of a series as answers of a booking, or why it cannot be one."""
    assert said.series is not None
    times = recurring.how_many(said.start, said.series)
    if times is None:
        return asking_when.what_is_open(Unclear(Why.TOO_LONG), turn)
    if times < recurring.FEWEST:
        return turn.answer("series-how-many")
    minutes = int(said.duration / timedelta(minutes=1)) if said.duration else 0
    return {
        "when": said.start.astimezone(UTC).isoformat(),
        "said": "",
        "rhythm": said.series.rhythm.value,
        "times": str(times),
        **({"length": str(minutes)} if minutes else {}),
    }


def left_out(turn: Turn, wish: Mapping[str, str], minutes: int, db: Transaction) -> tuple[int, ...]:
    """The dates of a wished-for series on which they have agreed to something else."""
    return recurring.left_out(
        datetime.fromisoformat(wish["when"]), turn.person.zone, Rhythm(wish["rhythm"]),
        int(wish["times"]), minutes, appointments.of_person(db, turn.person.id), turn.programme,
        turn.person.id,
    )  # fmt: skip


def read_back(turn: Turn, wish: Mapping[str, str], minutes: int, db: Transaction) -> Decision:
    """How often, how many times, from when to when, which are holidays, and how many are left out."""
    first, rhythm, times = datetime.fromisoformat(wish["when"]), wish["rhythm"], int(wish["times"])
    all_dates = recurring.dates(first, turn.person.zone, Rhythm(rhythm), times)
    out = left_out(turn, wish, minutes, db)
    proposed = Tell(
        turn.person.id,
        "series-proposed",
        {
            "zoned": first,
            "minutes": minutes,
            "form": wish.get("form") or turn.programme.forms[0],
            "times": times - len(out),
            "rhythm": rhythm,
            "last_when": all_dates[-1],
            "same": wish["whom"] == "same-volunteer",
            "out": len(out),
            "special": _special([d for n, d in enumerate(all_dates) if n not in out], turn, db),
            "steady": len({date.time() for date in all_dates}) == 1,
        },
        choices=("confirm-yes", "another-time", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps(dict(wish)),
    )
    return Decision(effects=(proposed,))


def _special(dates: Sequence[datetime], turn: Turn, db: Transaction) -> str:
    """Those that are public holidays, or days on which it is closed for once, with what they are."""
    programme, language = turn.programme, turn.person.language
    hours = opening.hours_of(programme, db, turn.now)
    days = {hours.local_day(date): date for date in dates}
    named = {one.day: one.names[language]
             for one in holiday_calendar.between(programme.holidays, min(days), max(days))}  # fmt: skip
    told = []
    for day, date in sorted(days.items()):
        closed = not hours.hours_of(day) and bool(hours.weekly[day.weekday()])
        if day not in named and not closed:
            continue
        args: dict[str, Arg] = {
            "date": moments.short(date, language, turn.person.zone),
            "name": named.get(day, ""),
            "closed": "yes" if closed else "no",
        }
        render = turn.desk.catalogue.render
        told.append(render("series-special-day", args, language, turn.person.zone).text)
    return ", ".join(told[:SHOWN]) + (", …" if len(told) > SHOWN else "")

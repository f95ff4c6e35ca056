"""Somebody wants to talk again and again: how often and how many times, read back before anybody is asked."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.conversation.turn import Turn
from bot.domain import recurring
from bot.domain.decision import Decision, Tell
from bot.domain.when.answer import Understood
from bot.domain.when.series import Rhythm
from storage import appointments
from storage.database import Transaction


def heard(said: Understood, turn: Turn) -> dict[str, str] | Decision:
    """What was said of a series as answers of a booking, or why it cannot be one."""
    assert said.series is not None
    times = recurring.how_many(said.start, said.series)
    if times is None or times < recurring.FEWEST:
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
    )  # fmt: skip


def read_back(turn: Turn, wish: Mapping[str, str], minutes: int, db: Transaction) -> Decision:
    """How often, how many times, from when to when, and how many dates are left out of it."""
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
            "steady": len({date.time() for date in all_dates}) == 1,
        },
        choices=("confirm-yes", "another-time", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps(dict(wish)),
    )
    return Decision(effects=(proposed,))

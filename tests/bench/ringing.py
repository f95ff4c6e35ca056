"""A million timers that wait: what a start and its memory cost, and how late a thousand at once ring."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.appointment import Appointment
from bot.domain.decision import Decision
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.rehearsal.town import Town
from bot.runtime.carrying_out import carry_out
from handlers.appointment import reminders
from storage import people
from storage.database import Transaction
from tests.bench.figures import percentile, summary
from tests.bench.processes import memory
from tests.parts.web_bot import WebProcess

NOW = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)  # a Monday morning
BEGINS = NOW + timedelta(hours=30)
PAIRS = 50
AT_ONCE = 1_000  # reminders: both sides of half as many appointments
STARTS = 3


async def measure(folder: Path, pending: int) -> dict[str, Any]:
    """Milliseconds, megabytes; with `pending` timers and without."""
    folder.mkdir()
    started = await asyncio.to_thread(_starts, folder / "bot", pending)
    return {"pending": pending, "at_once": AT_ONCE, **started, **await _rings(folder, pending)}


def _starts(folder: Path, pending: int) -> dict[str, Any]:
    folder.mkdir()
    bot = WebProcess(folder)
    bot.configure()
    told: dict[str, Any] = {}
    try:
        bot.start()
        bot.stop()
        for kind in ("none", "many"):
            if kind == "many":
                _written(folder / "peerbot.db", pending, datetime.now(UTC))
            took = []
            for _ in range(STARTS):
                took.append(bot.start())
                told[f"memory_{kind}_mb"] = memory(bot.pid)["rss"]
                bot.stop()
            told[f"start_{kind}_ms"] = round(1000 * percentile(took, 0.5))
    finally:
        bot.remove()
    return told


async def _rings(folder: Path, pending: int) -> dict[str, Any]:
    town = await Town.begin(folder, now=NOW)
    for n in range(PAIRS):
        await town.receiver(f"receiver-{n}")
        await town.volunteer(f"volunteer-{n}", on_duty=False)
    await town.database.run(_agree, town)
    await asyncio.to_thread(_written, folder / "town.db", pending, NOW + timedelta(days=3))
    handled: list[float] = []
    engine_handles = town.engine.handle

    async def timed(*of: Any) -> None:
        await engine_handles(*of)
        handled.append(time.perf_counter() - began)

    town.engine.handle = timed  # type: ignore[method-assign, assignment]
    town.now = BEGINS - timedelta(hours=24)
    began = time.perf_counter()
    rung = await town.clock.ring()
    assert rung >= AT_ONCE, f"only {rung} rang"
    town.engine.handle = engine_handles  # type: ignore[method-assign]
    began_sending = time.perf_counter()
    await town.settle()
    sent = time.perf_counter() - began_sending
    await town.close()
    return {
        "late": summary(handled),
        "last_ms": round(1000 * handled[-1]),
        "sent_s": round(sent, 1),
    }


def _agree(db: Transaction, town: Town) -> None:
    ids = {name: _id(db, town, name) for name in town.people}
    for n in range(AT_ONCE // 2):
        appointment = Appointment(
            id=AppointmentId(db.new_id()),
            receiver=ids[f"receiver-{n % PAIRS}"],
            volunteer=ids[f"volunteer-{n % PAIRS}"],
            programme=town.programme.name,
            begins_at=BEGINS,
            minutes=45,
            language="en",
            made_at=NOW,
            sought_since=NOW,
            status=AppointmentStatus.CONFIRMED,
        )
        planned = Decision(save=(appointment,)) + reminders.planned(appointment, db, NOW)
        carry_out(planned, town.desk, db, NOW)


def _id(db: Transaction, town: Town, name: str) -> PersonId:
    met = people.recognise(db, town.address_of(name))
    assert met is not None
    return met.id


def _written(path: Path, pending: int, since: datetime) -> None:
    """So many timers about things of the coming year, in whatever order they were set."""
    with sqlite3.connect(path) as db:
        db.executemany("INSERT INTO timers (kind, about, due_at) VALUES (?, ?, ?)",
                       _timers(pending, since))  # fmt: skip
    db.close()


def _timers(pending: int, since: datetime) -> Iterator[tuple[str, str, int]]:
    first = int(since.timestamp() * 1_000_000) + 3_600_000_000
    step = 365 * 24 * 3_600_000_000 // pending
    for n in range(pending):
        yield "remind-receiver", f"{n * 2_654_435_761 % 2**32:026d}", first + n * step

"""Durable events a second through the real engine, beside a bare commit loop on the same disk.

Taken in turns, so that a busy minute of the machine or the disk falls on all of them.
"""

import os
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiosqlite

from bot.messages import Address, Said
from bot.rehearsal.town import Town
from tests.bench.figures import ratio
from tests.bench.settling import settle

BLOCK = 20  # events at a time, then the next in turn
APART = timedelta(seconds=3)  # of the town's clock between two messages: nobody writes too fast
PRAGMAS = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on")

Doing = Callable[[], Awaitable[None]]


async def measure(folder: Path, events: int) -> dict[str, Any]:
    """Each kind's durable events a second, and how it compares with the bare loop."""
    folder.mkdir()
    town = await Town.begin(folder)
    bare = await aiosqlite.connect(folder / "bare.db", isolation_level=None)
    try:
        for pragma in PRAGMAS:
            await bare.execute(f"PRAGMA {pragma}")
        await bare.execute("CREATE TABLE events (id TEXT PRIMARY KEY, at INTEGER, body BLOB)")
        pair = (Address("matrix", "@rosa:town.example"), Address("matrix", "@vera:town.example"))
        await town.database.run_caused("bench", settle, [pair], town.now)
        kinds: dict[str, Doing] = {
            "bare": lambda: _committed(bare),
            "relay": lambda: _handled(town, pair, "it was a long day, and then it rained"),
            "status": lambda: _handled(town, pair, "!status"),
            "relay_delivered": lambda: _delivered(town, pair),
        }
        spent, cpu = await _in_turns(kinds, events, town)
    finally:
        await bare.close()
        await town.close()
    rates = {kind: round(events / seconds, 1) for kind, seconds in spent.items()}
    return {
        "events": events,
        "per_second": rates,
        "of_bare": {kind: ratio(rate, rates["bare"]) for kind, rate in rates.items()},
        "cpu_ms": {kind: round(1000 * seconds / events, 2) for kind, seconds in cpu.items()},
    }


async def _in_turns(
    kinds: dict[str, Doing], events: int, town: Town
) -> tuple[dict[str, float], dict[str, float]]:
    spent, cpu = dict.fromkeys(kinds, 0.0), dict.fromkeys(kinds, 0.0)
    for doing in kinds.values():  # once before it counts: statements are compiled, files grown
        await doing()
    for _ in range(events // BLOCK):
        for kind, doing in kinds.items():
            began, used = time.perf_counter(), time.process_time()
            for _ in range(BLOCK):
                await doing()
            spent[kind] += time.perf_counter() - began
            cpu[kind] += time.process_time() - used
            await town.courier.send_all()  # the outbox is empty again before the next in turn
    return spent, cpu


async def _committed(db: aiosqlite.Connection) -> None:
    await db.execute("BEGIN IMMEDIATE")
    row = (os.urandom(16).hex(), time.time_ns(), os.urandom(300))
    await db.execute("INSERT INTO events VALUES (?, ?, ?)", row)
    await db.execute("COMMIT")


async def _handled(town: Town, pair: tuple[Address, Address], text: str) -> None:
    town.now += APART
    sender, message = pair[0], town.next_id()
    await town.engine.handle(
        Said(
            id=f"event:{message}",
            at=town.now,
            sender=sender,
            place=town.wire.home_of(sender),
            message=message,
            text=text,
        )
    )


async def _delivered(town: Town, pair: tuple[Address, Address]) -> None:
    await _handled(town, pair[::-1], "and then?")
    await town.courier.send_all()

"""How long a start takes, what it weighs, and how soon it answers with many rooms."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any

from bot.app import key_of
from bot.config import load
from storage.database import Database
from storage.opening import open_up
from storage.vault import Vault
from tests.acceptance.bot_process import BotProcess
from tests.bench.answering import Seat
from tests.bench.figures import percentile
from tests.bench.processes import memory
from tests.bench.rooms import fill
from tests.parts.synapse import Synapse

STARTS = 5
SETTLED_WITHIN = 120.0  # seconds until everything that came is committed


async def measure(bot: BotProcess, synapse: Synapse, seat: Seat, rooms: int) -> dict[str, Any]:
    """Needs a running bot; leaves one running."""
    told: dict[str, Any] = {"rooms_few": memory(bot.pid)}
    starts = []
    for _ in range(STARTS):
        bot.stop()
        starts.append(await asyncio.to_thread(bot.start))
    told["process_ready_ms"] = round(1000 * percentile(starts, 0.5))
    told["first_answer_few_ms"] = await _first_answer(bot, seat)
    told["after_start"] = memory(bot.pid)
    bot.stop()
    told["database_current_ms"] = await _database(bot.config)
    await asyncio.to_thread(bot.start)
    if rooms:
        began = time.perf_counter()
        await fill(synapse, bot.account, rooms)
        await _answer(seat)  # it has met them all: what is asked later is answered later
        told["rooms"] = rooms
        told["filling_s"] = round(time.perf_counter() - began)
        told["rooms_met"] = memory(bot.pid)
        told["first_answer_many_ms"] = await _first_answer(bot, seat)
        told["rooms_restarted"] = memory(bot.pid)
    return told


async def _answer(seat: Seat, since: int | None = None) -> float:
    before = len(seat.watch.came) if since is None else since
    if since is None:
        await seat.watch.say(seat.bot_room, "!status")
    own = seat.watch.person.user_id
    came = await seat.watch.sees(
        lambda came: came.room == seat.bot_room and came.sender != own, before
    )
    return came.at


async def _first_answer(bot: BotProcess, seat: Seat) -> int:
    """Milliseconds from the start of the process until somebody who wrote meanwhile is answered."""
    bot.stop()
    before = len(seat.watch.came)
    await seat.watch.say(seat.bot_room, "!status")
    began = time.perf_counter()
    bot.launch()
    return round(1000 * (await _answer(seat, since=before) - began))


async def _database(config_file: Path) -> float:
    """Milliseconds to look a database over that is up to date; the median."""
    config = load(config_file, os.environ)
    taken = []
    for _ in range(STARTS):
        began = time.perf_counter()
        database = Database(config.storage.database, Vault(key_of(config)))
        await open_up(database)
        taken.append(time.perf_counter() - began)
        await database.close()
    return round(1000 * percentile(taken, 0.5), 1)

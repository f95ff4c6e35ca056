"""`make bench`: how fast and how heavy, beside the least that could do it. See docs/measuring.md."""

import argparse
import asyncio
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.app import key_of
from bot.config import load
from bot.messages import Address
from storage.database import Database
from storage.opening import open_up
from storage.vault import Vault
from tests.acceptance.bot_process import BotProcess
from tests.bench import answering, booking, crowd, durable, reporting, ringing, starting, visitors
from tests.bench.answering import Seat
from tests.bench.processes import EchoProcess
from tests.bench.settling import settle, utc_now
from tests.bench.table import written
from tests.bench.watch import Watch
from tests.parts.nio_client import NioPerson
from tests.parts.places import PARTS, synapse_python
from tests.parts.synapse import Synapse

PAIRS = 3  # so that nobody writes faster than the bot allows
ROOMS = 2_000
ROUNDS = 120
EVENTS = 400
VISITORS = 500
PEOPLE = 400
STEPS = 1_000_000
ANSWERS = 200_000
TIMERS = 1_000_000
VOLUNTEERS = 10_000
RATE, SECONDS = 50.0, 30.0  # messages of all visitors in each second, and for how long
OF_SYNAPSE = frozenset({"answers", "rooms"})
QUIET_SYNAPSE = """\
stats: {enabled: false}
user_directory: {enabled: false}
presence: {enabled: false}
"""  # what nobody here looks at; it slows down the making of rooms


def main() -> int:
    asked = _asked()
    if OF_SYNAPSE & set(asked.only) and synapse_python() is None:
        print("!! NOT MEASURED: Synapse is missing here; run `make parts` (Linux only).")
        return 1 if os.environ.get("CI") else 0
    # Beside the checkout and not in /tmp, which may be memory: the disk is half of the matter.
    PARTS.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=PARTS))
    load, began = round(os.getloadavg()[0], 1), time.monotonic()
    told: dict[str, Any] = {}
    try:
        asyncio.run(_measure(folder, asked, told))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    took = round(time.monotonic() - began)
    _tell(told, "run", {"cores": os.cpu_count(), "load": load, "took_s": took})
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=2) + "\n")
    return 0


async def _measure(folder: Path, asked: argparse.Namespace, told: dict[str, Any]) -> None:
    if "durable" in asked.only:
        _say("durable events …")
        _tell(told, "durable", await durable.measure(folder / "town", asked.events))
    if "reports" in asked.only:
        _say(f"reports over {asked.steps} steps and {asked.answers} answers …")
        found = await reporting.measure(folder / "reports", asked.steps, asked.answers)
        _tell(told, "reports", found)
    if "timers" in asked.only:
        _say(f"{asked.timers} timers …")
        _tell(told, "timers", await ringing.measure(folder / "timers", asked.timers))
    if "booking" in asked.only:
        _say(f"a booking among {asked.volunteers} volunteers …")
        _tell(told, "booking", await booking.measure(folder / "booking", asked.volunteers))
    if "visitors" in asked.only:
        _say(f"{asked.visitors} visitors of our own page …")
        figures = await visitors.measure(folder / "page", asked.visitors, RATE, SECONDS)
        _tell(told, "visitors", figures)
    if "discord" in asked.only:
        _say(f"{asked.people} people on Discord who write at once …")
        _tell(told, "discord", await crowd.measure(folder / "crowd", asked.people))
    if not OF_SYNAPSE & set(asked.only):
        return
    synapse = Synapse(extra=QUIET_SYNAPSE)
    try:
        synapse.start()
        async with _everybody(synapse, folder) as (echo, bot, seats):
            if "answers" in asked.only:
                _say("answers …")
                figures = await answering.measure(seats, echo.pid, bot.pid, asked.rounds)
                _tell(told, "answers", figures)
            if "rooms" in asked.only:
                _say(f"starts, and {asked.rooms} rooms …")
                figures = await starting.measure(bot, synapse, seats[0], asked.rooms)
                _tell(told, "starting", figures)
    finally:
        synapse.remove()


@asynccontextmanager
async def _everybody(
    synapse: Synapse, folder: Path
) -> AsyncIterator[tuple[EchoProcess, BotProcess, list[Seat]]]:
    """Both bots at work, and pairs of people who have each talked with both."""
    (folder / "bot").mkdir()
    bot = BotProcess(synapse, folder / "bot")
    bot.configure()
    async with AsyncExitStack() as stack:
        people = [NioPerson.of(synapse, name) for name in ("rosa", "vera") * PAIRS]
        await _seed(bot, people)
        echo_account = synapse.register(synapse.fresh_name("echo"))
        echo = stack.enter_context(EchoProcess(synapse.url, echo_account, folder / "echo"))
        stack.callback(bot.remove)
        await asyncio.to_thread(bot.start)
        seats = [await _seat(await stack.enter_async_context(p), echo, bot) for p in people]
        for one, two in zip(seats[::2], seats[1::2], strict=True):
            one.other, two.other = two, one
        await answering.measure(seats, echo.pid, bot.pid, len(seats))  # keys are exchanged
        yield echo, bot, seats


async def _seed(bot: BotProcess, people: list[NioPerson]) -> None:
    config = load(bot.config, os.environ)
    database = Database(config.storage.database, Vault(key_of(config)))
    addresses = [Address("matrix", person.user_id) for person in people]
    pairs = list(zip(addresses[::2], addresses[1::2], strict=True))
    await open_up(database)
    await database.run_caused("bench", settle, pairs, utc_now())
    await database.close()


async def _seat(person: NioPerson, echo: EchoProcess, bot: BotProcess) -> Seat:
    seat = Seat(
        Watch(person),
        echo_room=await person.open_direct(echo.user_id),
        bot_room=await person.open_direct(bot.user_id),
    )
    await seat.watch.say(seat.bot_room, "!status")
    await seat.watch.sees(lambda came: came.room == seat.bot_room and came.sender == bot.user_id)
    return seat


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="answers of each kind")
    parser.add_argument("--events", type=int, default=EVENTS, help="durable events of each kind")
    rooms = int(os.environ.get("PEERBOT_ROOMS", ROOMS))
    parser.add_argument("--rooms", type=int, default=rooms, help="or PEERBOT_ROOMS")
    parser.add_argument("--steps", type=int, default=STEPS, help="of the journal, to report on")
    parser.add_argument("--answers", type=int, default=ANSWERS, help="anonymous, likewise")
    parser.add_argument("--timers", type=int, default=TIMERS, help="that wait")
    parser.add_argument("--volunteers", type=int, default=VOLUNTEERS, help="with shifts")
    parser.add_argument("--visitors", type=int, default=VISITORS, help="with the page open")
    parser.add_argument("--people", type=int, default=PEOPLE, help="on Discord, at once")
    parts = ("answers", "durable", "reports", "timers", "booking", "visitors", "discord", "rooms")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    logging.getLogger("nio").setLevel(logging.CRITICAL)  # of the people; it names their devices
    return parser.parse_args()


def _tell(told: dict[str, Any], part: str, figures: dict[str, Any]) -> None:
    told[part] = figures
    print(written(part, figures), flush=True)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""What a houseful of visitors costs: 500 open pages in 250 contacts, writing to each other.

The visitors sit in a process of their own (`tests/bench/houseful.py`), which also holds the watch:
from the moment before a message goes into one socket until it has come out of another.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import key_of
from bot.config import load
from bot.messages import Address
from bot.platforms.web.hall import place_of
from storage import people, visits
from storage.database import Database, Transaction
from storage.opening import open_up
from storage.vault import Vault
from storage.visitor_seal import new_secret
from tests.bench.figures import percentile
from tests.bench.processes import cpu_seconds, memory
from tests.bench.settling import settle, utc_now
from tests.parts.places import ROOT
from tests.parts.web_bot import WebProcess

COOKIE = "peerbot-visit"
DAY = 24  # hours; the visits last


async def measure(folder: Path, visitors: int, rate: float, seconds: float) -> dict[str, Any]:
    """`rate` messages a second in all, for so long."""
    folder.mkdir()
    bot = WebProcess(folder, behind_proxy="true")  # so that they come from many addresses
    bot.configure(contacts=24)
    secrets = await _seeded(bot, visitors)
    bot.start()
    try:
        return await asyncio.to_thread(_measured, bot, secrets, rate, seconds)
    finally:
        bot.stop()


def _measured(bot: WebProcess, secrets: list[str], rate: float, seconds: float) -> dict[str, Any]:
    told: dict[str, Any] = {"visitors": len(secrets), "rate": rate, "seconds": seconds}
    with _Houseful(bot.base, secrets[:2]) as first:  # what is loaded for the first visitor only
        first.writes(2, 2)
    empty = memory(bot.pid)
    with _Houseful(bot.base, secrets) as house:
        told["opening_s"] = house.opened_s
        told["each_open_kb"] = _each(memory(bot.pid), empty, len(secrets))
        used, began = cpu_seconds(bot.pid), time.perf_counter()
        found = house.writes(rate, seconds)
        took = time.perf_counter() - began
        told["cpu_share"] = round((cpu_seconds(bot.pid) - used) / took, 2)
        told["each_after_kb"] = _each(memory(bot.pid), empty, len(secrets))
    told["sent"], told["lost"], told["twice"] = found["sent"], found["lost"], found["twice"]
    for kind in ("across", "acked"):
        told[kind] = {
            f"p{share}_ms": round(1000 * percentile(found[kind], share / 100), 1)
            for share in (50, 95, 99)
        }
    return told


def _each(
    full: dict[str, float | None], empty: dict[str, float | None], visitors: int
) -> dict[str, float | None]:
    """Kilobytes more for each."""
    each: dict[str, float | None] = {}
    for kind, now in full.items():
        before = empty[kind]
        more = None if now is None or before is None else now - before
        each[kind] = None if more is None else round(more * 1024 / visitors)
    return each


async def _seeded(bot: WebProcess, visitors: int) -> list[str]:
    """The secrets of so many visits; the first and the second are in touch, and so on."""
    config = load(bot.config, os.environ)
    database = Database(config.storage.database, Vault(key_of(config)))
    secrets = [new_secret() for _ in range(visitors)]
    await open_up(database)
    await database.run_caused("bench", _seed, secrets)
    await database.close()
    return secrets


def _seed(db: Transaction, secrets: list[str]) -> None:
    now = utc_now()
    accounts = [f"bench{n}" for n in range(len(secrets))]
    for secret, account in zip(secrets, accounts, strict=True):
        visits.begin(db, secret, account, False, timedelta(hours=DAY), now)
    addresses = [Address("web", account) for account in accounts]
    settle(db, list(zip(addresses[::2], addresses[1::2], strict=True)), now)
    for address in addresses:
        met = people.recognise(db, address)
        assert met is not None
        people.heard_at(db, met.id, place_of(address.user), now)


class _Houseful:
    """The visitors' process."""

    def __init__(self, base: str, secrets: list[str]) -> None:
        began = time.perf_counter()
        self._process = subprocess.Popen(
            [
                sys.executable,
                str(ROOT / "tests/parts/die_with_parent.py"),
                "-m",
                "tests.bench.houseful",
            ],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._asks({"base": base, "cookies": [f"{COOKIE}={secret}" for secret in secrets]})
        self.opened_s = round(time.perf_counter() - began, 1)

    def __enter__(self) -> "_Houseful":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def writes(self, rate: float, seconds: float) -> dict[str, Any]:
        """They write; what the watch says."""
        return self._asks({"rate": rate, "seconds": seconds})

    def _asks(self, wish: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        if not said:
            raise RuntimeError("the visitors did not come in")
        found: dict[str, Any] = json.loads(said)
        return found

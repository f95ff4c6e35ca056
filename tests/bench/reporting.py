"""Reports over a year of a busy service, and whether anybody who writes meanwhile has to wait.

A year of steps is written into the journal, and a year of anonymous answers beside it; then people
write to each other, one message after the other, first in peace and then while all of it is counted; and
a coordinator asks for the year.
"""

import asyncio
import json
import random
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.report.weeks import Week
from bot.messages import Address, Said
from bot.rehearsal.town import Town
from bot.runtime.counting import Counting
from tests.bench.figures import percentile
from tests.bench.settling import settle

NOW = datetime(2031, 1, 6, 17, 0, tzinfo=UTC)  # the year before is over
ZONE = "Europe/Copenhagen"
PAUSE = 0.02  # seconds between two messages
IN_PEACE = 300  # messages
Numbers = Callable[[random.Random], dict[str, Any]]
SHARES: tuple[tuple[str, Numbers, int], ...] = (
    # of the steps of a year: action, its numbers, how many of a hundred
    ("offer-put", lambda c: {"wave": c.randint(1, 3)}, 45),
    ("request-opened", lambda c: {"form": "chat"}, 12),
    ("offer-accepted", lambda c: {}, 10),
    ("contact-began", lambda c: {
        "waited_seconds": int(c.expovariate(1 / 180)), "form": c.choice(("chat", "chat", "voice")),
        "from": "request", "receiver": c.choice((1, 1, 1, 2, 3)), "volunteer": c.randint(1, 12),
    }, 10),
    ("contact-ended", lambda c: {"by": "time", "minutes": c.randint(5, 60), "extended": 0}, 10),
    ("debriefed", lambda c: {"feeling": "light"}, 8),
    ("request-unmet", lambda c: {"waited": 30, "why": c.choice(("nobody-there", "nobody-said-yes"))}, 2),
    ("request-withdrawn", lambda c: {}, 2),
    ("duty-off", lambda c: {"minutes": c.randint(30, 180)}, 1),
)  # fmt: skip


async def measure(folder: Path, steps: int, answers: int) -> dict[str, Any]:
    """Seconds, megabytes, and how long messages take in peace and meanwhile."""
    folder.mkdir()
    town = await Town.begin(folder, now=NOW)
    pair = (Address("matrix", "@rosa:town.example"), Address("matrix", "@vera:town.example"))
    await town.database.run_caused("bench", settle, [pair], town.now)
    carla = await town.coordinator("carla")
    items = [item.id for item in town.programme.check_ins.receivers]
    await asyncio.to_thread(_written, folder / "town.db", steps, answers, items)
    town.counting = Counting(town.database, town.engine, town.desk, lambda: town.now)
    talk = Talk(town, pair)
    for _ in range(20):  # once before it counts: statements are compiled
        await talk.message()

    peace = [await talk.message() for _ in range(IN_PEACE)]
    before = _most_memory()
    counting = asyncio.ensure_future(_timed(town.counting.count()))
    meanwhile = [await talk.message() for _ in iter(counting.done, True)]
    counted = await counting

    town.now += timedelta(minutes=5)
    await town.settle()  # what the messages left to do
    began = time.perf_counter()
    await carla.says("figures 2030")
    told = time.perf_counter() - began
    heard = carla.heard()
    assert heard[-1] == "report-page", "the year was not told"
    assert not answers or "report-outcomes" in heard, "the answers were not told"
    await town.close()
    return {
        "steps": steps,
        "answers": answers,
        "counted_s": round(counted, 2),
        "told_ms": round(1000 * told, 1),
        "memory_mb": round((_most_memory() - before) / 1024, 1),
        "in_peace": _told(peace),
        "meanwhile": _told(meanwhile),
    }


class Talk:
    """Two people write to each other, slowly enough by the town's clock."""

    def __init__(self, town: Town, pair: tuple[Address, Address]) -> None:
        self._town, self._pair, self._n = town, pair, 0

    async def message(self) -> float:
        """One message; the seconds until it was handled for good."""
        self._n += 1
        self._town.now += timedelta(seconds=3)
        sender = self._pair[self._n % 2]
        said = Said(
            id=f"bench:{self._n}", at=self._town.now, sender=sender,
            place=self._town.home_of(sender), message=f"m{self._n}", text="it rained all night",
        )  # fmt: skip
        began = time.perf_counter()
        await self._town.engine.handle(said)
        took = time.perf_counter() - began
        await asyncio.sleep(PAUSE)
        return took


async def _timed(doing: Any) -> float:
    began = time.perf_counter()
    await doing
    return time.perf_counter() - began


def _written(path: Path, steps: int, answers: int, items: list[str]) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=off")  # before the measuring
    database.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", _steps(steps))
    told = "INSERT INTO check_in_answers (key, programme, round, item, value, week) VALUES (?, ?, ?, ?, ?, ?)"
    database.executemany(told, _answers(answers, items))
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _steps(steps: int) -> Iterator[tuple[str, int, str, str, str, str]]:
    chance = random.Random(1)
    begins = Week(2030, 1).begins(ZONE).timestamp()
    span = Week(2030, 52).ends(ZONE).timestamp() - begins
    weights = [share for *_, share in SHARES]
    for n in range(steps):
        action, numbers, _ = chance.choices(SHARES, weights)[0]
        at = int((begins + span * n / steps) * 1_000_000)
        yield f"bench{n:021}", at, "drop-in", action, f"about{n:021}", json.dumps(numbers(chance))


def _answers(many: int, items: list[str]) -> Iterator[tuple[str, str, str, str, int, str]]:
    chance = random.Random(2)
    for n in range(many):
        round = chance.choice(("end", "end", "2-weeks", "3-months"))
        week = Week(2030, 1 + n * 52 // many).key
        yield (
            f"{chance.getrandbits(104):026x}", "drop-in", round, chance.choice(items),
            chance.randrange(11), week,
        )  # fmt: skip


def _told(seconds: list[float]) -> dict[str, float]:
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99}
    told = {name: round(1000 * percentile(seconds, share), 1) for name, share in shares.items()}
    return {**told, "most_ms": round(1000 * max(seconds), 1), "messages": len(seconds)}


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kB, the most so far

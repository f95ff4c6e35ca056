"""How long until somebody sees an answer: the bot and a bare echo bot, message by message in turns.

The time runs from before the person's client begins to encrypt until the answer is in clear at the
client of whoever it is for. CPU is what the bot's process used from one message to the next, with
all that it does afterwards.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.bench.figures import percentile, ratio, summary
from tests.bench.processes import cpu_seconds
from tests.bench.watch import Watch

AFTERWARDS = 0.15  # seconds until the next message: what follows an answer is counted with it
KINDS = ("echo", "status", "relay")


@dataclass(slots=True)
class Seat:
    """Somebody who talks with both bots, and through one of them with somebody else."""

    watch: Watch
    echo_room: str
    bot_room: str
    other: "Seat | None" = None


@dataclass(slots=True)
class Spent:
    """What the answers of one kind took."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


async def measure(seats: Sequence[Seat], echo: int, bot: int, rounds: int) -> dict[str, Any]:
    """`echo` and `bot` are process ids. Every round asks each once, in turning order."""
    spent = {kind: Spent() for kind in KINDS}
    ask: dict[str, Callable[[Seat, int], Awaitable[float]]] = {
        "echo": _echo,
        "status": _status,
        "relay": _relay,
    }
    for n in range(rounds):
        seat = seats[n % len(seats)]
        first = n % len(KINDS)
        for kind in (*KINDS[first:], *KINDS[:first]):
            pid = echo if kind == "echo" else bot
            used = cpu_seconds(pid)
            began = time.perf_counter()
            spent[kind].seconds.append(await ask[kind](seat, n) - began)
            await asyncio.sleep(AFTERWARDS)
            spent[kind].cpu.append(cpu_seconds(pid) - used)
    return _told(spent, rounds)


async def _echo(seat: Seat, n: int) -> float:
    text = f"echo {n}"
    return await _answered(
        seat, seat.echo_room, text, seat.watch, lambda body: body == text, seat.echo_room
    )


async def _status(seat: Seat, n: int) -> float:
    return await _answered(
        seat, seat.bot_room, "!status", seat.watch, lambda body: True, seat.bot_room
    )


async def _relay(seat: Seat, n: int) -> float:
    assert seat.other is not None
    text = f"it rained all night, {n}"
    return await _answered(
        seat,
        seat.bot_room,
        text,
        seat.other.watch,
        lambda body: body.endswith(text),
        seat.other.bot_room,
    )


async def _answered(
    seat: Seat, room: str, text: str, reader: Watch, wanted: Callable[[str], bool], where: str
) -> float:
    """When `reader` has it; the answer may come before the server has confirmed the question."""
    before, own = len(reader.came), seat.watch.person.user_id
    said = asyncio.create_task(seat.watch.say(room, text))
    came = await reader.sees(
        lambda came: came.room == where and came.sender != own and wanted(came.body), before
    )
    await said
    return came.at


def _told(spent: dict[str, Spent], rounds: int) -> dict[str, Any]:
    told: dict[str, Any] = {"rounds": rounds}
    echo = spent["echo"]
    for kind in KINDS:
        mine = spent[kind]
        cpu = sum(mine.cpu) / len(mine.cpu)
        told[kind] = {**summary(mine.seconds), "cpu_ms": round(1000 * cpu, 1)}
        if kind != "echo":
            middle = ratio(percentile(mine.seconds, 0.5), percentile(echo.seconds, 0.5))
            told[kind]["p50_of_echo"] = middle
            told[kind]["cpu_of_echo"] = ratio(sum(mine.cpu), sum(echo.cpu))
    return told

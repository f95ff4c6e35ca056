"""Hundreds of people on Discord write their first words at once: how long until each is answered.

The bot and a bare echo bot on discord.py, each a process of its own, one after the other at the same
server (`tests/bench/crowd_server.py`, a third process), the echo before and after the bot.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.figures import percentile, ratio, summary
from tests.bench.processes import cpu_seconds, memory
from tests.parts.discord_server.server import TOKEN
from tests.parts.installation import Installation, environment
from tests.parts.places import ROOT

GUARD = str(ROOT / "tests/parts/die_with_parent.py")
WARM = 5  # people who write first, so that nothing is loaded for the crowd alone

CONFIG = """\
[service]
language = "en"
[programmes]
active = ["programme.toml"]
[platforms.discord]
server = "{guild}"
relay = true
"""


class Crowded(Installation):
    """The bot as a process, at that server."""

    def __init__(self, folder: Path, base: str, guild: str) -> None:
        super().__init__(folder, "action=commands-told")
        self._base = base
        self.write_programme()
        self.config.write_text(CONFIG.format(guild=guild))

    def launch(self) -> None:
        self.starts += 1
        launch = str(ROOT / "tests/parts/discord_server/launch.py")
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, GUARD, launch, self._base, "run", "--config", str(self.config)],
                cwd=self.folder,
                env=environment() | {"PEERBOT_DISCORD_TOKEN": TOKEN},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )


async def measure(folder: Path, people: int) -> dict[str, Any]:
    """Both without and with Discord's limits."""
    folder.mkdir()
    return await asyncio.to_thread(_measured, folder, people)


def _measured(folder: Path, people: int) -> dict[str, Any]:
    told: dict[str, Any] = {"people": people}
    with _server() as server:
        for limits in (False, True):
            echo = [_echoed(server, people, limits)]
            bot, weighs = _answered(folder, server, people, limits)
            echo.append(_echoed(server, people, limits))
            told["limited" if limits else "free"] = _compared(echo, bot, people)
            if not limits:
                told["memory"] = weighs
    return told


def _compared(echo: list[dict[str, Any]], bot: dict[str, Any], people: int) -> dict[str, Any]:
    bare = [seconds for one in echo for seconds in one["first"]]
    all_s = sum(one["all_s"] for one in echo) / len(echo)
    return {
        "echo": {**summary(bare), "all_s": round(all_s, 2),
                 "cpu_ms": round(1000 * sum(one["cpu_s"] for one in echo) / len(echo) / people, 1)},
        "bot": {**summary(bot["first"]), "all_s": round(bot["all_s"], 2),
                "cpu_ms": round(1000 * bot["cpu_s"] / people, 1)},
        "p50_of_echo": ratio(percentile(bot["first"], 0.5), percentile(bare, 0.5)),
        "p95_of_echo": ratio(percentile(bot["first"], 0.95), percentile(bare, 0.95)),
        "all_of_echo": ratio(bot["all_s"], all_s),
        "unanswered": bot["unanswered"],
        "echo_unanswered": [one["unanswered"] for one in echo],
        "messages": bot["messages"],
        "refused": bot["refused"],
        "requests": bot["requests"],
    }  # fmt: skip


def _echoed(server: "_Server", people: int, limits: bool) -> dict[str, Any]:
    process = subprocess.Popen(
        [sys.executable, GUARD, "-m", "tests.bench.discord_echo", server.base],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        if "READY" not in process.stdout.readline():
            raise RuntimeError("the echo bot did not start")
        return _crowd(server, process.pid, people, limits)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _answered(
    folder: Path, server: "_Server", people: int, limits: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = folder / ("limited" if limits else "free")
    folder.mkdir()
    bot = Crowded(folder, server.base, server.guild)
    bot.start()
    try:
        server.asks({"people": WARM, "limits": False})
        before = memory(bot.pid)
        found = _crowd(server, bot.pid, people, limits, warmed=True)
        return found, {"before": before, "after": memory(bot.pid)}
    finally:
        bot.stop()


def _crowd(
    server: "_Server", pid: int, people: int, limits: bool, *, warmed: bool = False
) -> dict[str, Any]:
    if not warmed:
        server.asks({"people": WARM, "limits": False})
    used = cpu_seconds(pid)
    found = server.asks({"people": people, "limits": limits})
    found["cpu_s"] = cpu_seconds(pid) - used
    return found


class _Server:
    """The server's process, with the crowd in it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, GUARD, "-m", "tests.bench.crowd_server"],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        where = self._read()
        self.base, self.guild = where["base"], where["guild"]

    def asks(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Have it done; what it says."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        said = self.process.stdout.readline()
        if not said:
            raise RuntimeError("the server has ended")
        found: dict[str, Any] = json.loads(said)
        return found


@contextmanager
def _server() -> Iterator[_Server]:
    server = _Server()
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait()
        for pipe in (server.process.stdin, server.process.stdout):
            if pipe:
                pipe.close()

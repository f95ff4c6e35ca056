"""Rings what is due in a town, and dies of SIGKILL on the way. One process that forks for each death.

Reads a line of JSON for each: the folder, the moment, the kind of timer, and where to die. Answers each
with how the child ended: "killed", "done" or "failed".
"""

import asyncio
import json
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.messages import Incoming, TimeCame
from tests.faults.towns import TownOfDeaths, texts

IN_THE_DATABASE = ("before", "begun", "written", "committed")  # happens around every timer
ON_THE_WAY_OUT = ("unsent", "sent")  # only if something is said
DEATHS = (*IN_THE_DATABASE, *ON_THE_WAY_OUT)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Watched:
    """Dies at one place around one timer, and nowhere else."""

    def __init__(self, town: TownOfDeaths, kind: str, death: str) -> None:
        self.town, self.kind, self.death = town, kind, death
        self.rings, self.rang = False, False
        handle = town.engine.handle

        async def handled(event: Incoming, settles: str = "") -> None:
            self.rings = isinstance(event, TimeCame) and event.kind == kind
            self._dies_if(self.rings, "before")
            await handle(event, settles)
            self._dies_if(self.rings, "committed")
            self.rang |= self.rings
            self.rings = False

        town.engine.handle = handled  # type: ignore[method-assign]
        town.wire.trouble = lambda letter: self._dies_if(self.rang, "unsent")
        town.wire.trouble_after = lambda letter: self._dies_if(self.rang, "sent")
        writer = town.database.writer.engine
        sa.event.listen(writer, "after_cursor_execute", self._executed)
        sa.event.listen(writer, "commit", lambda connection: self._dies_if(self.rings, "written"))

    def _executed(self, connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        """Its timer is off the table, and nothing else has been decided yet."""
        self._dies_if(self.rings and statement.startswith("DELETE FROM timers"), "begun")

    def _dies_if(self, here: bool, death: str) -> None:
        if here and death == self.death:
            die()


async def ring(folder: Path, now: datetime, kind: str, death: str) -> None:
    town = TownOfDeaths(folder, now=now)
    Watched(town, kind, death)
    await town.settle()
    await town.close()


def _in_a_child(order: dict[str, str]) -> str:
    child = os.fork()
    if not child:
        try:
            moment = datetime.fromisoformat(order["now"])
            asyncio.run(ring(Path(order["folder"]), moment, order["kind"], order["death"]))
            os._exit(0)
        except BaseException as fault:
            print(f"{type(fault).__name__}: {fault}", file=sys.stderr, flush=True)
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed" if os.WTERMSIG(status) == signal.SIGKILL else "failed"
    return "done" if os.WEXITSTATUS(status) == 0 else "failed"


def main() -> None:
    """Answer until nobody asks any more. Nothing here has a thread: a fork takes none along."""
    texts()
    print("ready", flush=True)
    for line in sys.stdin:
        print(_in_a_child(json.loads(line)), flush=True)


if __name__ == "__main__":
    main()

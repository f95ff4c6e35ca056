"""kill -9 at moments that are spread over everything the bot does."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from tests.acceptance.bot_process import BotProcess

LONG = 90.0  # seconds a start may take on a busy machine


@dataclass(slots=True)
class Reaper:
    """Kills the bot at moments that are spread over everything it does, and starts it again."""

    bot: BotProcess
    chance: random.Random
    shown: Callable[[], list[int]]  # how much each person's client has shown so far
    wanted: int
    kills: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    downtime: float = 0.0
    _sent: asyncio.Event = field(default_factory=asyncio.Event)

    def somebody_sent(self) -> None:
        """A person's client has just sent something."""
        self._sent.set()

    async def reap(self) -> None:
        """Until there were enough."""
        while self.kills < self.wanted:
            moment = self.chance.choice(
                ("at a send", "after a send", "in delivery", "in the start")
            )
            if moment == "in the start":
                await asyncio.sleep(self.chance.uniform(0.2, 3.0))
            elif moment == "in delivery":
                await self._a_delivery()
            else:
                self._sent.clear()
                await self._within(self._sent.wait())
                if moment == "after a send":
                    await asyncio.sleep(self.chance.uniform(0.0, 0.4))
            began = time.monotonic()
            await asyncio.to_thread(self.bot.kill)
            self.kills += 1
            self.moments[moment] += 1
            self.bot.launch()
            if moment != "in the start":
                await self._listening()
            self.downtime += time.monotonic() - began

    def is_behind(self, share: float) -> bool:
        """Whether fewer have come than this share of them: then the talk had better go on."""
        return self.kills < self.wanted * min(1.0, share)

    async def _a_delivery(self) -> None:
        """Somebody's client has just shown something: the bot has yet to note that."""
        before = self.shown()

        async def changed() -> None:
            while self.shown() == before:
                await asyncio.sleep(0.002)

        await self._within(changed())

    async def _listening(self) -> None:
        started = self.bot.starts
        offset = self.bot.log.stat().st_size

        async def listens() -> None:
            while b"action=listening" not in self.bot.log.read_bytes()[offset:]:
                assert self.bot.running and self.bot.starts == started, self.bot.last_words()
                await asyncio.sleep(0.02)

        await asyncio.wait_for(listens(), LONG)

    async def _within(self, moment: Coroutine[Any, Any, Any]) -> None:
        try:
            await asyncio.wait_for(moment, 3.0)
        except TimeoutError:
            pass  # all is quiet; that, too, is a moment

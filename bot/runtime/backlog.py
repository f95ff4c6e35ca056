"""What came in while the database did not work: people hear the truth, and nothing is lost.

While something waits here the platform's position is not kept (`PositionMemory`), so that a process
that dies with a backlog is told it all again.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from bot.conversation.desk import Desk
from bot.messages import Incoming
from bot.platforms.platform import Memory, Platform
from bot.runtime import at_work, emergency
from storage.database import is_trouble

log = logging.getLogger(__name__)

FIRST_PAUSE = 0.5  # seconds before trying again
LONGEST_PAUSE = 15.0
AT_MOST = 10_000  # events; more come again from the platform after a restart
POSITION = "since"  # what an adapter calls its place in the stream


class Backlog:
    """Stands between one platform and the engine."""

    def __init__(
        self, handle: Callable[[Incoming], Awaitable[None]], desk: Desk, platform: Platform
    ) -> None:
        self._handle = handle
        self._desk = desk
        self._platform = platform
        self._waiting: deque[Incoming] = deque()
        self._news = asyncio.Event()
        self._emptied = asyncio.Event()
        self._afterwards: list[Callable[[], Awaitable[None]]] = []

    def then(self, do: Callable[[], Awaitable[None]]) -> None:
        """Do this each time when everything that waited is committed."""
        self._afterwards.append(do)

    @property
    def is_empty(self) -> bool:
        """Whether everything that came in is committed."""
        return not self._waiting

    async def hand_in(self, event: Incoming) -> None:
        """Have it handled, or keep it until it can be, in order, and tell whoever wrote."""
        if self.is_empty:
            try:
                async with at_work.shown(self._platform, at_work.whose_place(event)):
                    await self._handle(event)
                return
            except Exception as fault:
                if not is_trouble(fault):
                    raise
        if len(self._waiting) >= AT_MOST:
            await self._until_empty()
        first = self.is_empty
        self._waiting.append(event)
        self._emptied.clear()
        self._news.set()
        if first:
            await emergency.alarm(f"{event.id}:database", self._desk, self._platform)
        await emergency.answer(event, "database-trouble", self._desk, self._platform)

    async def run(self) -> None:
        """Try again until cancelled, with growing pauses."""
        pause = FIRST_PAUSE
        while True:
            await self._news.wait()
            await asyncio.sleep(pause)
            try:
                while self._waiting:
                    await self._handle(self._waiting[0])
                    self._waiting.popleft()
                for do in self._afterwards:
                    await do()
                self._news.clear()
                self._emptied.set()
                pause = FIRST_PAUSE
            except Exception as fault:
                if not is_trouble(fault):
                    raise
                pause = min(pause * 2, LONGEST_PAUSE)
                log.error("backlog-waits", extra={"action": "backlog-waits",
                                                  "count": len(self._waiting)})  # fmt: skip

    async def _until_empty(self) -> None:
        await self._emptied.wait()


class PositionMemory:
    """A memory that does not move a platform's position past what is not committed.

    The position is kept when that is done: nothing else may happen there that would keep it again.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._backlog: Backlog | None = None  # set once both exist
        self._owed: dict[str, str] = {}

    def waits_for(self, backlog: Backlog) -> None:
        """Move no position while something waits there."""
        self._backlog = backlog
        backlog.then(self._settle)

    async def recall(self, name: str) -> str | None:
        """The value kept under `name`, or None."""
        return await self._memory.recall(name)

    async def keep(self, name: str, value: str) -> None:
        """Keep it; a position only once nothing waits any more."""
        self._owed.pop(name, None)
        if name.endswith(POSITION) and self._backlog and not self._backlog.is_empty:
            self._owed[name] = value
            return
        await self._memory.keep(name, value)

    async def _settle(self) -> None:
        while self._owed:
            name, value = next(iter(self._owed.items()))
            await self._memory.keep(name, value)
            if self._owed.get(name) == value:
                del self._owed[name]

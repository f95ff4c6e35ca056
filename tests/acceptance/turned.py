"""A real homeserver, real clients, and the whole bot in the test's process, by a clock that is turned.

What takes weeks cannot be waited for by a process of its own; and its moments cannot be moved back
between two runs where they stand sealed, or where a week of the calendar counts.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import nio
import sqlalchemy as sa

from bot.app import App, key_of
from bot.config.loading import load
from storage import tables, timers
from storage.database import Transaction
from tests.acceptance.at_bot import PATIENCE, AtBot
from tests.acceptance.bot_process import BotProcess
from tests.acceptance.cast import ENCRYPTION, Night
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse

# A Monday; in Copenhagen it is two in the afternoon, and nobody is disturbed.
BEGINS = datetime(2030, 1, 7, 13, tzinfo=UTC)
TICK = 0.1  # seconds between looks at the clock: the alarm is set by the machine's own


@dataclass
class Turned:
    """The bot's clock: it goes on by itself, and can be turned on."""

    _ahead: timedelta
    app: App | None = None

    def now(self) -> datetime:
        """What the bot takes for now."""
        return datetime.now(UTC) + self._ahead

    async def later(self, **delta: float) -> None:
        """Turn it on by so much, stopping at everything that is due on the way."""
        await self.to(self.now() + timedelta(**delta))

    async def to(self, end: datetime) -> None:
        """Turn it to a moment."""
        assert self.app is not None
        await self._settled()
        while (coming := await self.app.database.read(timers.next_due)) and coming <= end:
            self._turn_to(coming)
            await self._settled()
        self._turn_to(end)
        await self._settled()

    async def skips(self, **delta: float) -> None:
        """Turn it on by so much at once, as if the bot had been away meanwhile."""
        self._turn_to(self.now() + timedelta(**delta))
        await self._settled()

    def _turn_to(self, moment: datetime) -> None:
        self._ahead = max(self._ahead, moment - datetime.now(UTC))

    async def _settled(self) -> None:
        """All that is due has rung, and everything that came of it is delivered."""
        assert self.app is not None
        async with asyncio.timeout(60):
            while await self.app.clock.ring() or await self.app.database.read(_letters):
                self.app.clock.wake()
                self.app.courier.wake()
                await asyncio.sleep(0.02)

    async def ticks(self) -> None:
        """Have the clock looked at often, until cancelled."""
        assert self.app is not None
        while True:
            await asyncio.sleep(TICK)
            self.app.clock.wake()
            self.app.courier.wake()


def _letters(db: Transaction) -> int:
    return db.count(sa.select(sa.func.count()).select_from(tables.outbox))


@asynccontextmanager
async def a_turned_night(
    synapse: Synapse, folder: Path, **options: Any
) -> AsyncIterator[tuple[Night, Turned]]:
    """The bot runs, from two in the afternoon of a Monday; Karen and it are in their room."""
    bot = BotProcess(synapse, folder)
    async with AsyncExitStack() as stack:
        karen = await stack.enter_async_context(NioPerson.of(synapse, "karen"))
        made = await karen.client.room_create(
            invite=[bot.user_id], initial_state=[ENCRYPTION], name="The night watch"
        )
        assert isinstance(made, nio.RoomCreateResponse), made
        bot.configure(coordinators=[karen.user_id], room=made.room_id, **options)
        clock = Turned(BEGINS - datetime.now(UTC))
        await stack.enter_async_context(_running(bot, clock))
        await karen.sees_member(made.room_id, bot.user_id, "join", PATIENCE)
        yield Night(synapse, bot, AtBot(karen, bot.user_id, made.room_id), stack), clock


@asynccontextmanager
async def _running(bot: BotProcess, clock: Turned) -> AsyncIterator[None]:
    config = load(bot.config, {})
    app = clock.app = App.build(config, key_of(config), clock.now)
    await app.prepare(clock.now)
    works = [asyncio.ensure_future(one) for one in (app.run(), clock.ticks())]
    try:
        yield
    finally:
        for work in works:
            work.cancel()
        ended = await asyncio.gather(*works, return_exceptions=True)
        await app.close()
    for one in ended:
        if isinstance(one, Exception):
            raise one

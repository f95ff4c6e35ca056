"""Rings due timers. APScheduler is the alarm clock only: what is due stands in the timers table.

Its jobs do nothing but set an event, so that none can overlap, misfire or be skipped; a tick every
fifteen seconds catches clocks that were set, and rows that another process wrote.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.messages import TimeCame
from bot.runtime.engine import Engine
from storage import timers
from storage.database import Database, is_trouble

log = logging.getLogger(__name__)

SAFETY_TICK = 15  # seconds


def event_of(due: timers.Due, now: datetime) -> TimeCame:
    """The event of one ringing; the same timer at the same time is the same event."""
    moment = due.due_at.isoformat()
    id = f"timer:{due.kind}:{due.about}:{moment}"
    return TimeCame(id=id, at=now, kind=due.kind, about=due.about, due=due.due_at)


class Clock:
    """One per process."""

    def __init__(
        self,
        database: Database,
        engine: Engine,
        now: Callable[[], datetime],
        also_due: Callable[[], Awaitable[datetime | None]],
        on_tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._engine = engine
        self._now = now
        self._also_due = also_due
        self._on_tick = on_tick
        self._alarm = asyncio.Event()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def wake(self) -> None:
        """Something may be due, or due earlier than thought."""
        self._alarm.set()

    async def run(self) -> None:
        """Ring until cancelled."""
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        self._scheduler.start()
        self._scheduler.add_job(self._tick, "interval", seconds=SAFETY_TICK, id="safety")
        try:
            while True:
                self._alarm.clear()
                await self._guarded_ring()
                await self._alarm.wait()
        finally:
            self._scheduler.shutdown(wait=False)

    async def ring(self) -> int:
        """Ring everything that is due now, the earliest first; how many rang."""
        rung = 0
        while due := await self._database.read(timers.due, self._now()):
            for timer in due:
                await self._engine.handle(event_of(timer, self._now()))
            rung += len(due)
        return rung

    async def _guarded_ring(self) -> None:
        try:
            await self.ring()
            moments = (await self._database.read(timers.next_due), await self._also_due())
        except Exception as fault:
            if not is_trouble(fault):
                raise
            log.error("timers-unreadable", extra={"action": "timers-unreadable"})
            return
        coming = [moment for moment in moments if moment is not None]
        if coming:
            at = max(min(coming), self._now())
            self._scheduler.add_job(
                self._tick, "date", run_date=at, id="next", replace_existing=True
            )

    async def _tick(self) -> None:
        self._alarm.set()
        self._on_tick()

"""Counts each week when it is over, on a connection that only reads, a day at a time.

What was counted comes back as an event, once for each week; so reports only add up what stands there,
and nobody who talks meanwhile waits for a year of steps to be read.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.conversation.desk import Desk
from bot.domain.report.counting import Counts, Steps, counted
from bot.domain.report.weeks import Week
from bot.messages import WeekCounted
from bot.runtime.engine import Engine
from storage import check_in_answers, steps, weekly_figures
from storage.database import Database, Transaction, is_trouble

log = logging.getLogger(__name__)

SETTLED = timedelta(hours=1)  # after its end; then nothing of a week is still on its way
DAYS = 7


class Next(NamedTuple):
    """The next week of a programme to be counted."""

    programme: str
    zone: str
    week: Week

    @property
    def due(self) -> datetime:
        """When it can be."""
        return self.week.ends(self.zone) + SETTLED


class Counting:
    """One per process; several may count the same week, and the first to be handled stands."""

    def __init__(
        self, database: Database, engine: Engine, desk: Desk, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._engine = engine
        self._desk = desk
        self._now = now
        self._news = asyncio.Event()
        self._not_before: datetime | None = None

    def wake(self) -> None:
        """A week may be over."""
        self._news.set()

    async def run(self) -> None:
        """Count until cancelled."""
        while True:
            self._news.clear()
            try:
                await self.count()
            except Exception as fault:
                if not is_trouble(fault):
                    raise
                log.error("weeks-uncounted", extra={"action": "weeks-uncounted"})
            await self._news.wait()

    async def count(self) -> int:
        """Count every week that is over and was not counted; how many there were."""
        if self._not_before is not None and self._now() < self._not_before:
            return 0
        done = 0
        for programme in self._desk.programmes.values():
            while True:
                coming = await self._database.read(_next, programme.name, programme.time_zone)
                if coming is None or coming.due > self._now():
                    break
                await self._count(coming)
                done += 1
        self._not_before = await self._next_due()
        return done

    async def _next_due(self) -> datetime | None:
        known = [
            await self._database.read(_next, programme.name, programme.time_zone)
            for programme in self._desk.programmes.values()
        ]
        return min((coming.due for coming in known if coming is not None), default=None)

    async def _count(self, coming: Next) -> None:
        counts = await self._counts(coming)
        id = f"counted:{coming.programme}:{coming.week.key}"
        event = WeekCounted(
            id=id, at=self._now(), programme=coming.programme, week=coming.week.key, counts=counts
        )
        await self._engine.handle(event)

    async def _counts(self, coming: Next) -> Counts:
        found: list[Steps] = []
        begins, ends = coming.week.begins(coming.zone), coming.week.ends(coming.zone)
        piece = (ends - begins) / DAYS  # elapsed time, also in the weeks of the clock change
        for n in range(DAYS):
            since = begins + n * piece
            until = ends if n == DAYS - 1 else begins + (n + 1) * piece
            found += await self._database.read(steps.between, coming.programme, since, until)
        answers = await self._database.read(check_in_answers.of_week, coming.programme, coming.week)
        return counted(found, answers)


def _next(db: Transaction, programme: str, zone: str) -> Next | None:
    last = weekly_figures.latest(db, programme)
    if last is not None:
        return Next(programme, zone, last.next)
    first = steps.first_at(db)
    return None if first is None else Next(programme, zone, Week.at(first, zone))

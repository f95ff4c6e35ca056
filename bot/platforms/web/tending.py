"""Looks after visits: they last while somebody is there, run out when nobody is, and are cleared away."""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.messages import Away, Left, Vanished
from bot.platforms.web.entering import Entrance
from bot.platforms.web.hall import Hall
from storage import visits
from storage.database import is_trouble

log = logging.getLogger(__name__)

LOOK_EVERY = 15.0  # seconds
CLEAR_EVERY = timedelta(minutes=10)
UPLOADS_KEPT = timedelta(hours=1)  # the relay gives up after a quarter of one


class Tending:
    """One per running page."""

    def __init__(self, hall: Hall, entrance: Entrance) -> None:
        self._hall = hall
        self._entrance = entrance
        self._cleared: datetime | None = None

    async def run(self) -> None:
        """Look after them until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as fault:
                if not is_trouble(fault):
                    raise
                log.error("visits-untended", extra={"action": "visits-untended"})
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        """Do what is due."""
        await self._tell_of_absence()
        now = self._hall.now()
        if self._cleared is None or now - self._cleared >= CLEAR_EVERY:
            await self._hall.seen(list(self._hall.live.visits()))
            await self._let_go(now)
            self._cleared = now

    async def sign_out(self, account: str) -> None:
        """End every visit of somebody, at once."""
        theirs = await self._hall.database.read(visits.of_account, account)
        for visit in theirs:
            await self._entrance.gone(visit, "signed-out")

    async def _tell_of_absence(self) -> None:
        minutes = self._hall.page.away_minutes
        for account, absence in self._hall.live.away(minutes * 60):
            await self._hall.tell(Away, account, f"away:{account}:{absence}")

    async def _let_go(self, now: datetime) -> None:
        for ended in await self._hall.database.read(visits.run_out, now):
            async with self._hall.turn(ended.account):
                await self._run_out(ended)
        await self._hall.database.run(
            visits.prune,
            now,
            now - timedelta(hours=self._hall.page.shown_hours),
            now - UPLOADS_KEPT,
        )

    async def _run_out(self, ended: visits.Ended) -> None:
        # Told first, cleared away after: if we die between, it is told again under the same id.
        if ended.signed_in:
            await self._hall.tell(Left, ended.account, f"left:{ended.visit}")
        else:
            await self._hall.tell(Vanished, ended.account, f"vanished:{ended.visit}")
        for visit in await self._hall.database.run(visits.end_all, ended.account):
            self._hall.live.over(visit, "run-out")

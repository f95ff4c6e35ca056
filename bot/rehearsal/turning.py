"""The clock of a rehearsal: it stands still until it is turned, and stops wherever something happens."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot.rehearsal.town import Town


class Planning(Protocol):
    """People of the town who mean to do something by themselves."""

    def next_plan(self) -> datetime | None:
        """When the next of them does something."""

    async def act(self) -> None:
        """Do what is due now."""


class TurnedClock:
    """Turns the town's clock. `after_each` is called whenever something may have happened."""

    def __init__(
        self,
        town: Town,
        after_each: Callable[[], Awaitable[None]],
        people: Planning | None = None,
    ) -> None:
        self._town = town
        self._after_each = after_each
        self._people = people

    async def on(self, **delta: float) -> None:
        """Turn it on by so much."""
        await self.to(self._town.now + timedelta(**delta))

    async def to(self, moment: datetime) -> None:
        """Turn it to `moment`, stopping at everything on the way."""
        while await self.next_stop(moment):
            pass
        self._town.now = max(self._town.now, moment)
        await self._town.settle()
        await self._after_each()

    async def next_stop(self, before: datetime) -> bool:
        """Turn it to the next thing that happens by itself; False if nothing does until then."""
        coming = await self._next()
        if coming is None or coming > before:
            return False
        self._town.now = max(self._town.now, coming)
        if self._people is not None:
            await self._people.act()
        await self._town.settle()
        await self._after_each()
        return True

    async def _next(self) -> datetime | None:
        planned = self._people.next_plan() if self._people is not None else None
        moments = (planned, await self._town.next_due())
        coming = [moment for moment in moments if moment is not None]
        return min(coming) if coming else None

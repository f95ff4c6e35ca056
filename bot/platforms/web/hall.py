"""What all parts of the page share: its settings, the database, who is connected, and where events go."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from bot.config import ServiceConfig, WebConfig
from bot.messages import Address, Away, Incoming, Left, Opened, Place, Preferred, Vanished
from bot.platforms.platform import HandIn
from bot.platforms.web import content
from bot.platforms.web.attention import Patience
from bot.platforms.web.content import Content
from bot.platforms.web.live import Live
from storage import visits
from storage.database import Database
from storage.shown import Put

PLATFORM = "web"
Happened = Away | Left | Opened | Preferred | Vanished


class NotOpenYet(Exception):
    """Nobody takes events in yet, or any more."""


@dataclass(slots=True)
class Hall:
    """One per running page."""

    page: WebConfig
    service: ServiceConfig
    database: Database
    now: Callable[[], datetime]
    live: Live = field(default_factory=Live)
    patience: Patience = field(default_factory=Patience)
    hand_in: HandIn | None = None
    _turns: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def hear(self, event: Incoming) -> None:
        """Give an event to the engine. Raises NotOpenYet."""
        if self.hand_in is None:
            raise NotOpenYet
        await self.hand_in(event)

    async def tell(
        self, happened: type[Happened], account: str, word: str, language: str | None = None
    ) -> None:
        """Tell the engine what happened to somebody; `word` is what is the same when it is told again.

        Raises NotOpenYet.
        """
        await self.hear(
            happened(
                id=f"{PLATFORM}:{word}",
                at=self.now(),
                sender=address_of(account),
                place=place_of(account),
                language=language,
            )
        )

    def turn(self, account: str) -> asyncio.Lock:
        """One person's doings are taken in one after the other, from however many tabs they come."""
        return self._turns.setdefault(account, asyncio.Lock())

    def show(self, puts: Sequence[Put], said: Content, at: datetime, *, done: bool = True) -> None:
        """Show what was just kept wherever these visits are open."""
        for put in puts:
            # Also what was there before: whoever kept it may have been cut off before showing it. A
            # page passes over the numbers it has had.
            self.live.show(put.visit, put.seq, content.shown_now(said, put.seq, at, done=done))

    async def seen(self, here: Collection[str]) -> None:
        """The visits with these ids are here: they last longer."""
        await self.database.run(visits.seen, here, self.lasts(False), self.lasts(True), self.now())

    def lasts(self, signed_in: bool) -> timedelta:
        """How long a visit lasts after it was last seen."""
        if signed_in:
            return timedelta(days=self.page.signed_in_days)
        return timedelta(hours=self.page.visitor_hours)


def address_of(account: str) -> Address:
    """A person's address on our page."""
    return Address(PLATFORM, account)


def place_of(account: str) -> Place:
    """Where a person on our page talks with us."""
    return Place(PLATFORM, account)

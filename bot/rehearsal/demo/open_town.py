"""A town where real seconds flow, letters go out by themselves, and some people sit at the page."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.app import utc_now
from bot.config import Config
from bot.domain.programme import Programme
from bot.messages import Address, Place
from bot.platforms.platform import Delivered, Letter, Message, Outcome, Platform
from bot.platforms.web import WebPlatform
from bot.platforms.web.hall import PLATFORM, address_of, place_of
from bot.rehearsal.town import ZONE, Town
from storage import people, volunteers
from storage.database import Transaction
from storage.tables import outbox

RECEIVER = "receiver"
VOLUNTEER = "volunteer"
COORDINATOR = "coordinator"
PANES = (RECEIVER, VOLUNTEER, COORDINATOR)
SEATED = {VOLUNTEER: "kim", COORDINATOR: "karin"}  # who sits in which pane from the beginning
EVENING_HOUR = 20
LETTERS_WITHIN = 5.0  # seconds; then the clock goes on without them
LONG_SINCE = timedelta(hours=2)


class Page(WebPlatform):
    """The real page; `told` hears who was told what, by account and text id."""

    told: Callable[[str, str], None] = staticmethod(lambda account, text_id: None)

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Show it, as always."""
        outcome = await super().deliver(letter, once)
        if isinstance(letter, Message) and isinstance(outcome, Delivered) and outcome.place:
            self.told(outcome.place.room, letter.mark.text_id)
        return outcome


class OpenTown(Town):
    """Invented people are on the wire; whoever opens the page is on the page. Run its `courier`."""

    page: Page

    @classmethod
    async def opened(cls, folder: Path, port: int, language: str) -> Self:
        """The next evening it is open, at eight, with the page at this port of this machine alone."""
        config = Config.model_validate(
            {
                "service": {"language": language, "organisation": "Nordby Drop-in"},
                "platforms": {
                    "web": {
                        "address": f"http://127.0.0.1:{port}/",
                        "listen": f"127.0.0.1:{port}",
                        # However far the clock is turned, nobody who sits there is sent away.
                        "visitor_hours": 24 * 90,
                        "signed_in_days": 365,
                        "shown_hours": 24 * 30,
                    }
                },
            }
        )
        town = await cls.begin(folder, config=config)
        town.now = evening(utc_now(), town.programme)
        return town

    def ways_out(self) -> Mapping[str, Platform]:
        """The wire of the invented people, and the page."""
        paths = tuple(f"/{pane}/" for pane in PANES)
        self.page = Page(
            self.desk.config, self.desk.catalogue, self.database, lambda: self.now,
            paths=paths, demo=True,
        )  # fmt: skip
        return {**super().ways_out(), PLATFORM: self.page}

    @property
    def address(self) -> str:
        """Where the page is."""
        page = self.desk.config.platforms.web
        assert page is not None
        return page.base

    @property
    def now(self) -> datetime:
        """The town's time: it flows from where it was set."""
        return self._set_to + timedelta(seconds=time.monotonic() - self._set_at)

    @now.setter
    def now(self, moment: datetime) -> None:
        self._set_to, self._set_at = moment, time.monotonic()

    def address_of(self, name: str) -> Address:
        """Those who sit in a pane are on the page; all others are on the wire."""
        return address_of(name) if name in SEATED.values() else super().address_of(name)

    def home_of(self, address: Address) -> Place:
        """Where a person of this town talks with the bot in private."""
        return place_of(address.user) if address.platform == PLATFORM else super().home_of(address)

    async def settle(self) -> None:
        """Ring what is due, until the courier has sent everything that follows from it."""
        await self._letters_are_out()
        while await self.clock.ring():
            await self._letters_are_out()

    async def has_talked(self, name: str) -> None:
        """This volunteer has had a talk some hours ago, so that others are asked before them."""
        await self.database.run(_has_talked, self.address_of(name), self.now - LONG_SINCE)

    async def _letters_are_out(self) -> None:
        patience = time.monotonic() + LETTERS_WITHIN
        while await self.database.read(_waiting, self.now) and time.monotonic() < patience:
            self.courier.wake()
            await asyncio.sleep(0.01)


def evening(now: datetime, programme: Programme, days: int = 0) -> datetime:
    """Eight in the evening so many days after the day of `now`, or of the next day it is open."""
    local = now.astimezone(ZoneInfo(ZONE)) + timedelta(days=days)
    at_eight = local.replace(hour=EVENING_HOUR, minute=0, second=0, microsecond=0)
    moment = at_eight.astimezone(now.tzinfo)
    return moment if programme.is_open(moment) else evening(now, programme, days + 1)


def _waiting(db: Transaction, now: datetime) -> int:
    return db.count(sa.select(sa.func.count()).select_from(outbox).where(outbox.c.due_at <= now))


def _has_talked(db: Transaction, address: Address, at: datetime) -> None:
    met = people.recognise(db, address)
    found = volunteers.get(db, met.id) if met else None
    assert found is not None
    volunteers.save(db, replace(found, last_contact_at=at))

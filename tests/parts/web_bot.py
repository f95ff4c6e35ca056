"""The bot with our own page: in this process with a clock of its own, or as a process that can be killed."""

import asyncio
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from aiohttp import web_app

from bot.app import App
from bot.config import Config
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.messages import Address
from storage import people, volunteers
from storage.database import Transaction
from storage.vault import Key
from tests.parts.installation import Installation, free_port
from tests.parts.web_visitor import WebVisitor

EVENING = datetime(2030, 1, 7, 19, 0, tzinfo=UTC)  # a Monday; the drop-in is open


class WebBot:
    """Use as `async with WebBot(tmp_path) as bot:`; `restart` is a new process, in effect.

    The clock stands still unless `bot.now` is turned.
    """

    def __init__(self, folder: Path, **page: Any) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/"
        self.now = EVENING
        self.key = Key.new()
        self.config = Config.model_validate(
            {
                "service": {"language": "en", "organisation": "The Night Watch"},
                "storage": {"database": str(folder / "peerbot.db")},
                "platforms": {
                    "web": {"address": self.base, "listen": f"127.0.0.1:{self.port}", **page}
                },
            }
        )
        self.app = self._fresh()
        self._running: asyncio.Task[None] | None = None

    def _fresh(self) -> App:
        return App.build(self.config, self.key, lambda: self.now)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Run until it can be reached."""
        await self.app.prepare(lambda: self.now)
        self._running = asyncio.create_task(self.app.run())
        while True:
            if self._running.done():
                self._running.result()
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                await writer.wait_closed()
                return

    async def stop(self) -> None:
        """Stop as a supervisor stops it."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None
        await self.app.close()
        # Hundreds of bots come and go in a test run, and aiohttp keeps the last thousand ways into them.
        web_app._cached_build_middleware.cache_clear()

    async def restart(self) -> None:
        """A new bot on the same database."""
        await self.stop()
        self.app = self._fresh()
        await self.start()

    async def rings(self) -> None:
        """Let everything ring that is due by the turned clock."""
        await self.app.clock.ring()

    def visitor(self, language: str = "en") -> WebVisitor:
        """Somebody who opens the page."""
        return WebVisitor(self.base, language)

    async def come_in(self, visitor: WebVisitor) -> None:
        """Of age, and consent."""
        await visitor.hears("adult-ask")
        await visitor.presses("adult-yes")
        await visitor.hears("consent-ask")
        await visitor.presses("consent-yes")
        await visitor.hears("consent-thanks")

    async def account_of(self, visitor: WebVisitor) -> str:
        """The visitor's account, told by the secret in their cookie."""
        from storage import visits

        jar = {cookie.key: cookie.value for cookie in visitor.http.cookie_jar}
        found = await self.app.database.read(visits.find, jar["peerbot-visit"], self.now)
        assert found is not None
        return found.account

    async def is_volunteer(self, visitor: WebVisitor, name: str) -> None:
        """Whoever sits there is an active volunteer called that, on duty."""
        address = Address("web", await self.account_of(visitor))
        await self.app.database.run(_settle, address, name, self)

    async def is_coordinator(self, visitor: WebVisitor) -> None:
        """Whoever sits there coordinates."""
        address = Address("web", await self.account_of(visitor))
        await self.app.database.run(
            people.appoint, address, visitor.language, "Europe/Copenhagen", self.now
        )


class WebProcess(Installation):
    """An installation with our own page alone, as a process."""

    def __init__(self, folder: Path, **page: str) -> None:
        super().__init__(folder, "action=page-open")
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/"
        self._page = page

    def configure(self, *, contacts: int = 24, more: str = "") -> None:
        """Write its files. `more` is TOML for the top of the programme."""
        self.write_programme(contacts=contacts, more=more)
        page = "\n".join(f"{name} = {value}" for name, value in self._page.items())
        self.config.write_text(
            f"""\
[service]
organisation = "The Night Watch"
language = "en"
[programmes]
active = ["programme.toml"]
[platforms.web]
address = "{self.base}"
listen = "127.0.0.1:{self.port}"
{page}
"""
        )

    def link(self, *words: str) -> str:
        """A sign-in link from `peerbot invite`."""
        code, said = self.runs("invite", *words)
        assert code == 0, said
        found = re.search(r"https?://\S+\?enter#\S+", said)
        assert found is not None, said
        return found[0]


def _settle(db: Transaction, address: Address, name: str, bot: WebBot) -> None:
    met = people.recognise(db, address)
    assert met is not None
    people.save(db, replace(met, consented_at=bot.now))
    programme = bot.app.desk.main
    volunteers.save(
        db,
        Volunteer(
            person=PersonId(met.id),
            programme=programme.name,
            name=name,
            status=VolunteerStatus.ACTIVE,
            topics=programme.topic_ids,
            languages=frozenset({"da", "en"}),
            forms=frozenset(form.value for form in programme.forms),
            on_duty_since=bot.now,
            on_duty_until=bot.now + timedelta(hours=3),
        ),
    )

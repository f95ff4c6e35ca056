"""The contract on our own page: the real server and database, and people who speak its protocol."""

import asyncio
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Self

from bot.app import desk_of
from bot.config import Config
from bot.messages import Address, Incoming, Place, Vanished
from bot.platforms.web import WebPlatform
from bot.texts import Catalogue
from handlers import everything
from storage import inbox, visits
from storage.database import Database
from storage.opening import open_up
from storage.vault import Key, Vault
from tests.parts.installation import free_port
from tests.parts.web_page import WebPage
from tests.parts.web_visitor import Line
from tests.platforms.contract.rig import Guest, Rig, Sight

COOKIE = "peerbot-visit"


@cache
def texts() -> Catalogue:
    """Reading all texts takes half a second, and they are the same in every test."""
    return desk_of(Config(), everything()).catalogue


def now() -> datetime:
    """The clock of this machine, which people's clients show, too."""
    return datetime.now(UTC)


class WebGuest(Guest):
    """Somebody who opened the page."""

    def __init__(self, rig: "WebRig", page: WebPage) -> None:
        super().__init__(rig)
        self.page = page

    def screen(self) -> list[Sight]:
        return [self._sight(line) for line in self.page.shown() if not line.mine]

    def hearts_on(self, message: str) -> list[str]:
        line = self.page.lines.get(message)
        given = line.reactions if line else {}
        return [key for id, key in given.items() if "." in id]  # which stands in ids of the bot

    def sees_typing(self) -> bool:
        notices = [frame["on"] for frame in self.page.frames if frame["is"] == "typing"]
        return bool(notices) and notices[-1]

    async def says(self, text: str, *, to: str | None = None) -> str:
        return await self.page.does("say", text=text, to=to)

    async def edits(self, message: str, text: str) -> None:
        await self.page.does("edit", message=message, text=text)

    async def takes_back(self, message: str) -> None:
        await self.page.does("retract", message=message)

    async def reacts(self, message: str, key: str) -> str:
        return await self.page.does("react", message=message, key=key)

    async def presses(self, question: Sight, choice: str) -> None:
        await self.page.presses(choice, self.page.lines[question.id])

    async def sends(self, data: bytes, name: str, mime: str) -> str:
        return await self.page.sends(data, name, mime)

    async def fetches(self, sight: Sight) -> bytes:
        return await self.page.fetches(self.page.lines[sight.id])

    async def goes(self) -> None:
        await self.page.goes()

    async def comes_back(self) -> None:
        await self.page.reloads()  # the hardest way: the page knows nothing any more

    async def leaves_for_good(self) -> None:
        assert await self.page.post("leave") == 204
        await self.rig.hears(Vanished, lambda gone: gone.sender == self.address)

    def _sight(self, line: Line) -> Sight:
        changed = [f for f in self.page.frames if f["is"] == "changed" and f["id"] == line.id]
        now = changed[-1] if changed else line.frame
        choices = line.frame.get("choices") or ()
        return Sight(
            id=line.id,
            text=line.text,
            html=now.get("html"),
            text_id=line.text_id,
            about=line.frame.get("about", ""),
            choices=tuple(choice["id"] for choice in choices),
            answers=line.frame.get("to"),
            edits=len(changed),
            gone=line.gone,
            file=line.frame.get("file"),
        )


class WebRig(Rig):
    """The page, its database, and who has it open."""

    name = "web"
    has_rooms = False
    platform: WebPlatform

    def __init__(self, folder: Path, **page: Any) -> None:
        super().__init__()
        self._port = free_port()
        self.base = f"http://127.0.0.1:{self._port}/"
        self._key = Key.new()
        web = {"address": self.base, "listen": f"127.0.0.1:{self._port}", **page}
        self._config = Config.model_validate(
            {"storage": {"database": str(folder / "peerbot.db")}, "platforms": {"web": web}}
        )
        self._pages: list[WebPage] = []
        self._running: asyncio.Task[None] | None = None
        self.database = self._opened()
        self.platform = self.idle()

    @classmethod
    async def begun(cls, folder: Path, **page: Any) -> Self:
        """At work, on a fresh database."""
        rig = cls(folder, **page)
        await open_up(rig.database)
        await rig._start()
        return rig

    async def somebody(self, name: str) -> WebGuest:
        page = WebPage(self.base)
        self._pages.append(page)
        return WebGuest(self, page)

    async def comes(self, guest: Guest) -> None:
        assert isinstance(guest, WebGuest)
        await guest.page.begin()
        await guest.page.stays()
        jar = {cookie.key: cookie.value for cookie in guest.page.http.cookie_jar}
        found = await self.database.read(visits.find, jar[COOKIE], now())
        assert found is not None
        guest.address, guest.place = Address("web", found.account), Place("web", found.account)

    async def hand_in(self, event: Incoming) -> None:
        await super().hand_in(event)
        await self.database.run(inbox.first_time, event.id, now())

    async def at_rest(self) -> None:
        # Units of work follow one another: when this one is done, so are those before it.
        await self.database.run(inbox.prune, datetime(2000, 1, 1, tzinfo=UTC))

    async def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None
        await self.platform.close()

    async def restart(self) -> None:
        await self.stop()
        await self.database.close()
        self.database = self._opened()
        self.platform = self.idle()
        await self._start()

    async def closed(self) -> None:
        for page in self._pages:
            await page.close()
        await self.stop()
        await self.database.close()

    def idle(self) -> WebPlatform:
        return WebPlatform(self._config, texts(), self.database, now)

    def _opened(self) -> Database:
        return Database(self._config.storage.database, Vault(self._key))

    async def _start(self) -> None:
        self._running = asyncio.create_task(self.platform.run(self.hand_in))
        await self.until(self._listens, 20, "the page is open")

    def _listens(self) -> bool:
        assert self._running is not None
        if self._running.done():
            self._running.result()
        return self.platform.server._runner is not None

"""A visitor whose page does what ours does when the line is lost: it comes back, and says again."""

import asyncio
import json
import uuid
from typing import Any, Self

import aiohttp

from tests.parts.web_visitor import WebVisitor

AGAIN = 0.05  # seconds until it looks for the bot again; the real page is kinder to a server
PAUSE = 1.0  # seconds when it was told that it is too fast


class WebPage(WebVisitor):
    """Use as `async with WebPage(base) as rosa:`; the connection looks after itself.

    What is said is kept until it is confirmed, and said again, in order, on each new connection.
    """

    def __init__(self, base: str, language: str = "en", origin: str | None = None) -> None:
        super().__init__(base, language, origin)
        self.unsent: list[dict[str, Any]] = []
        self._said: set[str] = set()  # on this connection
        self._saying = asyncio.Lock()
        self._ready = False
        self._staying: asyncio.Task[None] | None = None
        self._slowly: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.begin()
        await self.stays()
        return self

    async def stays(self) -> None:
        """Open the page, and keep it connected from now on."""
        self._staying = asyncio.create_task(self._stay())
        await self.until(lambda: self._ready or self.over, what="ready")

    async def goes(self) -> None:
        """The telephone is switched off: nothing is said and nothing is seen."""
        busy = [task for task in (self._staying, self._slowly) if task is not None]
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
        self._staying = self._slowly = None
        await self.disconnect()

    async def reloads(self) -> None:
        """The page is loaded anew: it knows nothing but what it has yet to say."""
        await self.goes()
        self.lines.clear()
        self.frames.clear()
        self.seen = 0
        await self.stays()

    async def close(self) -> None:
        """Close the window."""
        await self.goes()
        await self.http.close()

    async def enter(self, link: str) -> None:
        """Open a sign-in link, and press its button."""
        key = link.partition("#")[2]
        assert await self.post("enter", {"key": key, "language": self.language}) == 204

    async def does(self, do: str, **what: Any) -> str:
        """Do something; it is said as soon as it can be, and until it is confirmed."""
        id = str(what.pop("id", None) or uuid.uuid4().hex)
        self.unsent.append({"do": do, "id": id, **what})
        await self._say()
        return id

    async def is_done(self, id: str, within: float = 40) -> None:
        """Wait until it is done for good, or refused."""
        await self.until(lambda: id in self.acks or id in self.refused, within, f"an ack of {id}")

    async def sends(self, data: bytes, name: str, mime: str) -> str:
        """Send a file, and again until the bot has it; the message's id."""
        id = uuid.uuid4().hex
        asked = {"id": id, "name": name, "language": self.language}
        headers = {"Origin": self.origin, "Content-Type": mime}
        while True:
            try:
                async with self.http.post(
                    f"{self.base}files", params=asked, data=data, headers=headers
                ) as answer:
                    if answer.status == 200:
                        return id
                    assert answer.status >= 429, answer.status
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(AGAIN)

    async def _say(self) -> None:
        async with self._saying:
            while self._ready and (left := [f for f in self.unsent if f["id"] not in self._said]):
                self._said.add(left[0]["id"])
                try:
                    await self.send(left[0])
                except (aiohttp.ClientError, ConnectionError):
                    return  # said again on the next connection

    async def _say_later(self) -> None:
        await asyncio.sleep(PAUSE)
        await self._say()

    async def _stay(self) -> None:
        while not self.over:
            try:
                await self._one_connection()
            except (aiohttp.ClientError, ConnectionError):
                pass
            finally:
                self._ready = False
            await asyncio.sleep(AGAIN)

    async def _one_connection(self) -> None:
        socket = await self.http.ws_connect(
            self.base + "socket", headers={"Origin": self.origin}, max_msg_size=0
        )
        self._socket = socket
        self._said.clear()
        before = len(self.frames)
        reading = self._reading = asyncio.create_task(self._read(socket))
        try:
            await socket.send_str(
                json.dumps({"do": "hello", "after": self.seen, "language": self.language})
            )
            async with self._news:
                await self._news.wait_for(
                    lambda: any(f["is"] == "ready" for f in self.frames[before:]) or reading.done()
                )
                self._ready = True
                self._news.notify_all()
            await self._say()
            await reading
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        await super()._read(socket)
        self._ready = False

    def _take(self, frame: dict[str, Any]) -> None:
        if frame.get("why") == "too-fast":
            self._said.discard(frame["id"])
            if self._slowly is None or self._slowly.done():
                self._slowly = asyncio.create_task(self._say_later())
            return
        if frame["is"] in ("ack", "refused"):
            self.unsent = [one for one in self.unsent if one["id"] != frame["id"]]
        super()._take(frame)

"""Many visitors in one process: each with the page open, and pairs of them writing to each other.

Reads a line of JSON with `base` and `cookies`, opens a socket for each and says so; then, for each
line with `rate` and `seconds`, lets them write in turn and says how long it took.
"""

import asyncio
import json
import sys
import time
import uuid
from typing import Any
from urllib.parse import urlsplit

import aiohttp

AFTERWARDS = 10.0  # seconds until what has not come by then is lost


class House:
    """Everybody, and the watch."""

    def __init__(self) -> None:
        self._sockets: list[aiohttp.ClientWebSocketResponse] = []
        self._sent: dict[str, float] = {}  # by the word that stands in a message
        self._said: dict[str, float] = {}  # by the id of a frame
        self._across: dict[str, float] = {}
        self._acked: dict[str, float] = {}
        self._twice = 0
        self._ready = 0
        self._news = asyncio.Event()

    async def open(self, http: aiohttp.ClientSession, base: str, cookies: list[str]) -> None:
        """Everybody opens the page, twenty at a time."""
        few = asyncio.Semaphore(20)
        self._reading = [
            asyncio.ensure_future(self._sit(http, base, n, cookie, few))
            for n, cookie in enumerate(cookies)
        ]
        self._sockets = [None] * len(cookies)  # type: ignore[list-item]
        while self._ready < len(cookies):
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 60)

    async def _sit(
        self, http: aiohttp.ClientSession, base: str, n: int, cookie: str, few: asyncio.Semaphore
    ) -> None:
        parts = urlsplit(base)
        headers = {"Origin": f"{parts.scheme}://{parts.netloc}", "Cookie": cookie}
        headers["X-Forwarded-For"] = f"10.0.{n // 256}.{n % 256}"
        async with few:
            socket = await http.ws_connect(f"{base}socket", headers=headers, max_msg_size=0)
            await socket.send_str('{"do":"hello","after":0,"language":"en"}')
            self._sockets[n] = socket
            first = await socket.receive_str()
            while '"is":"ready"' not in first:
                first = await socket.receive_str()
        self._ready += 1
        self._news.set()
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                self._came(message.data)

    def _came(self, text: str) -> None:
        now = time.perf_counter()
        frame = json.loads(text)
        if frame["is"] == "ack":
            self._acked.setdefault(frame["id"], now)
        elif frame["is"] == "message" and not frame["mine"]:
            word = frame["text"].rpartition(" ")[2]
            if word in self._sent:
                self._twice += word in self._across
                self._across.setdefault(word, now)
        else:
            return
        self._news.set()

    async def write(self, rate: float, seconds: float) -> dict[str, Any]:
        """`rate` messages a second, by everybody in turn, at moments that no answer moves."""
        for known in (self._sent, self._said, self._across, self._acked):
            known.clear()
        began = time.perf_counter()
        for n in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + n / rate - time.perf_counter()))
            word, id = f"w{n}", uuid.uuid4().hex
            text = f"it rained all night, and I could not sleep {word}"
            frame = json.dumps({"do": "say", "id": id, "text": text, "to": None})
            # Both sides of a pair write in the same moment of each round, one after the other.
            socket = self._sockets[n % len(self._sockets)]
            self._sent[word] = self._said[id] = time.perf_counter()
            await socket.send_str(frame)
        end = time.perf_counter() + AFTERWARDS
        while len(self._across) < len(self._sent) or len(self._acked) < len(self._said):
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), end - time.perf_counter())
            except TimeoutError:
                break
        return {
            "sent": len(self._sent),
            "lost": len(self._sent) - len(self._across),
            "twice": self._twice,
            "across": [at - self._sent[word] for word, at in self._across.items()],
            "acked": [at - self._said[id] for id, at in self._acked.items()],
        }


async def main() -> None:
    """Until there is no more to read."""
    loop = asyncio.get_running_loop()
    house = House()
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            wish = json.loads(line)
            if "base" in wish:
                await house.open(http, wish["base"], wish["cookies"])
                told: dict[str, Any] = {}
            else:
                told = await house.write(wish["rate"], wish["seconds"])
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    asyncio.run(main())

"""Somebody who comes by the page without a browser, to see that it works: speaks its protocol."""

import asyncio
import uuid
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import aiohttp

PATIENCE = 20.0  # seconds for whatever has to come

Frame = dict[str, Any]


class NotAnswered(Exception):
    """Something that had to come did not. Says what."""


class Visitor:
    """One browser at `address`. Use as `async with`, and `sit_down` at one pane at a time."""

    def __init__(self, address: str, language: str) -> None:
        self._address = address
        self._language = language
        self._headers = {"Origin": address.rstrip("/")}
        self._socket: aiohttp.ClientWebSocketResponse | None = None

    async def __aenter__(self) -> Self:
        jar = aiohttp.CookieJar(unsafe=True)  # else it takes none from a bare number
        self._http = aiohttp.ClientSession(cookie_jar=jar)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self._http.close()

    async def opens(self, path: str = "") -> str:
        """What stands there. Raises NotAnswered."""
        async with self._http.get(self._address + path) as answer:
            return await _good(answer, f"/{path}")

    async def posts(self, path: str, body: object = None) -> None:
        """Send it there. Raises NotAnswered."""
        where = self._address + path
        async with self._http.post(where, json=body, headers=self._headers) as answer:
            await _good(answer, f"/{path}")

    async def sit_down(self, pane: str) -> None:
        """Begin or take up the visit of this pane. Raises NotAnswered."""
        await self.posts(f"{pane}/begin", {"language": self._language})
        self._socket = await self._http.ws_connect(
            f"{self._address}{pane}/socket", headers=self._headers
        )
        await self._send({"do": "hello", "after": 0, "language": self._language})

    async def says(self, text: str) -> None:
        """Write."""
        await self._send({"do": "say", "id": uuid.uuid4().hex, "text": text, "to": None})

    async def presses(self, frame: Frame, choice: str) -> None:
        """Press a choice of what was heard."""
        label = next(one["label"] for one in frame["choices"] if one["id"] == choice)
        pressed = {"question": frame["question"], "choice": choice, "label": label}
        await self._send({"do": "press", "id": uuid.uuid4().hex, **pressed})

    async def hears(self, *text_ids: str) -> Frame:
        """The first message not looked at before that is one of these. Raises NotAnswered."""
        return await self._until(lambda frame: frame.get("textId") in text_ids, text_ids[0])

    async def _until(self, wanted: Callable[[Frame], bool], what: str) -> Frame:
        assert self._socket is not None
        with suppress(TimeoutError, TypeError):  # a socket that closed has no JSON
            async with asyncio.timeout(PATIENCE):
                while True:
                    frame: Frame = await self._socket.receive_json()
                    if not frame.get("mine") and wanted(frame):
                        return frame
        raise NotAnswered(f"{what} comes within {PATIENCE:.0f} seconds")

    async def _send(self, frame: Frame) -> None:
        assert self._socket is not None
        await self._socket.send_json(frame)


async def _good(answer: aiohttp.ClientResponse, what: str) -> str:
    if not answer.ok:
        raise NotAnswered(f"{what} can be had (it answers {answer.status})")
    return await answer.text()

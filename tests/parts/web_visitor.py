"""Somebody on our page without a browser: speaks its protocol, and keeps what a page would show."""

import asyncio
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp


class NotShown(AssertionError):
    """The deadline passed. Says what was shown instead."""


@dataclass(slots=True)
class Line:
    """One message as the page shows it."""

    id: str
    seq: int
    text: str
    text_id: str
    mine: bool
    frame: dict[str, Any] = field(repr=False)
    gone: bool = False
    edited: bool = False
    reactions: dict[str, str] = field(default_factory=dict)


class WebVisitor:
    """Use as `async with WebVisitor(base) as rosa:` or begin, connect and close by hand."""

    def __init__(self, base: str, language: str = "en", origin: str | None = None) -> None:
        self.base = base
        self.language = language
        self.origin = origin or base.rstrip("/")
        self.http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.frames: list[dict[str, Any]] = []
        self.lines: dict[str, Line] = {}
        self.acks: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        self.seen = 0
        self.over: str | None = None
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reading: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()

    async def __aenter__(self) -> Self:
        await self.begin()
        await self.connect()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def post(self, where: str, body: Any = None, **more: Any) -> int:
        """POST as the page does; the status."""
        headers = {"Origin": self.origin, **more.pop("headers", {})}
        async with self.http.post(self.base + where, json=body, headers=headers, **more) as answer:
            return answer.status

    async def begin(self) -> None:
        """Begin a visit, or find that there is one."""
        assert await self.post("begin", {"language": self.language}) in (201, 204)

    async def connect(self, after: int | None = None) -> None:
        """Open the socket, and be shown what came after what was seen."""
        self._socket = await self.http.ws_connect(
            self.base + "socket", headers={"Origin": self.origin}, max_msg_size=0
        )
        await self._socket.send_json(
            {"do": "hello", "after": self.seen if after is None else after,
             "language": self.language}
        )  # fmt: skip
        ready = len([f for f in self.frames if f["is"] == "ready"])
        self._reading = asyncio.create_task(self._read(self._socket))
        await self.until(
            lambda: len([f for f in self.frames if f["is"] == "ready"]) > ready or self.over,
            what="ready",
        )

    async def disconnect(self) -> None:
        """Lose the connection."""
        if self._socket is not None:
            await self._socket.close()
        if self._reading is not None:
            await asyncio.gather(self._reading, return_exceptions=True)

    async def close(self) -> None:
        """Close the window."""
        await self.disconnect()
        await self.http.close()

    async def send(self, frame: dict[str, Any]) -> None:
        """One frame, as it is."""
        assert self._socket is not None
        await self._socket.send_json(frame)

    async def does(self, do: str, **what: Any) -> str:
        """Do something and wait until it is done for good; its id."""
        id = what.pop("id", None) or uuid.uuid4().hex
        await self.send({"do": do, "id": id, **what})
        await self.until(lambda: id in self.acks or id in self.refused, what=f"an ack of {do}")
        return str(id)

    async def says(self, text: str, to: str | None = None) -> str:
        """Write; the message's id."""
        return await self.does("say", text=text, to=to)

    async def presses(self, choice: str, question: Line | None = None) -> str:
        """Press a choice of the last question that has it."""
        asked = question or next(
            line for line in reversed(self.shown())
            if choice in [c["id"] for c in line.frame.get("choices", [])]
        )  # fmt: skip
        label = next(c["label"] for c in asked.frame["choices"] if c["id"] == choice)
        return await self.does(
            "press", question=asked.frame["question"], choice=choice, label=label
        )

    async def sends(self, data: bytes, name: str, mime: str) -> str:
        """Send a file; the message's id."""
        id = uuid.uuid4().hex
        async with self.http.post(
            f"{self.base}files",
            params={"id": id, "name": name, "language": self.language},
            data=data,
            headers={"Origin": self.origin, "Content-Type": mime},
        ) as answer:
            assert answer.status == 200, answer.status
        return id

    async def fetches(self, line: Line) -> bytes:
        """The file of a message."""
        async with self.http.get(f"{self.base}files/{line.id}") as answer:
            assert answer.status == 200, answer.status
            return await answer.read()

    def shown(self) -> list[Line]:
        """Every message, in the order of the page."""
        return sorted(self.lines.values(), key=lambda line: line.seq)

    def heard(self) -> list[str]:
        """Text ids of what others said."""
        return [line.text_id for line in self.shown() if not line.mine]

    def texts(self) -> list[str]:
        """The words of every message."""
        return [line.text for line in self.shown()]

    async def hears(self, text_id: str, within: float = 40, after: int = 0) -> Line:
        """The last message with this text id, numbered above `after`."""

        def find() -> Line | None:
            return next(
                (line for line in reversed(self.shown())
                 if line.text_id == text_id and not line.mine and line.seq > after), None
            )  # fmt: skip

        await self.until(find, within, what=text_id)
        found = find()
        assert found is not None
        return found

    async def until(self, true: Callable[[], Any], within: float = 40, what: str = "that") -> None:
        """Wait for it. Raises NotShown."""

        async def wait() -> None:
            async with self._news:
                await self._news.wait_for(lambda: bool(true()))

        try:
            await asyncio.wait_for(wait(), within)
        except TimeoutError:
            last = [(line.text_id, line.text[:60]) for line in self.shown()[-8:]]
            raise NotShown(f"not within {within} s: {what}; shown {last}") from None

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            async with self._news:
                self.frames.append(frame)
                self._take(frame)
                self._news.notify_all()
        async with self._news:
            self._news.notify_all()

    def _take(self, frame: dict[str, Any]) -> None:
        seq = frame.get("seq", 0)
        if frame["is"] == "ack":
            self.acks[frame["id"]] = seq
            return
        if frame["is"] == "refused":
            self.refused[frame["id"]] = frame["why"]
            return
        if frame["is"] == "over":
            self.over = frame["why"]
            return
        if frame["is"] not in ("message", "changed", "gone", "reacted"):
            return
        assert seq == self.seen + 1 or self.seen == 0, f"number {seq} after {self.seen}"
        self.seen = seq
        self._apply(frame, seq)

    def _apply(self, frame: dict[str, Any], seq: int) -> None:
        match frame["is"]:
            case "message":
                assert frame["id"] not in self.lines, "shown twice"
                self.lines[frame["id"]] = Line(
                    frame["id"], seq, frame["text"], frame["textId"], frame["mine"], frame,
                    gone=frame.get("gone", False), edited=frame.get("edited", False),
                )  # fmt: skip
            case "changed" if line := self.lines.get(frame["id"]):
                line.text, line.text_id, line.edited = frame["text"], frame["textId"], True
            case "gone":
                if line := self.lines.get(frame["id"]):
                    line.gone, line.text = True, ""
                for line in self.lines.values():
                    line.reactions.pop(frame["id"], None)
            case "reacted" if line := self.lines.get(frame["message"]):
                line.reactions[frame["id"]] = frame["key"]

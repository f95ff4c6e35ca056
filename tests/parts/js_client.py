"""A person with a strict, modern Matrix client: matrix-js-sdk with Rust crypto, in its own node.

The same words as `NioPerson`, so that a story can be told with either. Its protocol: js/client.mjs.
"""

import asyncio
import base64
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

from tests.parts.person import Person
from tests.parts.places import JS, node
from tests.parts.seen import Seen
from tests.parts.synapse import Account, Synapse

_LONGEST_LINE = 64 * 1024 * 1024  # bytes; a file comes as one line


class JsSays(Exception):
    """matrix-js-sdk would not do it, or has died."""


class JsClient(Person):
    """Use as `async with JsClient.of(synapse, "joan") as joan:`. Accepts every invitation."""

    def __init__(self, account: Account) -> None:
        super().__init__(account, self._check_alive)
        self.device_id = ""
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    @classmethod
    @asynccontextmanager
    async def of(cls, synapse: Synapse, name: str, *, strict: bool = True) -> AsyncIterator[Self]:
        """A new person with a fresh account. `strict`: MSC4153, own device cross-signed."""
        joan = cls(synapse.register(synapse.fresh_name(name)))
        try:
            await joan.start(synapse.url, strict=strict)
            yield joan
        finally:
            await joan.close()

    async def start(self, url: str, *, strict: bool = True, within: float = 45) -> None:
        """Log in, and be ready when this returns (0.7 s on an idle machine)."""
        node_path = node()
        if node_path is None:
            raise JsSays("node is not there: make parts")
        strictness = "strict" if strict else "lenient"
        self._process = await asyncio.create_subprocess_exec(
            *(str(node_path), "client.mjs", url, self.user_id, strictness),
            cwd=JS,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(self.account.password.encode() + b"\n")
        self._reading = asyncio.create_task(self._read())
        await self.sights.until(lambda: bool(self.device_id), within, "that it is ready")

    async def close(self) -> None:
        """End the process. Safe to call twice."""
        if self._process is None:
            return
        if self._process.stdin and self._process.returncode is None:
            self._process.stdin.close()  # it ends itself when nobody talks to it
        try:
            await asyncio.wait_for(self._process.wait(), 5)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        if self._reading:
            await asyncio.gather(self._reading, return_exceptions=True)

    # ── what it is told ───────────────────────────────────────────────────────────────────────────

    async def open_direct(self, user_id: str, within: float = 40) -> str:
        """An encrypted direct chat with somebody, who has joined when this returns."""
        room = str(await self.do("openDirect", user=user_id))
        await self.sees_member(room, user_id, "join", within)
        return room

    async def send(self, room: str, text: str) -> str:
        """Say something; returns the event's id."""
        return str(await self.do("send", room=room, text=text))

    async def send_content(
        self, room: str, content: dict[str, Any], type_: str = "m.room.message"
    ) -> str:
        """Send any content; returns the event's id."""
        return str(await self.do("sendContent", room=room, type=type_, content=content))

    async def react(self, room: str, event: str, key: str) -> str:
        """React to an event."""
        return str(await self.do("react", room=room, event=event, key=key))

    async def edit(self, room: str, event: str, text: str) -> str:
        """Change what an earlier message of mine says."""
        return str(await self.do("edit", room=room, event=event, text=text))

    async def redact(self, room: str, event: str) -> str:
        """Delete a message or reaction."""
        return str(await self.do("redact", room=room, event=event))

    async def send_file(
        self, room: str, name: str, mime: str, data: bytes, msgtype: str = "m.file"
    ) -> str:
        """Send an encrypted file."""
        kind: dict[str, Any] = {"name": name, "mime": mime, "msgtype": msgtype}
        return str(await self.do("sendFile", room=room, data=_base64(data), **kind))

    async def leave(self, room: str) -> None:
        """Leave a room."""
        await self.do("leave", room=room)

    # ── what it shows ─────────────────────────────────────────────────────────────────────────────

    async def fetch_file(self, seen: Seen) -> bytes:
        """The bytes of a file that somebody sent, decrypted by the client."""
        return base64.b64decode(await self.do("fetchFile", room=seen.room, event=seen.id))

    async def view(self, room: str) -> list[dict[str, Any]]:
        """The screen as it is now: edits and redactions applied, reactions counted by key."""
        return list(await self.do("view", room=room))

    async def devices(self, user_id: str) -> dict[str, bool]:
        """Somebody's devices, and whether their owner has cross-signed each."""
        return dict(await self.do("devices", user=user_id))

    async def be_strict(self, strict: bool) -> None:
        """Turn MSC4153 on or off."""
        await self.do("beStrict", strict=strict)

    # ── the line to it ────────────────────────────────────────────────────────────────────────────

    async def do(self, deed: str, within: float = 30, **order: Any) -> Any:
        """Any deed of js/deeds.mjs, by its name there. Raises JsSays."""
        self._check_alive()
        assert self._process and self._process.stdin
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        line = json.dumps({"id": number, "do": deed, **order})
        self._process.stdin.write(line.encode() + b"\n")
        await self._process.stdin.drain()
        said = await asyncio.wait_for(answer, within)
        if "error" in said:
            raise JsSays(f"{deed}: {said['error']}")
        return said["ok"]

    async def _read(self) -> None:
        assert self._process and self._process.stdout
        async for line in self._process.stdout:
            said = json.loads(line)
            if "id" in said:
                self._waiting.pop(said["id"]).set_result(said)
            else:
                await self._notice(said)
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(JsSays("the js client has ended"))
        await self.sights.stir()

    async def _notice(self, said: dict[str, Any]) -> None:
        match said["saw"]:
            case "ready":
                self.device_id = said["device"]
                await self.sights.stir()
            case "event":
                await self.sights.add(_seen(said))
            case "member":
                content = {"membership": said["membership"]}
                await self.sights.add(self._made_up(said, "m.room.member", content))
            case "typing":
                content = {"user_ids": [said["user"]] if said["typing"] else []}
                await self.sights.add(self._made_up(said, "m.typing", content))

    def _made_up(self, said: dict[str, Any], type_: str, content: dict[str, Any]) -> Seen:
        """The client tells these without an event of their own."""
        return Seen(
            room=said["room"],
            id=f"{said['saw']}-{next(self._numbers)}",
            type=type_,
            sender="",
            state_key=said["user"],
            content=content,
        )

    def _check_alive(self) -> None:
        if self._reading and self._reading.done():
            raise JsSays("the js client has ended")


def _seen(said: dict[str, Any]) -> Seen:
    return Seen(
        room=said["room"],
        id=said["event"],
        type=said["type"],
        sender=said["sender"],
        content=said["content"],
        state_key=said["state_key"],
        encrypted=said["encrypted"],
        place=said.get("place"),
        shield=said.get("shield"),
        shield_reason=said.get("shield_reason"),
        source={"redacts": said["redacts"]} if said["redacts"] else {},
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()

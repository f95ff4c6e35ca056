"""A person with an ordinary encrypted Matrix client, made of matrix-nio, for tests.

It shares nothing with the bot's own Matrix adapter, so that a mistake there is not made twice.
"""

import asyncio
import io
import shutil
import tempfile
from typing import Any, Self

import nio
from nio.crypto.attachments import decrypt_attachment

from tests.parts.nio_ears import NioEars
from tests.parts.person import Person
from tests.parts.seen import Seen
from tests.parts.synapse import Account, Synapse

_ENCRYPTED = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


class Refused(Exception):
    """The homeserver would not do it."""


def _accepted(answer: Any) -> Any:
    if isinstance(answer, nio.ErrorResponse):
        raise Refused(str(answer))
    return answer


class NioPerson(Person):
    """Use as `async with NioPerson.of(synapse, "rosa") as rosa:`. Accepts every invitation."""

    def __init__(self, url: str, account: Account, device_name: str = "a nio client") -> None:
        super().__init__(account, self._check_alive)
        self._listening: asyncio.Task[None] | None = None
        self._device_name = device_name
        self._store = tempfile.mkdtemp(prefix="peerbot-person-")
        config = nio.AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self.client = nio.AsyncClient(url, account.user_id, store_path=self._store, config=config)
        self._ears = NioEars(self.client, self.sights)

    @classmethod
    def of(cls, synapse: Synapse, name: str) -> Self:
        """A new person with a fresh account whose name begins with `name`."""
        return cls(synapse.url, synapse.register(synapse.fresh_name(name)))

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Log in, and listen in the background. Raises Refused."""
        _accepted(await self.client.login(self.account.password, device_name=self._device_name))
        self.wakes()
        # Until its keys are there nothing can be written that it could read.
        await self.sights.until(
            lambda: self._ears.synced and not self.client.should_upload_keys, 30, "the first sync"
        )

    def wakes(self) -> None:
        """Switch the client on, at first or again: it is shown what it has missed."""
        self._listening = asyncio.create_task(self._ears.listen())

    async def rests(self) -> None:
        """Switch it off: it hears nothing, and its keys stay with it."""
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None

    async def close(self) -> None:
        """Stop listening and forget the device's keys. The account stays."""
        await self.rests()
        await self.client.close()
        if self.client.store:
            self.client.store.database.close()  # nio leaves it to the garbage; 3.13 warns of that
        shutil.rmtree(self._store, ignore_errors=True)

    # ── rooms ─────────────────────────────────────────────────────────────────────────────────────

    async def open_direct(self, user_id: str, within: float = 40) -> str:
        """An encrypted direct chat with somebody, who has joined when this returns."""
        made = _accepted(
            await self.client.room_create(
                is_direct=True,
                invite=[user_id],
                preset=nio.RoomPreset.trusted_private_chat,
                initial_state=[_ENCRYPTED],
            )
        )
        await self.sees_member(made.room_id, user_id, "join", within)
        return str(made.room_id)

    async def leave(self, room: str) -> None:
        """Leave a room and forget it."""
        _accepted(await self.client.room_leave(room))
        _accepted(await self.client.room_forget(room))

    # ── saying ────────────────────────────────────────────────────────────────────────────────────

    async def send_content(
        self, room: str, content: dict[str, Any], type_: str = "m.room.message"
    ) -> str:
        """Send any content; returns the event's id. Encrypted if the room is."""
        await self.sights.until(lambda: room in self.client.rooms, 15, f"the room {room}")
        # Never to be cancelled on the way: nio would hang at the next message to the room.
        sent = await asyncio.shield(
            self.client.room_send(room, type_, content, ignore_unverified_devices=True)
        )
        return str(_accepted(sent).event_id)

    async def send(
        self, room: str, text: str, *, html: str | None = None, reply_to: str | None = None
    ) -> str:
        """Say something."""
        content: dict[str, Any] = {"msgtype": "m.text", "body": text}
        if html is not None:
            content |= {"format": "org.matrix.custom.html", "formatted_body": html}
        if reply_to is not None:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": reply_to}}
        return await self.send_content(room, content)

    async def react(self, room: str, event: str, key: str) -> str:
        """React to an event."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.send_content(room, {"m.relates_to": relation}, "m.reaction")

    async def edit(self, room: str, event: str, text: str) -> str:
        """Change what an earlier message of mine says."""
        return await self.send_content(
            room,
            {
                "msgtype": "m.text",
                "body": f"* {text}",
                "m.new_content": {"msgtype": "m.text", "body": text},
                "m.relates_to": {"rel_type": "m.replace", "event_id": event},
            },
        )

    async def redact(self, room: str, event: str) -> str:
        """Delete a message or reaction."""
        return str(_accepted(await self.client.room_redact(room, event)).event_id)

    async def send_file(
        self, room: str, name: str, mime: str, data: bytes, msgtype: str = "m.file"
    ) -> str:
        """Send an encrypted file (`msgtype` m.image for a picture)."""
        uploaded, keys = await self.client.upload(
            io.BytesIO(data), mime, name, encrypt=True, filesize=len(data)
        )
        file = {"url": _accepted(uploaded).content_uri, **(keys or {})}
        info = {"mimetype": mime, "size": len(data)}
        return await self.send_content(
            room, {"msgtype": msgtype, "body": name, "info": info, "file": file}
        )

    # ── seeing ────────────────────────────────────────────────────────────────────────────────────

    async def fetch_file(self, seen: Seen) -> bytes:
        """The bytes of a file that somebody sent."""
        file = seen.content.get("file")
        uri = file["url"] if file else seen.content["url"]
        data = bytes(_accepted(await self.client.download(mxc=uri)).body)
        if not file:
            return data
        hashes = file["hashes"]["sha256"]
        return bytes(decrypt_attachment(data, file["key"]["k"], hashes, file["iv"]))

    def _check_alive(self) -> None:
        if self._listening and self._listening.done():
            self._listening.result()
            raise Refused("the client has stopped listening")

"""Encrypting for everyone in a room, and decrypting what comes.

nio's own sharing marks a room key as given out when the request for it failed (people then cannot
read us) and hangs for ever when cancelled. Here a key counts as shared with a device only when the
server took it, and a session is given up when somebody it was shared with has gone.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Collection

from nio.events import Event, MegolmEvent

from bot.platforms.matrix.keys import Keys
from bot.platforms.matrix.wire import Json, Unreachable

MEGOLM = "m.megolm.v1.aes-sha2"
_UNREACHED_AGAIN = 600.0  # seconds before a device without one-time keys is tried again


class Sharing:
    """Room keys: one per room, shared with every device of everyone in it."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._olm = keys.olm
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._unreached: dict[tuple[str, str], float] = {}

    async def encrypt(self, room: str, members: Collection[str], kind: str, content: Json) -> Json:
        """The content of an `m.room.encrypted` event. Raises Refused, Unreachable.

        Whatever fails or is cancelled half-way leaves a state from which the next call goes on.
        """
        async with self._locks[room]:
            await self._keys.know(members)
            others = set(members) - {self._olm.user_id}
            if others and self._keys.lost_to(others):
                raise Unreachable("keys")  # said now, it could never be read by anyone
            await self._share(room, members)
            encrypted: Json = self._olm.group_encrypt(room, {"content": content, "type": kind})
        if "m.relates_to" in content:
            # The server must see relations to be able to serve them.
            encrypted["m.relates_to"] = content["m.relates_to"]
        return encrypted

    async def _share(self, room: str, members: Collection[str]) -> None:
        session = self._olm.outbound_group_sessions.get(room)
        devices = self._devices(members)
        if session is None or session.expired or session.users_shared_with - devices:
            self._olm.create_outbound_group_session(room)
            session = self._olm.outbound_group_sessions[room]
        now = time.monotonic()
        lacking = {
            device
            for device in devices - session.users_shared_with
            if now - self._unreached.get(device, -_UNREACHED_AGAIN) >= _UNREACHED_AGAIN
        }
        if lacking:
            users = sorted({user for user, _ in lacking})
            await self._keys.claim(
                {
                    user: [device for device in ids if (user, device) in lacking]
                    for user, ids in self._olm.get_missing_sessions(users).items()
                }
            )
            session.shared = False  # so that nio goes on with this session instead of a new one
            for given, messages in self._olm.share_group_session_parallel(room, users, True):
                await self._keys.send("m.room.encrypted", messages)
                session.users_shared_with.update(given)
            for device in lacking - session.users_shared_with:
                self._unreached[device] = now
        session.shared = True

    def _devices(self, members: Collection[str]) -> set[tuple[str, str]]:
        own = (self._olm.user_id, self._olm.device_id)
        return {
            (user, device.id)
            for user in members
            for device in self._olm.device_store.active_user_devices(user)
        } - {own}

    def decrypt(self, room: str, raw: Json) -> Json | None:
        """The event as its sender wrote it, or None when it cannot be read (yet)."""
        try:
            event = Event.parse_event({**raw, "content": self._completed(room, raw["content"])})
            if not isinstance(event, MegolmEvent):
                return None
            event.room_id = room
            plain = self._olm.decrypt_megolm_event(event)
            source: Json = plain.source
        except Exception:  # whatever a stranger's ciphertext makes nio do, it is not readable
            return None
        return {**source, "unsigned": raw.get("unsigned", {})}

    def _completed(self, room: str, content: Json) -> Json:
        """Fill in the two fields that newer clients may leave out and nio insists on."""
        if content.get("algorithm") != MEGOLM:
            return content
        sender_key = content.get("sender_key")
        if not sender_key:
            session_id = content.get("session_id")
            known = self._olm.inbound_group_store[room].items()
            sender_key = next((key for key, sessions in known if session_id in sessions), "")
        return {**content, "sender_key": sender_key, "device_id": content.get("device_id", "")}

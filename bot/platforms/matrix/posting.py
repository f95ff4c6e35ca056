"""One event into one room: encrypted if the room is, shown once whatever happens."""

import json
from collections.abc import Callable

from bot.platforms.matrix.rooms import Room, Rooms
from bot.platforms.matrix.sharing import Sharing
from bot.platforms.matrix.wire import Json, Refused, Wire

# Clients and servers match reactions by their content; by convention they are never encrypted.
_NEVER_ENCRYPTED = frozenset({"m.reaction"})
_LARGEST = 65_536  # bytes of an event that any server takes; encrypted it is only larger


class Posting:
    """Sends events. Being cancelled half-way is safe: the next try has the same transaction id.

    `plainly` is for a stand-in device that strict clients would not read from otherwise.
    """

    def __init__(self, wire: Wire, rooms: Rooms, sharing: Callable[[], Sharing]) -> None:
        self._wire = wire
        self._rooms = rooms
        self._sharing = sharing
        self.plainly = False

    async def post(self, room: Room, kind: str, content: Json, transaction: str) -> str:
        """Send an event; returns its id. Raises Refused, Unreachable."""
        if len(json.dumps(content, ensure_ascii=False)) > _LARGEST:
            raise Refused(413, "M_TOO_LARGE", None, {})
        if room.encrypted and not self.plainly and kind not in _NEVER_ENCRYPTED:
            content = await self._sharing().encrypt(room.id, room.inside(), kind, content)
            kind = "m.room.encrypted"
        path = ("rooms", room.id, "send", kind, transaction)
        answer = await self._wire.call("PUT", *path, body=content)
        return str(answer["event_id"])

    async def redact(self, room_id: str, event: str, transaction: str) -> str:
        """Take back an event of ours; returns the id of doing so. Raises Refused, Unreachable."""
        path = ("rooms", room_id, "redact", event, transaction)
        answer = await self._wire.call("PUT", *path, body={})
        return str(answer["event_id"])

    async def original(self, room_id: str, event: str) -> Json | None:
        """An event as its sender wrote it, or None if unreadable. Raises Refused, Unreachable."""
        raw = await self._wire.call("GET", "rooms", room_id, "event", event)
        if raw.get("type") == "m.room.encrypted":
            return self._sharing().decrypt(room_id, raw)
        return raw

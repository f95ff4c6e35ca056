"""Rooms that were replaced by others (Matrix room upgrades)."""

import json

from bot.messages import PlaceKind, PlaceMoved
from bot.platforms.matrix import inbound
from bot.platforms.matrix.invites import Invite, Invites, Verdict
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.wire import Json
from bot.platforms.platform import Memory

_KEPT = "matrix/upgrades"
_REMEMBERED = 100
_OURS = (PlaceKind.DIRECT, PlaceKind.SHARED, PlaceKind.COORDINATORS)


class Upgrades:
    """Successors that we are to come into; private ones only when invited."""

    def __init__(self, memory: Memory, rooms: Rooms) -> None:
        self._memory = memory
        self._rooms = rooms
        self._expected: dict[str, Json] = {}

    async def load(self) -> None:
        """Recall what is expected."""
        self._expected = json.loads(await self._memory.recall(_KEPT) or "{}")

    def expects(self, room: str) -> bool:
        """Whether `room` is the successor of one of ours that we are not in yet."""
        return room in self._expected

    async def follow(self, raw: Json, room: str, kind: PlaceKind, invites: Invites) -> None:
        """A tombstone: remember where to go, and try to go there."""
        successor = (raw.get("content") or {}).get("replacement_room")
        if not isinstance(successor, str) or kind not in _OURS:
            return
        kept = {"event_id": raw["event_id"], "sender": raw["sender"]}
        kept |= {"origin_server_ts": raw.get("origin_server_ts")}
        self._expected[successor] = {"old": room, "kind": kind.value, "raw": kept}
        for old in list(self._expected)[:-_REMEMBERED]:
            del self._expected[old]
        await self._rooms.adopt(room, successor, kind)
        await self._memory.keep(_KEPT, json.dumps(self._expected))
        # Works for rooms open to members of the old one; in others an invitation follows.
        invites.add(Invite(successor, str(raw["sender"]), Verdict.JOIN))

    async def arrived(self, room: str) -> PlaceMoved | None:
        """We are in `room` now: the move, if it is one. Kept until `settled`."""
        known = self._expected.get(room)
        if known is None:
            return None
        return inbound.moved(known["raw"], known["old"], PlaceKind(known["kind"]), room)

    async def settled(self, room: str) -> None:
        """The move has been handed in."""
        if self._expected.pop(room, None) is not None:
            await self._memory.keep(_KEPT, json.dumps(self._expected))

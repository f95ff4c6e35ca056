"""What we know of a room: who is in it, whether it is encrypted, and what sort of place it is.

Fetched when first needed and kept up to date from the stream, so that a restart with thousands of
rooms answers at once. An unknown room is never taken for an unencrypted one.
"""

import asyncio
import json
import logging
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.messages import PlaceKind
from bot.platforms.matrix.wire import Json, Refused, Wire
from bot.platforms.platform import Memory

log = logging.getLogger(__name__)

OURS = "org.peerbot.room"  # state event in rooms that we opened: {"kind": "shared" | "direct"}
_ADOPTED = "matrix/adopted-rooms"  # successors of rooms, with the kind the old one had
_KNOWN_AT_MOST = 20_000  # rooms; about 1 kB each


@dataclass(slots=True)
class Room:
    """One room as far as we need to know it."""

    id: str = field(repr=False)
    members: dict[str, str] = field(default_factory=dict, repr=False)  # user -> membership
    encrypted: bool = False
    opened_as: str = ""  # what our own state event says of it
    opened_for: str = field(default="", repr=False)  # the `once` it was opened with

    def inside(self) -> set[str]:
        """Everyone who is in it or invited."""
        return {user for user, state in self.members.items() if state in ("join", "invite")}

    def before(self, events: list[Json]) -> "Room":
        """A copy in which everyone's membership is what it was before these events."""
        members = dict(self.members)
        for event in reversed(events):
            if event.get("type") == "m.room.member":
                person = str(event.get("state_key"))
                previous = (event.get("unsigned") or {}).get("prev_content") or {}
                if "membership" in previous:
                    members[person] = str(previous["membership"])
                else:
                    members.pop(person, None)
        return replace(self, members=members)

    def apply(self, event: Json, own: str) -> None:
        """Take note of a state event."""
        content = event.get("content") or {}
        match event.get("type"):
            case "m.room.member":
                self.members[str(event.get("state_key"))] = str(content.get("membership"))
            case "m.room.encryption":
                self.encrypted = True  # never unlearnt: encryption cannot be switched off
            case kind if kind == OURS and event.get("sender") == own:
                self.opened_as = str(content.get("kind", ""))
                self.opened_for = str(content.get("once", ""))


class Rooms:
    """All rooms we have met since the start."""

    def __init__(self, wire: Wire, memory: Memory, own: str, coordinators: str | None) -> None:
        self._wire = wire
        self._memory = memory
        self.own = own
        self.coordinators = coordinators
        self._known: OrderedDict[str, Room] = OrderedDict()
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._adopted: dict[str, str] = {}

    async def load(self) -> None:
        """Recall adopted rooms, and find the coordinators' room when it is given as an alias."""
        self._adopted = json.loads(await self._memory.recall(_ADOPTED) or "{}")
        if self.coordinators and self.coordinators.startswith("#"):
            try:
                answer = await self._wire.call("GET", "directory", "room", self.coordinators)
            except Refused as refused:
                if refused.limited or refused.logged_out:
                    raise
                # Everybody else must still be served; `peerbot check` tells of it.
                log.error("no coordinators' room", extra={"action": "coordinators-room-unknown"})
                return
            self.coordinators = str(answer["room_id"])

    async def get(self, room_id: str) -> Room:
        """The room, asked for when not known. Raises Refused (not in it), Unreachable."""
        room = self._known.get(room_id)
        if room is not None:
            self._known.move_to_end(room_id)
            return room
        async with self._locks[room_id]:
            if room_id in self._known:
                return self._known[room_id]
            room = Room(room_id)
            for event in await self._state(room_id):
                room.apply(event, self.own)
            if room.members.get(self.own) != "join":
                raise Refused(403, "M_FORBIDDEN", None, {})
            self._known[room_id] = room
            while len(self._known) > _KNOWN_AT_MOST:
                self._known.popitem(last=False)
        self._locks.pop(room_id, None)
        return room

    async def _state(self, room_id: str) -> list[Json]:
        answer = await self._wire.call_list("GET", "rooms", room_id, "state")
        return [event for event in answer if isinstance(event, dict)]

    async def kind_when_left(self, room_id: str) -> PlaceKind:
        """What a room was until we were put out of it. Raises Unreachable."""
        room = self._known.get(room_id)
        if room is None:
            room = Room(room_id)
            try:
                for event in await self._state(room_id):  # as it was when we left
                    room.apply(event, self.own)
            except Refused:
                return PlaceKind.FOREIGN
        room.members[self.own] = "join"
        return self.kind(room)

    def note(self, room_id: str, events: Iterable[Json]) -> None:
        """Take state events from the stream; a room not yet known is asked for when needed."""
        room = self._known.get(room_id)
        if room is not None:
            for event in events:
                room.apply(event, self.own)

    def forget(self, room_id: str) -> None:
        """We are not in it any more."""
        self._known.pop(room_id, None)

    async def adopt(self, old: str, new: str, kind: PlaceKind) -> None:
        """`new` takes the place of `old` (a room upgrade), and is what `old` was."""
        if kind in (PlaceKind.SHARED, PlaceKind.COORDINATORS):
            self._adopted = {**self._adopted, new: kind.value}
            await self._memory.keep(_ADOPTED, json.dumps(self._adopted))

    def kind(self, room: Room) -> PlaceKind:
        """What sort of place it is now; a direct one that gains a third member is none any more."""
        adopted = self._adopted.get(room.id)
        if room.id == self.coordinators or adopted == PlaceKind.COORDINATORS:
            return PlaceKind.COORDINATORS
        if PlaceKind.SHARED in (room.opened_as, adopted):
            return PlaceKind.SHARED
        inside = room.inside()
        if self.own in inside and len(inside) == 2:
            return PlaceKind.DIRECT
        return PlaceKind.FOREIGN

    def is_coordinators(self, room_id: str) -> bool:
        """Whether this is, or replaces, the configured room."""
        return room_id == self.coordinators or (
            self._adopted.get(room_id) == PlaceKind.COORDINATORS
        )

    def other(self, room: Room) -> str | None:
        """The one other person of a direct place."""
        others = room.inside() - {self.own}
        return next(iter(others)) if len(others) == 1 else None

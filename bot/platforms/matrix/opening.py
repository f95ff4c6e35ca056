"""Opening, finding and leaving rooms.

Creating a room cannot be made idempotent by the server, so it is done in steps that can: note the
intent, create it empty with the letter's own id in its state, note the room, then invite. After a
crash between creating and noting, the room is found again by that id.
"""

import asyncio
import json
from collections import defaultdict

from bot.messages import PlaceKind
from bot.platforms.matrix.direct import DirectChats
from bot.platforms.matrix.outbound import transaction
from bot.platforms.matrix.rooms import OURS, Room, Rooms
from bot.platforms.matrix.sharing import MEGOLM
from bot.platforms.matrix.wire import Json, Refused, Wire
from bot.platforms.platform import Memory

_KEPT = "matrix/openings"
_REMEMBERED = 200  # openings; a letter is not tried again after so many others
_INTENDED = "?"
ENCRYPTION: Json = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": MEGOLM},
}


class Declined(Exception):
    """The person has turned our invitation down; asking again would be pestering."""


class Opening:
    """Rooms that we open ourselves, all of them private and encrypted."""

    def __init__(self, wire: Wire, memory: Memory, rooms: Rooms, direct: DirectChats) -> None:
        self._wire = wire
        self._memory = memory
        self._rooms = rooms
        self._direct = direct
        self._openings: dict[str, str] = {}
        self._people: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def load(self) -> None:
        """Recall openings that may not be finished."""
        self._openings = json.loads(await self._memory.recall(_KEPT) or "{}")

    async def direct(self, user: str, once: str) -> Room:
        """The direct chat with `user`, opened if there is none.

        Raises Declined, Refused, Unreachable.
        """
        mark = transaction(once, "room")
        async with self._people[user]:
            if mark not in self._openings:
                found = await self._find(user)
                if found is not None:
                    return found
            room = await self._open(mark, PlaceKind.DIRECT, None)
            await self._invite(room, user, direct=True)
            await self._direct.add(user, room.id)
            return room

    async def group(self, kind: PlaceKind, name: str, users: tuple[str, ...], once: str) -> Room:
        """A room for several people. Raises Refused, Unreachable; then none is left behind."""
        room = await self._open(transaction(once, "room"), kind, name)
        try:
            for user in users:
                await self._invite(room, user, direct=False)
        except Refused as refused:
            if not refused.limited:
                await self.leave(room.id)
            raise
        return room

    async def leave(self, room_id: str) -> None:
        """Leave for good. Raises Refused when limited, Unreachable."""
        for step in ("leave", "forget"):
            try:
                await self._wire.call("POST", "rooms", room_id, step, body={})
            except Refused as refused:
                if refused.limited or refused.logged_out:
                    raise
                # otherwise we are out of it already
        self._rooms.forget(room_id)
        await self._direct.remove(room_id)

    async def _find(self, user: str) -> Room | None:
        turned_down = False
        for room_id in reversed(await self._direct.of(user)):
            try:
                room = await self._rooms.get(room_id)
            except Refused as refused:
                if refused.limited:
                    raise
                continue
            if user in room.inside() and self._rooms.kind(room) is PlaceKind.DIRECT:
                return room
            # Rooms that somebody left after being in them are left by us too; see `arrivals`.
            turned_down |= bool(room.opened_as) and room.members.get(user) in ("leave", "ban")
        if turned_down:
            raise Declined
        return None

    async def _open(self, mark: str, kind: PlaceKind, name: str | None) -> Room:
        known = self._openings.get(mark)
        if known == _INTENDED:
            known = await self._look_for(mark)
        if not known or known == _INTENDED:
            await self._note(mark, _INTENDED)
            try:
                known = await self._create(mark, kind, name)
            except Refused:
                await self._note(mark, None)  # a clear no: there is nothing to look for
                raise
        await self._note(mark, known)
        # The stream may have met the room while the server was still making it, and known it
        # without its encryption; what we then said would have gone out in plain text.
        self._rooms.forget(known)
        room = await self._rooms.get(known)
        room.encrypted = True
        return room

    async def _create(self, mark: str, kind: PlaceKind, name: str | None) -> str:
        ours: Json = {
            "type": OURS,
            "state_key": "",
            "content": {"kind": kind.value, "once": mark},
        }
        # Who is invited must not read what was said before that.
        history: Json = {
            "type": "m.room.history_visibility",
            "state_key": "",
            "content": {"history_visibility": "invited"},
        }
        body: Json = {
            "preset": "private_chat",  # only we may change it: power to close and to leave stays
            "visibility": "private",
            "is_direct": kind is PlaceKind.DIRECT,
            "initial_state": [ENCRYPTION, history, ours],
        }
        if name:
            body["name"] = name
        answer = await self._wire.call("POST", "createRoom", body=body)
        return str(answer["room_id"])

    async def _look_for(self, mark: str) -> str | None:
        """The room that was created with this mark, if the request arrived after all."""
        only = {
            "presence": {"types": []},
            "account_data": {"types": []},
            "room": {
                "state": {"types": [OURS]},
                "timeline": {"types": [OURS], "limit": 1},
                "ephemeral": {"types": []},
                "account_data": {"types": []},
            },
        }
        body = await self._wire.call("GET", "sync", query={"filter": json.dumps(only)}, timeout=120)
        for room_id, info in ((body.get("rooms") or {}).get("join") or {}).items():
            for part in ("state", "timeline"):
                for event in (info.get(part) or {}).get("events") or []:
                    if event.get("type") == OURS and event["content"].get("once") == mark:
                        return str(room_id)
        return None

    async def _invite(self, room: Room, user: str, *, direct: bool) -> None:
        if user in room.inside():
            return
        content = {"membership": "invite", **({"is_direct": True} if direct else {})}
        path = ("rooms", room.id, "state", "m.room.member", user)
        await self._wire.call("PUT", *path, body=content)
        room.members.setdefault(user, "invite")

    async def _note(self, mark: str, room_id: str | None) -> None:
        if self._openings.get(mark) == room_id:
            return
        others = {key: value for key, value in self._openings.items() if key != mark}
        self._openings = {**others, mark: room_id} if room_id else others
        for old in list(self._openings)[:-_REMEMBERED]:
            del self._openings[old]
        await self._memory.keep(_KEPT, json.dumps(self._openings))

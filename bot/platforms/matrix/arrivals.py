"""What one room's part of a sync answer means, event by event and in order."""

import logging
from collections.abc import Awaitable, Callable

from bot.messages import Incoming, PlaceKind, PlaceMoved, Reacted
from bot.platforms.matrix import backlog, inbound
from bot.platforms.matrix.choices import Choices
from bot.platforms.matrix.direct import DirectChats
from bot.platforms.matrix.invites import Invites
from bot.platforms.matrix.opening import Opening
from bot.platforms.matrix.receipts import Receipts
from bot.platforms.matrix.rooms import Room, Rooms
from bot.platforms.matrix.sharing import Sharing
from bot.platforms.matrix.tasks import Tasks
from bot.platforms.matrix.upgrades import Upgrades
from bot.platforms.matrix.waiting import Waiting
from bot.platforms.matrix.wire import Json, Refused, Wire

log = logging.getLogger(__name__)

Give = Callable[[Incoming], Awaitable[None]]


class Arrivals:
    """Reads rooms; `give` hands an event in and returns when it is committed."""

    def __init__(
        self,
        wire: Wire,
        rooms: Rooms,
        sharing: Callable[[], Sharing],
        waiting: Waiting,
        choices: Choices,
        invites: Invites,
        upgrades: Upgrades,
        opening: Opening,
        direct: DirectChats,
        tasks: Tasks,
    ) -> None:
        self._wire = wire
        self._rooms = rooms
        self._sharing = sharing
        self._waiting = waiting
        self._choices = choices
        self._invites = invites
        self._upgrades = upgrades
        self._opening = opening
        self._direct = direct
        self._tasks = tasks
        self._receipts = Receipts(wire, tasks)

    async def joined(self, room_id: str, info: Json, since: str, give: Give) -> None:
        """Take a room that we are in. Raises Refused, Unreachable, and what `give` raises."""
        timeline = info.get("timeline") or {}
        events = [event for event in timeline.get("events") or [] if isinstance(event, dict)]
        state = (info.get("state") or {}).get("events") or []
        arrived = any(self._is_arrival(event) for event in [*events, *state])
        if arrived:
            self._rooms.forget(room_id)
        self._rooms.note(room_id, state)
        told = timeline.get("limited") or any(e.get("sender") != self._rooms.own for e in events)
        if not told and not self._upgrades.expects(room_id):
            self._rooms.note(room_id, events)
            return  # only our own doings: no need to ask for the room
        try:
            room = await self._rooms.get(room_id)
            if timeline.get("limited") and timeline.get("prev_batch"):
                older = await backlog.before(
                    self._wire,
                    room_id,
                    timeline["prev_batch"],
                    None if arrived else since,
                    lambda event: arrived and self._is_invitation(event),
                )
                ids = {event.get("event_id") for event in events}
                events = [event for event in older if event.get("event_id") not in ids] + events
        except Refused as refused:
            if refused.limited or refused.logged_out:
                raise
            return  # we are out of it again; the next answer says so
        if arrived:
            events = events[self._first_of_ours(room, events) :]
        # What we know of the room may be newer than these events; what they mean is not.
        past = room.before(events)
        for event in events:
            if "state_key" in event:
                room.apply(event, self._rooms.own)
            await self._one(past, event, give)
        self._read_up_to(room_id, events)
        self._leave_if_empty(room, events)

    async def _one(self, room: Room, raw: Json, give: Give) -> None:
        try:
            meant = await self._meaning(room, raw)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            # An event that we cannot even take apart would otherwise come again for ever.
            log.error(
                "event skipped", extra={"action": "event-skipped", "error": type(error).__name__}
            )
            return
        if meant is not None:
            await give(meant)
            if isinstance(meant, PlaceMoved):
                await self._upgrades.settled(room.id)

    async def _meaning(self, room: Room, raw: Json) -> Incoming | None:
        own = self._rooms.own
        if "state_key" not in raw:
            return await self._message(room, raw)
        before = self._rooms.kind(room)
        room.apply(raw, own)
        match raw.get("type"):
            case "m.room.member" if raw["state_key"] == own:
                return await self._we_came(room, raw) if self._is_arrival(raw) else None
            case "m.room.member":
                gone = room.members.get(str(raw["state_key"])) in ("leave", "ban")
                kind = before if gone else self._rooms.kind(room)
                if not gone and room.members.get(own) == "join":
                    self._note_direct(room)
                return inbound.membership(raw, room.id, kind, own)
            case "m.room.tombstone":
                await self._upgrades.follow(raw, room.id, before, self._invites)
        return None

    async def _we_came(self, room: Room, raw: Json) -> Incoming | None:
        person = self._note_direct(room)
        move = await self._upgrades.arrived(room.id)
        if move is not None:
            return move
        return inbound.opened(raw, room.id, person) if person is not None else None

    def _note_direct(self, room: Room) -> str | None:
        """The person whose direct chat this is, if they are in it; their list is kept."""
        person = self._rooms.other(room)
        if self._rooms.kind(room) is not PlaceKind.DIRECT or person is None:
            return None
        if room.members.get(person) != "join":
            return None
        self._tasks.start(self._direct.add(person, room.id), "note-direct")
        return person

    async def _message(self, room: Room, raw: Json) -> Incoming | None:
        if raw.get("type") == "m.room.encrypted":
            if raw.get("sender") == self._rooms.own or not raw.get("content"):
                return None  # our own, or taken back before we came to it
            plain = self._sharing().decrypt(room.id, raw)
            if plain is None:
                self._waiting.add(room.id, raw)
                return None
            raw = plain
        meant = inbound.read(raw, room.id, self._rooms.kind(room), self._rooms.own)
        if isinstance(meant, Reacted):
            return await self._choices.pressed(meant)
        return meant

    def _leave_if_empty(self, room: Room, events: list[Json]) -> None:
        """Leave a room that its last person has left in these events.

        One whose invitation was turned down is kept: it is how we know not to ask again.
        """
        went = any(
            event.get("type") == "m.room.member"
            and event.get("state_key") != self._rooms.own
            and (event.get("content") or {}).get("membership") in ("leave", "ban")
            and inbound.was(event) != "invite"
            for event in events
        )
        alone = room.inside() == {self._rooms.own}
        if went and alone and not self._rooms.is_coordinators(room.id):
            self._waiting.leave(room.id)
            self._tasks.start(self._opening.leave(room.id), "leave-empty")

    async def left(self, room_id: str, info: Json, give: Give) -> None:
        """Take a room that we are not in any more."""
        parts = [info.get("timeline") or {}, info.get("state") or {}]
        events = [event for part in parts for event in part.get("events") or []]
        mine = [
            event
            for event in events
            if event.get("type") == "m.room.member"
            and event.get("state_key") == self._rooms.own
            and (event.get("content") or {}).get("membership") in ("leave", "ban")
        ]
        self._invites.drop(room_id)
        if mine and mine[-1].get("sender") != self._rooms.own and inbound.was(mine[-1]) != "invite":
            kind = await self._rooms.kind_when_left(room_id)
            await give(inbound.put_out(mine[-1], room_id, kind))
            self._tasks.start(self._opening.leave(room_id), "forget")
        self._waiting.leave(room_id)
        self._rooms.forget(room_id)

    async def retry(self, came: set[tuple[str, str]], give: Give) -> None:
        """Read again what these room keys may open."""
        for unread in self._waiting.for_keys(came):
            plain = self._sharing().decrypt(unread.room, unread.raw)
            if plain is None:
                continue
            try:
                room = await self._rooms.get(unread.room)
            except Refused as refused:
                if refused.limited or refused.logged_out:
                    raise
                self._waiting.done(unread)
                continue
            await self._one(room, plain, give)
            self._waiting.done(unread)

    async def tell_overdue(self, give: Give) -> None:
        """Hand in, as unreadable, what nobody sent a key for in time."""
        for unread in self._waiting.overdue():
            try:
                room = await self._rooms.get(unread.room)
            except Refused as refused:
                if refused.limited or refused.logged_out:
                    raise
                self._waiting.done(unread)
                continue
            await give(inbound.unreadable(unread.raw, room.id, self._rooms.kind(room)))
            unread.told = True

    def _first_of_ours(self, room: Room, events: list[Json]) -> int:
        """Where a room we came into begins to concern us: in a direct chat with the invitation.

        Many clients send the first words together with it, before we have come in.
        """
        arrival = max(n for n, e in enumerate(events) if self._is_arrival(e) or n == 0)
        if self._rooms.kind(room) is PlaceKind.DIRECT:
            for n in range(arrival, -1, -1):
                if self._is_invitation(events[n]):
                    return n
        return arrival

    def _is_invitation(self, event: Json) -> bool:
        return self._own_membership(event) == "invite"

    def _is_arrival(self, event: Json) -> bool:
        return self._own_membership(event) == "join" and inbound.was(event) != "join"

    def _own_membership(self, event: Json) -> str | None:
        if event.get("type") != "m.room.member" or event.get("state_key") != self._rooms.own:
            return None
        membership = (event.get("content") or {}).get("membership")
        return membership if isinstance(membership, str) else None

    def _read_up_to(self, room_id: str, events: list[Json]) -> None:
        others = [e for e in events if e.get("sender") != self._rooms.own and e.get("event_id")]
        if others:
            self._receipts.read(room_id, str(others[-1]["event_id"]))

"""Invitations: direct chats and configured rooms are accepted, everything else is declined.

They wait in a durable line (the server tells of an invitation only once), served in turn by the
server they come from and at most so many an hour for each, so that a flood from one place neither
stops the stream nor keeps people from elsewhere waiting.
"""

import asyncio
import json
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from bot.messages import PlaceKind
from bot.platforms.matrix.opening import Opening
from bot.platforms.matrix.pauses import Pauses
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.wire import Json, Refused, Unreachable, Wire
from bot.platforms.platform import Memory

log = logging.getLogger(__name__)

_KEPT = "matrix/invites"
_AT_MOST = 1_000  # waiting; a flood beyond that is cut where it comes from
_TRIES = 5
_JOIN_TIMEOUT = 90.0  # seconds; joining over federation is slow
_HOUR = 3600.0


class Verdict(StrEnum):
    """What to do with an invitation."""

    JOIN = "join"
    LOOK = "look"  # join, count, and leave again if it is no direct chat
    DECLINE = "decline"


@dataclass(slots=True)
class Invite:
    """One invitation in the line."""

    room: str = field(repr=False)
    inviter: str = field(repr=False)
    verdict: Verdict
    tries: int = 0

    @property
    def server(self) -> str:
        """The homeserver it comes from."""
        return self.inviter.partition(":")[2]


def judge(room: str, stripped: Iterable[Json], own: str, wanted: bool) -> Invite | None:
    """What to do about the stripped state of an invitation; None when it is none for us."""
    events = list(stripped)
    mine = [e for e in events if e.get("type") == "m.room.member" and e.get("state_key") == own]
    invite = next((e for e in mine if e["content"].get("membership") == "invite"), None)
    if invite is None:
        return None
    inviter = str(invite.get("sender"))
    if wanted:
        return Invite(room, inviter, Verdict.JOIN)
    named = any(e.get("type") == "m.room.name" and e["content"].get("name") for e in events)
    public = any(
        e.get("type") == "m.room.join_rules" and e["content"].get("join_rule") == "public"
        for e in events
    )
    space = any(e.get("type") == "m.room.create" and e["content"].get("type") for e in events)
    if space or public:
        return Invite(room, inviter, Verdict.DECLINE)
    if invite["content"].get("is_direct") is True:
        return Invite(room, inviter, Verdict.LOOK)  # whoever invites may claim it is direct
    return Invite(room, inviter, Verdict.DECLINE if named else Verdict.LOOK)


class Invites:
    """The line of invitations and the one who serves it."""

    def __init__(
        self,
        wire: Wire,
        memory: Memory,
        rooms: Rooms,
        opening: Opening,
        *,
        wanted: Callable[[str], bool],
        an_hour: int,
    ) -> None:
        self._wire = wire
        self._memory = memory
        self._rooms = rooms
        self._opening = opening
        self._wanted = wanted
        self._an_hour = an_hour
        self._line: dict[str, Invite] = {}
        self._served: defaultdict[str, deque[float]] = defaultdict(deque)
        self._kept = "[]"
        self._more = asyncio.Event()

    async def load(self) -> None:
        """Recall the line."""
        self._kept = await self._memory.recall(_KEPT) or "[]"
        for raw in json.loads(self._kept):
            invite = Invite(**{**raw, "verdict": Verdict(raw["verdict"])})
            self._line[invite.room] = invite

    async def keep(self) -> None:
        """Make the line durable, if it changed."""
        now = json.dumps([asdict(invite) for invite in self._line.values()])
        if now != self._kept:
            await self._memory.keep(_KEPT, now)
            self._kept = now

    def take(self, invited: Json) -> None:
        """Put the invitations of a sync answer in the line."""
        for room, info in invited.items():
            events = (info.get("invite_state") or {}).get("events") or []
            try:
                invite = judge(room, events, self._rooms.own, self._wanted(room))
            except (AttributeError, KeyError, TypeError):
                continue  # stripped state is not checked by our server; a malformed one is nothing
            if invite is not None:
                self.add(invite)

    def add(self, invite: Invite) -> None:
        """Put one in the line."""
        self._line[invite.room] = invite
        if len(self._line) > _AT_MOST:
            load: defaultdict[str, list[str]] = defaultdict(list)
            for waiting in self._line.values():
                load[waiting.server].append(waiting.room)
            del self._line[max(load.values(), key=len)[-1]]
            log.warning("invitations dropped", extra={"action": "invite-flood"})
        self._more.set()

    def drop(self, room: str) -> None:
        """It was taken back."""
        self._line.pop(room, None)

    async def serve(self) -> None:
        """Serve the line until cancelled."""
        pauses = Pauses()
        while True:
            invite = self._next()
            if invite is None:
                self._more.clear()
                # Woken by new ones, or to look again whether a server's hour is over.
                try:
                    await asyncio.wait_for(self._more.wait(), 60.0 if self._line else None)
                except TimeoutError:
                    pass
                continue
            try:
                await self._answer(invite)
                self._done(invite)
                await self.keep()
                pauses.over()
            except Refused as refused:
                if refused.limited or refused.logged_out:
                    await asyncio.sleep(pauses.next(refused.after))
                else:
                    self._done(invite)
                    log.info("invitation void", extra={"action": "invite-void"})
            except Unreachable:
                invite.tries += 1
                if invite.tries >= _TRIES:
                    self._done(invite)
                await asyncio.sleep(pauses.next())
            except Exception as error:  # one odd invitation must not end the serving of others
                self._done(invite)
                log.error(
                    "invitation broke",
                    extra={"action": "invite-broke", "error": type(error).__name__},
                )

    def _next(self) -> Invite | None:
        """The first of the server that was served longest ago and has its hour not used up."""
        now = time.monotonic()
        best: tuple[float, Invite] | None = None
        seen: set[str] = set()
        for invite in self._line.values():
            if invite.server in seen:
                continue
            seen.add(invite.server)
            served = self._served[invite.server]
            while served and served[0] < now - _HOUR:
                served.popleft()
            if len(served) >= self._an_hour and not self._wanted(invite.room):
                continue
            last = served[-1] if served else 0.0
            if best is None or last < best[0]:
                best = (last, invite)
        return best[1] if best else None

    def _done(self, invite: Invite) -> None:
        if self._line.get(invite.room) is invite:
            del self._line[invite.room]
        self._served[invite.server].append(time.monotonic())

    async def _answer(self, invite: Invite) -> None:
        if invite.verdict is Verdict.DECLINE:
            await self._opening.leave(invite.room)
            log.info("invitation declined", extra={"action": "invite-declined"})
            return
        await self._wire.call(
            "POST",
            "join",
            invite.room,
            query={"server_name": invite.server, "via": invite.server},
            body={},
            timeout=_JOIN_TIMEOUT,
        )
        self._rooms.forget(invite.room)
        if invite.verdict is Verdict.LOOK:
            room = await self._rooms.get(invite.room)
            if self._rooms.kind(room) is PlaceKind.FOREIGN and len(room.inside()) > 2:
                await self._opening.leave(invite.room)
                log.info("left a group", extra={"action": "group-left"})

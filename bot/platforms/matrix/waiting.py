"""Messages whose key has not come yet.

Some clients send the key after the message. What cannot be read is kept (in Memory, before the
place in the stream moves on) and tried again when a key for it comes; after a grace time the person
is told.
"""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.platforms.matrix.wire import Json
from bot.platforms.platform import Memory

_KEPT = "matrix/waiting"
_AT_MOST = 500  # events, about 1 kB each; the oldest go first
_AT_MOST_OF_ONE = 100  # events of one room, so that nobody can crowd out the others
_KEPT_FOR = 86_400.0  # seconds: a key that comes a day late helps nobody


@dataclass(slots=True)
class Unread:
    """One event that could not be read."""

    room: str = field(repr=False)
    raw: Json = field(repr=False)
    since: float  # seconds since the epoch, our own clock
    told: bool = False

    @property
    def session(self) -> str:
        """The id of the room key it needs."""
        return str((self.raw.get("content") or {}).get("session_id"))


class Waiting:
    """All unread events, durable."""

    def __init__(self, memory: Memory, grace: float) -> None:
        self._memory = memory
        self._grace = grace
        self._unread: dict[str, Unread] = {}
        self._kept = "[]"

    async def load(self) -> None:
        """Recall what was waiting when we stopped."""
        self._kept = await self._memory.recall(_KEPT) or "[]"
        for room, raw, since, told in json.loads(self._kept):
            self._unread[raw["event_id"]] = Unread(room, raw, since, told)

    async def keep(self) -> None:
        """Make it durable, if anything changed."""
        now = json.dumps([[u.room, u.raw, u.since, u.told] for u in self._unread.values()])
        if now != self._kept:
            await self._memory.keep(_KEPT, now)
            self._kept = now

    def add(self, room: str, raw: Json) -> None:
        """Keep an event that could not be read; one already kept stays as it is."""
        self._unread.setdefault(raw["event_id"], Unread(room, raw, time.time()))
        of_room = [key for key, unread in self._unread.items() if unread.room == room]
        for key in of_room[:-_AT_MOST_OF_ONE]:
            del self._unread[key]
        while len(self._unread) > _AT_MOST:
            self._unread.pop(next(iter(self._unread)))

    def for_keys(self, came: Iterable[tuple[str, str]]) -> list[Unread]:
        """Events that these room keys may open."""
        keys = set(came)
        return [u for u in self._unread.values() if (u.room, u.session) in keys]

    def all(self) -> list[Unread]:
        """Everything that waits, oldest first."""
        return list(self._unread.values())

    def overdue(self) -> list[Unread]:
        """Those whose people must now be told; each only once."""
        limit = time.time() - self._grace
        return [u for u in self._unread.values() if not u.told and u.since <= limit]

    def done(self, unread: Unread) -> None:
        """It was read, or is of no more use."""
        self._unread.pop(unread.raw["event_id"], None)

    def drop_old(self) -> None:
        """Let go of what is too old to matter."""
        limit = time.time() - _KEPT_FOR
        self._unread = {key: u for key, u in self._unread.items() if u.since > limit}

    def leave(self, room: str) -> None:
        """Let go of everything of a room that we are no longer in."""
        self._unread = {key: u for key, u in self._unread.items() if u.room != room}

    def patience(self) -> float:
        """Seconds until somebody must be told; at most a minute."""
        now = time.time()
        left = [u.since + self._grace - now for u in self._unread.values() if not u.told]
        return max(0.0, min([60.0, *left]))

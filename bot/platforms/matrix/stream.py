"""The stream of what happens, and our place in it.

The place is kept only after everything up to it is committed: a crash anywhere means that something
is told twice (its id is the same, so it is handled once), never that it is lost.
"""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial

from bot.messages import Incoming
from bot.platforms.matrix.arrivals import Arrivals
from bot.platforms.matrix.invites import Invites
from bot.platforms.matrix.keys import Keys
from bot.platforms.matrix.pauses import Pauses
from bot.platforms.matrix.waiting import Waiting
from bot.platforms.matrix.wire import Json, Refused, Unreachable, Wire
from bot.platforms.platform import HandIn, Memory, PlatformStopped

log = logging.getLogger(__name__)

_KEPT = "matrix/since"
_LONG = 30.0  # seconds the server may hold an answer back
_SPARE = 30.0  # seconds more before we take the connection for dead
_ROOMS_AT_ONCE = 8  # order is kept within a room; people in others need not wait for it
_KEPT_EVERY = 60.0  # seconds, at least, between two places kept though nothing happened
_HAND_IN_TRIES = 5  # then one poisonous event is let go, so that everybody else is heard

_NOTHING: Json = {"types": []}
_FRESH = 600.0  # seconds

_FILTER: Json = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {
        "timeline": {"limit": 50},
        "ephemeral": _NOTHING,  # who types or reads when is none of our business
        "account_data": _NOTHING,
    },
}
# Without a place there is no telling which messages were answered before: none is a command.
_FIRST: Json = {**_FILTER, "room": {**_FILTER["room"], "timeline": {"limit": 1}, "state": _NOTHING}}


class Stream:
    """Asks for what happened, hands it in, keeps the place; for ever.

    `last_words`: without a place, the last event of each room is handed in if it is fresh, since
    whoever wrote it may still be waiting. Only for one whose answer does nothing but tell.
    """

    def __init__(
        self,
        wire: Wire,
        memory: Memory,
        keys: Keys,
        arrivals: Arrivals,
        waiting: Waiting,
        invites: Invites,
        pauses: Pauses,
        log_in_again: Callable[[], Awaitable[None]],
        *,
        last_words: bool = False,
    ) -> None:
        self._wire = wire
        self._memory = memory
        self._keys = keys
        self._arrivals = arrivals
        self._waiting = waiting
        self._invites = invites
        self._pauses = pauses
        self._log_in_again = log_in_again
        self._last_words = last_words
        self._retry_all = True
        self._since: str | None = None
        self._unkept = False
        self._kept_at = 0.0

    async def run(self, hand_in: HandIn) -> None:
        """Go on until cancelled. Raises PlatformStopped when the token is revoked for good."""
        self._since = await self._memory.recall(_KEPT) or None
        eager = True  # the first answer at once, whether or not anything happened
        listening = False
        while True:
            try:
                body = await self._next(0.0 if eager else min(_LONG, self._waiting.patience()))
                await self._take(body, hand_in)
                eager = False
                if not listening:
                    log.info("listening", extra={"action": "listening"})
                    listening = True
                if self._pauses.failures:
                    log.info("stream is back", extra={"action": "stream-back"})
                self._pauses.over()
            except PlatformStopped:
                raise
            except Refused as refused:
                await self._refused(refused)
                eager = True
            except Unreachable as unreachable:
                await self._pause(unreachable.why, None)
                eager = True
            except Exception as error:  # a bug of ours, or our database away: never end, never spin
                log.error(
                    "batch broke", extra={"action": "batch-broke", "error": type(error).__name__}
                )
                await self._pause("broke", None)
            await self._keys.tidy()

    async def _next(self, hold: float) -> Json:
        """What happened next. The place before it is kept meanwhile, and before it is looked at."""
        keeping = asyncio.create_task(self._keep_place())
        try:
            return await self._ask(hold)
        finally:
            await keeping

    async def _keep_place(self) -> None:
        if self._unkept and self._since is not None:
            await self._memory.keep(_KEPT, self._since)
            self._unkept, self._kept_at = False, time.monotonic()

    async def _ask(self, hold: float) -> Json:
        query = {
            "timeout": str(int(hold * 1000)),
            "set_presence": "offline",
            "filter": json.dumps(_FILTER if self._since else _FIRST),
        }
        if self._since:
            query["since"] = self._since
        # The very first answer on an account with thousands of rooms takes the server a while.
        spare = _SPARE if self._since else 300.0
        body = await self._wire.call("GET", "sync", query=query, timeout=hold + spare)
        if not isinstance(body.get("next_batch"), str):
            raise Unreachable("garbage")
        return body

    async def _take(self, body: Json, hand_in: HandIn) -> None:
        since, rooms = self._since, body.get("rooms") or {}
        news = bool(_matters(body) or since is None)

        async def give(event: Incoming) -> None:
            nonlocal news
            news = True
            await self._hand_in(hand_in, event)

        came = self._keys.take(body)
        if self._retry_all:
            came |= {(unread.room, unread.session) for unread in self._waiting.all()}
        self._retry_all = True  # until all of this batch is safe: a key is told of only once
        self._invites.take(rooms.get("invite") or {})
        await self._arrivals.retry(came, give)
        if since is not None:
            await self._rooms(rooms, since, give)
        elif self._last_words:
            await self._rooms(_fresh(rooms), "", give)
        await self._arrivals.tell_overdue(give)
        self._waiting.drop_old()
        await self._waiting.keep()
        await self._invites.keep()
        if body["next_batch"] != since:
            self._since = body["next_batch"]
            # Most answers tell only of what we said ourselves: from an older place they come again.
            self._unkept |= news or time.monotonic() - self._kept_at > _KEPT_EVERY
        if since is None:
            await self._keep_place()
        self._retry_all = False

    async def _rooms(
        self, rooms: Json, since: str, give: Callable[[Incoming], Awaitable[None]]
    ) -> None:
        free = asyncio.Semaphore(_ROOMS_AT_ONCE)

        async def one(work: Callable[[], Awaitable[None]]) -> None:
            async with free:
                await work()

        # Not coroutines: one whose task is cancelled before it began would never be awaited.
        works = [
            partial(self._arrivals.joined, room, info, since, give)
            for room, info in (rooms.get("join") or {}).items()
        ]
        works += [
            partial(self._arrivals.left, room, info, give)
            for room, info in (rooms.get("leave") or {}).items()
        ]
        # All are seen through even when one fails: what they hand in twice is handled once.
        ended = await asyncio.gather(*(one(work) for work in works), return_exceptions=True)
        for failure in ended:
            if isinstance(failure, BaseException):
                raise failure

    async def _hand_in(self, hand_in: HandIn, event: Incoming) -> None:
        pauses = Pauses(self._pauses.first / 4, 5.0)
        for tries_left in range(_HAND_IN_TRIES - 1, -1, -1):
            try:
                await hand_in(event)
                return
            except Exception as error:
                log.error(
                    "event not taken",
                    extra={
                        "action": "hand-in-failed" if tries_left else "event-given-up",
                        "event": type(event).__name__,
                        "error": type(error).__name__,
                    },
                )
            if tries_left:
                await asyncio.sleep(pauses.next())

    async def _refused(self, refused: Refused) -> None:
        if refused.logged_out:
            if refused.body.get("soft_logout"):
                await self._pause("logged-out", refused.after)
                try:
                    await self._log_in_again()
                except (Refused, Unreachable) as error:
                    log.warning(
                        "no new login yet", extra={"action": "login-later", "error": str(error)}
                    )
                return
            raise PlatformStopped(
                "The Matrix homeserver has logged the bot out: its access token was revoked. "
                "Run `peerbot setup matrix` to log in again."
            )
        await self._pause("429" if refused.limited else refused.code, refused.after)

    async def _pause(self, why: str, wish: float | None) -> None:
        pause = self._pauses.next(wish)
        log.warning(
            "stream pauses",
            extra={"action": "stream-pause", "why": why, "seconds": round(pause, 1)},
        )
        await asyncio.sleep(pause)


def _fresh(rooms: Json) -> Json:
    """Of each room the last event alone, if it is fresh; what came before it stays unread."""
    joined: Json = {}
    for room, info in (rooms.get("join") or {}).items():
        events = [
            e for e in (info.get("timeline") or {}).get("events") or [] if isinstance(e, dict)
        ]
        at = events[-1].get("origin_server_ts") if events else None
        if isinstance(at, int) and time.time() - at / 1000 < _FRESH:
            joined[room] = {"timeline": {"events": events[-1:]}}
    return {"join": joined}


def _matters(body: Json) -> bool:
    """Whether an answer brings more than rooms we are in: keys, invitations, rooms left."""
    rooms = body.get("rooms") or {}
    to_device = (body.get("to_device") or {}).get("events")
    return bool(to_device or rooms.get("invite") or rooms.get("leave"))

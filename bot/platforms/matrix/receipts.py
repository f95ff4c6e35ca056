"""Read receipts: a sign that the bot has read, sent a moment later so that answers go first."""

import asyncio

from bot.platforms.matrix.tasks import Tasks
from bot.platforms.matrix.wire import Refused, Unreachable, Wire

_AFTER = 0.5  # seconds: an answer is on its way by then, and a burst of messages needs one receipt


class Receipts:
    """The latest message read of each room; what a stop leaves unsent nobody misses."""

    def __init__(self, wire: Wire, tasks: Tasks) -> None:
        self._wire = wire
        self._tasks = tasks
        self._latest: dict[str, str] = {}
        self._serving = False

    def read(self, room: str, event: str) -> None:
        """Everything in the room up to `event` is read."""
        self._latest[room] = event
        if not self._serving:
            self._serving = True
            self._tasks.start(self._serve(), "receipts")

    async def _serve(self) -> None:
        try:
            while self._latest:
                await asyncio.sleep(_AFTER)
                latest, self._latest = self._latest, {}
                for room, event in latest.items():
                    await self._send(room, event)
        finally:
            self._serving = False

    async def _send(self, room: str, event: str) -> None:
        try:
            await self._wire.call("POST", "rooms", room, "receipt", "m.read", event, body={})
        except (Refused, Unreachable):
            pass  # the next message of the room brings the next one

"""A person at an encrypted client, with a stop-watch."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import nio

from tests.parts.nio_client import NioPerson

WITHIN = 30.0  # seconds; then something is wrong, and no figure can be had


@dataclass(slots=True)
class Came:
    """One message, and when this person's client had it in clear."""

    room: str
    sender: str
    body: str
    at: float


@dataclass(slots=True)
class Watch:
    """Notes when each message came in at one person's client."""

    person: NioPerson
    came: list[Came] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.person.client.add_event_callback(self._note, nio.RoomMessageText)

    async def _note(self, room: nio.MatrixRoom, event: nio.RoomMessageText) -> None:
        self.came.append(Came(room.room_id, event.sender, event.body, time.perf_counter()))
        self._news.set()

    async def say(self, room: str, text: str) -> None:
        """Encrypt and send; returns when the server has it."""
        content = {"msgtype": "m.text", "body": text}
        sent = await self.person.client.room_send(
            room, "m.room.message", content, ignore_unverified_devices=True
        )
        assert isinstance(sent, nio.RoomSendResponse), "the server did not take it"

    async def sees(self, wanted: Callable[[Came], bool], since: int = 0) -> Came:
        """The first message after the first `since` that is wanted."""
        async with asyncio.timeout(WITHIN):
            while True:
                self._news.clear()
                for came in self.came[since:]:
                    if wanted(came):
                        return came
                await self._news.wait()

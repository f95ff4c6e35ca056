"""The Matrix adapter at work on a real homeserver, and a note of all that it hands in."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any, Self

from bot.config import MatrixConfig
from bot.messages import Address, Incoming, Place
from bot.platforms.matrix import MatrixPlatform
from bot.platforms.platform import Message
from tests.parts.synapse import Account, Synapse
from tests.platforms.listening import Listening, message


class Shelf:
    """A Memory that outlives the platform, as the sealed database does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def recall(self, name: str) -> str | None:
        return self.kept.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.kept[name] = value


class RunningBot(Listening):
    """Use as `async with RunningBot(account, url) as bot:`; `restart` is a new process, in effect."""

    platform: MatrixPlatform

    def __init__(self, account: Account, url: str, **options: Any) -> None:
        super().__init__()
        self.user_id = account.user_id
        self.memory = Shelf()
        self.stopped: BaseException | None = None
        self._place: str | None = None  # in the stream, when the last event was handed in
        self._folder = tempfile.TemporaryDirectory(prefix="peerbot-matrix-")
        self._password: str | None = options.pop("password", account.password)
        coordinators = options.pop("coordinators_room", None)
        self.config = MatrixConfig(
            homeserver=url,
            user=account.user_id,
            display_name=options.pop("display_name", None),
            avatar=options.pop("avatar", None),
            coordinators_room=coordinators,
        )
        self._options = {"key_grace": 60.0, "first_pause": 0.05, **options}
        self._running: asyncio.Task[None] | None = None
        self.platform = self._fresh()

    @classmethod
    def of(cls, synapse: Synapse, **options: Any) -> Self:
        """A bot with a fresh account."""
        return cls(synapse.register(synapse.fresh_name("peerbot")), synapse.url, **options)

    def _fresh(self) -> MatrixPlatform:
        return MatrixPlatform(
            self.config,
            self.memory,
            password=self._password,
            store=Path(self._folder.name),
            pickle_key="a key of the deployment",
            **self._options,
        )

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.remove()

    async def remove(self) -> None:
        """Stop for good, with the key store."""
        await self.stop()
        self._folder.cleanup()

    async def start(self) -> None:
        """Run until the place in the stream is known: from then on nothing is old."""
        before = self.memory.kept.get("matrix/since")
        self._running = asyncio.create_task(self._run())
        if before is None:
            await self.until(lambda: "matrix/since" in self.memory.kept, 30, "its first sync")

    async def stop(self) -> None:
        """Stop as abruptly as a program can be stopped from within."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self.platform.close()

    async def restart(self) -> None:
        """A new platform over the same Memory and key store."""
        await self.stop()
        self.platform = self._fresh()
        await self.start()

    async def _run(self) -> None:
        try:
            await self.platform.run(self.hand_in)
        except Exception as error:
            self.stopped = error

    async def hand_in(self, event: Incoming) -> None:
        """Note an event, and the place before it."""
        self._place = self.memory.kept.get("matrix/since")
        await super().hand_in(event)

    async def at_rest(self) -> None:
        """Wait until the place after everything handed in so far is kept."""
        await self.until(
            lambda: self.memory.kept.get("matrix/since") != self._place, 20, "the place kept"
        )


def letter(to: str | None, place: Place | None, text: str, **more: Any) -> Message:
    """A message of the bot."""
    return message(Address("matrix", to) if to else None, place, text, **more)

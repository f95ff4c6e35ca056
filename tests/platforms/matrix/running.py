"""The Matrix adapter at work on a real homeserver, and a note of all that it hands in."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from bot.config import MatrixConfig
from bot.messages import Address, Event, Incoming, Place, Said
from bot.platforms.matrix import MatrixPlatform
from bot.platforms.platform import Delivered, Letter, Mark, Message, Outcome, RetryLater
from tests.parts.synapse import Account, Synapse

Kind = TypeVar("Kind", bound=Event)


class Shelf:
    """A Memory that outlives the platform, as the sealed database does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def recall(self, name: str) -> str | None:
        return self.kept.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.kept[name] = value


class RunningBot:
    """Use as `async with RunningBot(account, url) as bot:`; `restart` is a new process, in effect.

    `heard` has every event once, as the engine's inbox would; `told` counts the handing in.
    """

    def __init__(self, account: Account, url: str, **options: Any) -> None:
        self.user_id = account.user_id
        self.memory = Shelf()
        self.heard: list[Incoming] = []
        self.told: list[str] = []
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
        self._news = asyncio.Condition()
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
            await self.platform.run(self._hand_in)
        except Exception as error:
            self.stopped = error

    async def _hand_in(self, event: Incoming) -> None:
        self.told.append(event.id)
        self._place = self.memory.kept.get("matrix/since")
        if self.told.count(event.id) == 1:
            self.heard.append(event)

    async def at_rest(self) -> None:
        """Wait until the place after everything handed in so far is kept."""
        await self.until(
            lambda: self.memory.kept.get("matrix/since") != self._place, 20, "the place kept"
        )

    async def until(self, true: Callable[[], object], within: float, what: str) -> None:
        """Wait for a condition with a deadline. Raises AssertionError."""
        deadline = asyncio.get_running_loop().time() + within
        while not true():
            if asyncio.get_running_loop().time() > deadline:
                kinds = [(type(e).__name__, getattr(e, "text", "")) for e in self.heard[-10:]]
                raise AssertionError(f"not within {within} s: {what}; heard {kinds}")
            await asyncio.sleep(0.02)

    async def hears(
        self, sort: type[Kind], wanted: Callable[[Kind], bool] = lambda _: True, within: float = 20
    ) -> Kind:
        """The first event of this sort that is `wanted`."""
        found: list[Kind] = []

        def look() -> bool:
            found[:] = [e for e in self.heard if isinstance(e, sort) and wanted(e)]
            return bool(found)

        await self.until(look, within, f"a {sort.__name__}")
        return found[0]

    async def hears_words(self, text: str, within: float = 20) -> Said:
        """The first message with exactly these words."""
        return await self.hears(Said, lambda said: said.text == text, within)

    def words(self) -> list[str]:
        """Every message's words, in the order handed in."""
        return [event.text for event in self.heard if isinstance(event, Said)]

    async def delivers(self, letter: Letter, once: str, within: float = 30) -> Outcome:
        """Deliver as the courier does: again as long as it is only too early."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            outcome = await self.platform.deliver(letter, once)
            if not isinstance(outcome, RetryLater):
                return outcome
            assert asyncio.get_running_loop().time() < deadline, f"still {outcome}"
            await asyncio.sleep(min(outcome.after or 0.2, 2.0))

    async def says(self, letter: Message, once: str) -> tuple[str, Place]:
        """Deliver a message that must arrive; returns its id and where it ended up."""
        outcome = await self.delivers(letter, once)
        assert isinstance(outcome, Delivered), outcome
        assert outcome.place is not None
        return outcome.message, outcome.place


def letter(to: str | None, place: Place | None, text: str, **more: Any) -> Message:
    """A message of the bot."""
    mark = more.pop("mark", Mark(text_id="welcome"))
    address = Address("matrix", to) if to else None
    return Message(to=address, place=place, mark=mark, text=text, **more)

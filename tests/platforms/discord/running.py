"""The Discord adapter at work at a server of ours, and a note of all that it hands in."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any, Self

from bot.app import desk_of
from bot.config import Config
from bot.conversation.desk import Desk
from bot.conversation.forms import form
from bot.messages import Address, Incoming, Place
from bot.platforms.discord import DiscordPlatform
from bot.platforms.discord.checking import wanted
from bot.platforms.platform import Message
from handlers import everything
from storage.people import WithRoles
from tests.parts.discord_server import DiscordPerson, DiscordServer, pointed_at
from tests.parts.discord_server.server import TOKEN
from tests.parts.discord_server.world import YEAR
from tests.platforms.listening import Listening, message
from tests.platforms.matrix.running import Shelf


@cache
def desk() -> Desk:
    """Reading all texts takes half a second, and they are the same in every test."""
    return desk_of(Config(), everything())


class RunningDiscord(Listening):
    """Use as `async with RunningDiscord() as bot:`; `restart` is a new process, in effect."""

    platform: DiscordPlatform

    def __init__(
        self,
        *,
        token: str = TOKEN,
        waits: bool = True,
        coordinators: bool = False,
        rights: int | None = None,
        **section: Any,
    ) -> None:
        super().__init__()
        self.thinks_for = 0.0  # seconds, before an event is committed
        self._waits = waits
        self.server = DiscordServer()
        world = self.server.world
        if rights is None:
            self.guild, rights = world.guild("Huset"), wanted().value
        else:  # and nobody else may anything
            self.guild = world.guild("Huset", permissions="0")
        world.give_role(self.guild, world.bot["id"], rights)
        self.channel = self.server.world.text_channel(self.guild, "coordinators")
        self.rooms = self.server.world.text_channel(self.guild, "talks")
        self.memory = Shelf()
        self.stopped: BaseException | None = None
        self.with_roles: list[WithRoles] = []
        self._token = token
        given = {"server": self.guild, "rooms_channel": self.rooms, **section}
        if coordinators:
            given["coordinators_channel"] = self.channel
        self.config = Config.model_validate({"platforms": {"discord": given, "web": {}}})
        self._running: asyncio.Task[None] | None = None
        self._ends = ExitStack()
        self.platform = self.idle()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.shut()

    async def open(self) -> None:
        """Server and bot are at work."""
        await self.server.__aenter__()
        self._ends.enter_context(pointed_at(self.server.base))
        await self.start(wait=self._waits)

    async def shut(self) -> None:
        """Both end."""
        await self.stop()
        self._ends.close()
        await self.server.__aexit__()

    def idle(self) -> DiscordPlatform:
        """A platform over the same Memory that does not run."""
        return DiscordPlatform(
            self.config,
            desk().catalogue,
            desk().commands,
            partial(form, desk(), "discord"),
            self.memory,
            lambda: datetime.now(UTC),
            self.who_holds,
            token=self._token,
        )

    async def who_holds(self) -> Sequence[WithRoles]:
        """Those who the core says have something by a role."""
        return self.with_roles

    def person(self, name: str, locale: str = "en-US", made_ago: timedelta = YEAR) -> DiscordPerson:
        """Somebody in the server, whose account was made so long ago."""
        return DiscordPerson(self.server, name, self.guild, locale, made_ago)

    async def start(self, *, wait: bool = True) -> None:
        """Run, until it is connected."""
        readies = self.server.gateway.readies
        self._running = asyncio.create_task(self._run())
        if wait:
            await self.until(lambda: self.server.gateway.readies > readies, 20, "it is connected")

    async def stop(self) -> None:
        """Stop as abruptly as a program can be stopped from within."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None
        await self.platform.close()

    async def restart(self) -> None:
        """A new platform over the same Memory."""
        await self.stop()
        self.platform = self.idle()
        await self.start()

    async def hand_in(self, event: Incoming) -> None:
        """Note an event."""
        await asyncio.sleep(self.thinks_for)
        await super().hand_in(event)

    async def at_rest(self) -> None:
        """Wait until the place after everything handed in so far is kept."""
        await self.until(lambda: self.platform.rests, 20, "all of it kept")

    async def _run(self) -> None:
        try:
            await self.platform.run(self.hand_in)
        except Exception as error:
            self.stopped = error


def letter(to: DiscordPerson, text: str, **more: Any) -> Message:
    """A letter to somebody where they were last heard."""
    return message(Address("discord", to.user), Place("discord", to.chat), text, **more)

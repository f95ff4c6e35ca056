"""The Discord of one night: a server of ours in the test's own loop, with one server in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.platforms.discord.checking import wanted
from tests.parts.discord_server import DiscordServer


@dataclass(frozen=True, slots=True)
class AtDiscord:
    """`relay`: whether what two people write to each other may pass through it."""

    server: DiscordServer
    guild: str
    relay: bool

    async def knows_the_bot(self, within: float = 60) -> None:
        """Wait until the bot is connected, and its commands are there."""

        def is_there() -> bool:
            return self.server.gateway.connected and bool(self.server.world.commands)

        await self.server.until(is_there, "the bot on Discord", within)


@asynccontextmanager
async def at_discord(*, relay: bool) -> AsyncIterator[AtDiscord]:
    """A Discord that runs, and where the bot has the leave it asks for, and no more."""
    async with DiscordServer() as server:
        guild = server.world.guild("Huset")
        server.world.give_role(guild, server.world.bot["id"], wanted().value)
        yield AtDiscord(server, guild, relay)

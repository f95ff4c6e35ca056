"""A bot at work at a server of ours, and Rosa, who has a chat with it."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.messages import Opened
from tests.parts.discord_server import DiscordPerson
from tests.platforms.discord.running import RunningDiscord


@pytest_asyncio.fixture
async def bot() -> AsyncIterator[RunningDiscord]:
    async with RunningDiscord() as bot:
        await bot.until(lambda: bot.server.world.commands, 20, "the slash commands")
        yield bot


@pytest_asyncio.fixture
async def rosa(bot: RunningDiscord) -> DiscordPerson:
    rosa = bot.person("rosa")
    rosa.calls("start")
    await bot.hears(Opened, lambda opened: opened.sender.user == rosa.user)
    return rosa

"""Whoever met us on Discord just before we were killed, and wrote again while we were away, was not heard.

Chats were kept three times a second. Killed before the first of these, we did not know after the start
that there was a chat, and Discord tells nobody what was written while they were away.
"""

import asyncio

from bot.messages import Incoming
from tests.parts.discord_server import DiscordPerson
from tests.platforms.discord.running import RunningDiscord


class Killed(RunningDiscord):
    """Notes what is durable when the first event is handed in: all that is left of us if killed then."""

    left: dict[str, str] | None = None

    async def hand_in(self, event: Incoming) -> None:
        """Note it."""
        if self.left is None:
            self.left = dict(self.memory.kept)
        await super().hand_in(event)

    async def is_killed(self) -> None:
        """What came after the first event has not become durable."""
        await self.stop()
        assert self.left is not None
        self.memory.kept = dict(self.left)
        self.platform = self.idle()


async def _is_read_though_written_meanwhile(bot: Killed, rosa: DiscordPerson) -> None:
    await bot.is_killed()
    rosa.says("are you there?")
    await bot.start()
    assert (await bot.hears_words("are you there?")).late


async def test_what_they_wrote_meanwhile_is_read():
    async with Killed() as bot:
        rosa = bot.person("rosa")
        rosa.says("hello")
        await bot.hears_words("hello")
        await _is_read_though_written_meanwhile(bot, rosa)


async def test_after_a_command_in_the_server_too():
    async with Killed() as bot:
        rosa = bot.person("rosa")
        rosa.calls("talk")
        await bot.hears_words("!talk")
        await _is_read_though_written_meanwhile(bot, rosa)


async def test_a_cry_for_help_does_not_wait_for_it():
    async with RunningDiscord() as bot:
        disk = asyncio.Event()
        really = bot.memory.keep

        async def slowly(name: str, value: str) -> None:
            await disk.wait()
            await really(name, value)

        bot.memory.keep = slowly  # type: ignore[method-assign]
        rosa, noor = bot.person("rosa"), bot.person("noor")
        noor.says("hello")
        rosa.says("akut")
        await bot.hears_words("akut")
        assert "hello" not in bot.words()
        disk.set()
        await bot.hears_words("hello")

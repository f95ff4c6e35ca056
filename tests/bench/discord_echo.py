"""The least that a bot on discord.py can do: it says the same back. Usage: BASE, and nothing is kept."""

import sys

import discord

from tests.parts.discord_server import pointed_at
from tests.parts.discord_server.server import TOKEN


class Echo(discord.Client):
    """Answers whatever is written in private."""

    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, dm_messages=True)
        super().__init__(intents=intents, max_messages=None, chunk_guilds_at_startup=False)

    async def on_ready(self) -> None:
        print("READY", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            await message.channel.send(message.content)


if __name__ == "__main__":
    with pointed_at(sys.argv[1]):
        Echo().run(TOKEN, log_handler=None)

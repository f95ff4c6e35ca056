"""The whole bot with simcord in Discord's place: no socket, a clock of its own, and a client's rules.

simcord waits after each thing somebody does until the bot has settled. So letters are sent here as
soon as what they follow from is handled, in the same task, and nothing of ours waits in between.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import simcord

from bot.app import App
from bot.config import Config
from bot.messages import Incoming
from bot.platforms.discord.gateway import Connection
from bot.platforms.discord.lanes import Lanes
from storage.vault import Key
from tests.parts.discord_bot import met, on_duty
from tests.parts.installation import Installation

SETTLES = 60.0  # seconds a step may take on a busy machine


class Staged(Connection):
    """Our connection, which tells its commands before anybody comes."""

    stage: "Stage"

    async def setup_hook(self) -> None:
        platform: Any = self.stage.platform
        await platform._calling.sync(self, platform._memory)


class Stage:
    """One installation, and the server its people are in; `restart` is a new process, in effect."""

    app: App
    platform: Any
    env: simcord.Env
    guild: simcord.GuildHandle

    def __init__(self, folder: Path, group: asyncio.TaskGroup) -> None:
        self._group = group
        self._key = Key.new()
        written = Installation(folder, "")
        written.write_programme(more='languages = ["da", "en"]')
        self.config = Config.model_validate(
            {
                "service": {"language": "en", "organisation": "The Night Watch"},
                "storage": {"database": str(folder / "peerbot.db")},
                "programmes": {"active": [str(folder / "programme.toml")]},
                "platforms": {"discord": {"relay": True}},
                "secrets": {"discord_token": "not asked for"},
            }
        )

    def now(self) -> datetime:
        """The simulated clock."""
        return self.env.now()

    async def hand_in(self, event: Incoming) -> None:
        """Handle it, and send what follows at once."""
        await self.app.engine.handle(event)
        await self.app.courier.send_all()

    async def connection(self) -> Connection:
        """A fresh process: everything but the database is new."""
        self.app = App.build(self.config, self._key, self.now)
        platform: Any = self.app.platforms["discord"]
        self.platform = platform
        client = Staged()
        client.stage = self
        await self.app.prepare(self.now)
        await platform._chats.load(self.now())
        platform._client = client
        platform._ready.set()
        client.listener = platform._listener(client, Lanes(self._group), self.hand_in)
        return client

    async def restart(self) -> None:
        """The process ends, and another begins with what was kept."""
        await self.platform._chats.keep()
        await self.app.database.close()
        await self.env.restart_bot(await self.connection())

    def somebody(self, name: str) -> simcord.MemberActor:
        """A member of the server."""
        return self.guild.add_member(self.env.create_user(name))

    async def in_touch(self, asks: simcord.MemberActor, answers: simcord.MemberActor) -> None:
        """The two have been brought together."""
        await self.app.database.run(met, [_known(asks)], self.now())
        name = self.app.desk.main.name
        await self.app.database.run(on_duty, [_known(answers)], name, self.now())
        await asks.send_dm("talk")
        while (question := last(asks)).components:
            await asks.user.click(question, custom_id=key_of(question, "skip"))
        await answers.user.click(last(answers), custom_id=key_of(last(answers), "accept"))
        assert "is here for you now" in last(asks).content


def last(who: simcord.MemberActor) -> discord.Message:
    """The last message in somebody's private chat."""
    found = who.user.dm_channel.last_message
    assert found is not None
    return found


def key_of(message: discord.Message, choice: str) -> str:
    """The key of the button for a choice."""
    buttons = [b for row in message.components for b in getattr(row, "children", ())]
    return next(b.custom_id for b in buttons if b.custom_id.endswith(f":{choice}"))


def _known(who: simcord.MemberActor) -> SimpleNamespace:
    return SimpleNamespace(user=str(who.id), chat=str(who.user.dm_channel.id))


@asynccontextmanager
async def staged(folder: Path) -> AsyncIterator[Stage]:
    """Everything at work, with nobody there yet."""
    async with asyncio.TaskGroup() as group:
        stage = Stage(folder, group)
        # The clock is there before the client that asks for the time by it.
        env = stage.env = simcord.Env(Connection(), settle_timeout=SETTLES)
        env.bot = await stage.connection()
        await env.start()
        stage.guild = env.create_guild()
        try:
            with env.time_context():
                yield stage
        finally:
            await env.shutdown()
            await stage.app.database.close()
    env.raise_errors()

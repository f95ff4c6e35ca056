"""The whole bot in this process at a server of ours, at seven in the evening; clients of any language."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa
from pydantic import SecretStr

from bot.app import App
from bot.config import Config
from bot.platforms.discord import DiscordPlatform
from bot.platforms.discord.checking import wanted
from bot.runtime.pacing import Pace
from storage.database import Transaction
from storage.tables import outbox
from storage.vault import Key
from tests.parts.discord_server import DiscordPerson, DiscordServer, pointed_at
from tests.parts.discord_server.interactions import Asked
from tests.parts.discord_server.server import TOKEN
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json

BEGINS = datetime(2030, 1, 7, 18, 0, tzinfo=UTC)  # Monday, 19:00 in Denmark: the drop-in is open
LOOK = 0.01  # seconds between two looks
LONGEST = 30.0


class Evening:
    """Use as `async with Evening("en") as evening:`; `language` is the service's own."""

    def __init__(self, language: str, **discord: Any) -> None:
        self.server = DiscordServer()
        self._language = language
        self._more = discord
        self._ends = AsyncExitStack()

    async def __aenter__(self) -> Self:
        world, ends = self.server.world, self._ends
        await ends.enter_async_context(self.server)
        ends.enter_context(pointed_at(self.server.base))
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory()))
        self.guild = world.guild("Huset")
        world.give_role(self.guild, world.bot["id"], wanted().value)
        self.coordinators = world.text_channel(self.guild, "koordinatorer")
        self.lobby = world.text_channel(self.guild, "lobby")
        rooms = world.text_channel(self.guild, "rum")
        self.karin = self.person("karin", "da")
        config = Config.model_validate({
            "service": {"language": self._language},
            "storage": {"database": str(folder / "peerbot.db")},
            "coordinators": {"people": [f"discord:{self.karin.user}"]},
            "platforms": {
                "discord": {
                    "server": self.guild, "rooms_channel": rooms, "coordinators_channel": self.coordinators,
                    **self._more,
                },
                "web": {"listen": "127.0.0.1:0"},
            },
        })  # fmt: skip
        secrets = config.secrets.model_copy(update={"discord_token": SecretStr(TOKEN)})
        self._off, self._rested = BEGINS - datetime.now(UTC), 0
        whole = config.model_copy(update={"secrets": secrets})
        app = self._app = App.build(whole, Key.new(), self._now)
        app.engine.reception.pacing = Pace(at_most=10_000)  # an evening in seconds is no flood
        await app.prepare(self._now)
        ends.push_async_callback(app.close)
        running = asyncio.create_task(app.run())
        ends.push_async_callback(_ended, running)
        await self.server.until(lambda: world.commands, "the slash commands")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._ends.aclose()

    def person(self, name: str, locale: str) -> DiscordPerson:
        """Somebody in the server, whose client speaks `locale`."""
        return DiscordPerson(self.server, name, self.guild, locale)

    async def quiet(self) -> None:
        """Wait until all that happened was told to the bot, handled, and answered."""
        deadline = asyncio.get_running_loop().time() + LONGEST
        while not (self._all_is_told() and await self._app.database.read(_nothing_waits)):
            assert asyncio.get_running_loop().time() < deadline, "it does not come to rest"
            await asyncio.sleep(LOOK)

    def _all_is_told(self) -> bool:
        door = self._app.platforms["discord"]
        assert isinstance(door, DiscordPlatform) and door._client and door._listening
        (session,) = self.server.gateway.sessions.values()
        heard = getattr(door._client.ws, "sequence", None) == session.number
        self._rested = self._rested + 1 if heard and door._listening.lanes.are_empty else 0
        return self._rested > 1  # what was heard a moment ago is in its lane by now

    async def says(self, who: DiscordPerson, text: str) -> None:
        """They write, and are answered."""
        who.says(text)
        await self.quiet()

    async def calls(self, who: DiscordPerson, command: str, **more: Any) -> Asked:
        """They call a command, and are answered."""
        asked = who.calls(command, **more)
        await self.server.until(lambda: asked.original or asked.taken_away, "the answer")
        await self.quiet()
        return asked

    async def presses(self, who: DiscordPerson, choice: str) -> Asked:
        """They press the last button that means this, and are answered."""
        for message in reversed(who.screen()):
            try:
                asked = who.presses(message, ends=f":{choice}")
            except LookupError:
                continue
            await self.quiet()
            return asked
        raise LookupError(
            f"never asked anything with {choice}: {[shown(t)[0] for t in who.texts()[-3:]]}"
        )

    def _now(self) -> datetime:
        return datetime.now(UTC) + self._off


def words_in(message: Json) -> list[str]:
    """All that somebody reads of a message: what it says, and what stands on its buttons and menus."""
    found = [shown(message["content"])[0]]
    for row in message.get("components") or []:
        for one in row.get("components") or [row.get("component") or {}]:
            found += [str(one.get("label") or ""), str(one.get("placeholder") or "")]
            found += [option["label"] for option in one.get("options") or []]
    return [words for words in found if words]


def words_of_form(asked: Asked) -> list[str]:
    """The same of a form."""
    assert asked.modal is not None
    found = [asked.modal["title"]]
    for row in asked.modal["components"]:
        found += [str(row.get("label") or ""), str(row.get("description") or "")]
        for one in row.get("components") or [row.get("component") or {}]:
            found += [str(one.get("label") or ""), *(o["label"] for o in one.get("options") or [])]
    return [words for words in found if words]


def _nothing_waits(db: Transaction) -> bool:
    return db.one(sa.select(outbox.c.id).limit(1)) is None


async def _ended(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

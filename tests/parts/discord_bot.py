"""The whole bot in this process, at a Discord of ours: engine, database, courier and adapter are real."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, Self

import sqlalchemy as sa

from bot.app import App
from bot.config import Config
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.messages import Address, Incoming, Place
from bot.platforms.discord.checking import wanted
from storage import people, tables, volunteers
from storage.database import Transaction
from storage.vault import Key
from tests.parts.discord_server import DiscordPerson, DiscordServer, pointed_at
from tests.parts.discord_server.server import TOKEN
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json
from tests.parts.installation import Installation


class DiscordBot:
    """Use as `async with DiscordBot(tmp_path) as bot:`.

    Its clock is the machine's, plus what `later` has turned it on. While `at_work` is clear the core
    takes nothing in. `routing` is TOML for that part of the programme.
    """

    def __init__(self, folder: Path, *, routing: str = "", relay: bool = True) -> None:
        self.server = DiscordServer()
        self.guild = self.server.world.guild("Huset")
        self.server.world.give_role(self.guild, self.server.world.bot["id"], wanted().value)
        self.turned_on = timedelta()
        self.at_work = asyncio.Event()
        self.at_work.set()
        written = Installation(folder, "")
        written.write_programme(more='languages = ["en"]')
        programme = folder / "programme.toml"
        programme.write_text(programme.read_text() + routing)
        self.config = Config.model_validate(
            {
                "service": {"language": "en", "organisation": "The Night Watch"},
                "storage": {"database": str(folder / "peerbot.db")},
                "programmes": {"active": [str(programme)]},
                "platforms": {"discord": {"server": self.guild, "relay": relay},
                              "web": {"address": "https://chat.example.org/", "listen": "127.0.0.1:0"}},
                "secrets": {"discord_token": TOKEN},
            }
        )  # fmt: skip
        self.app = App.build(self.config, Key.new(), self.now)
        self._held_up()
        self._running: asyncio.Task[None] | None = None
        self._ends = ExitStack()

    def now(self) -> datetime:
        """What the bot takes the time to be."""
        return datetime.now(UTC) + self.turned_on

    async def __aenter__(self) -> Self:
        await self.server.__aenter__()
        self._ends.enter_context(pointed_at(self.server.base))
        await self.app.prepare(self.now)
        self._running = asyncio.create_task(self.app.run())
        await self.until(lambda: self.server.world.commands, "it is there")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self.app.close()
        self._ends.close()
        await self.server.__aexit__()

    async def until(self, true: Any, what: str, within: float = 60.0) -> None:
        """Wait for a condition; a bot that has fallen over says why at once."""
        deadline = time.monotonic() + within
        while not true():
            if self._running is not None and self._running.done():
                self._running.result()
            assert time.monotonic() < deadline, what
            await asyncio.sleep(0.01)

    async def later(self, **delta: float) -> None:
        """Time passes at once, and everything rings that is due by then."""
        self.turned_on += timedelta(**delta)
        await self.app.clock.ring()

    async def settled(self) -> None:
        """All that came in is handled, and all that follows is sent."""
        platform: Any = self.app.platforms["discord"]
        sessions = self.server.gateway.sessions
        while True:
            await self.until(
                lambda: platform._client.ws.sequence == max(s.number for s in sessions.values()),
                "all of it has come over the socket",
            )
            for _ in range(10):  # until what came stands in its lane
                await asyncio.sleep(0)
            await self.until(lambda: platform.rests, "all of it is handled")
            if not await self.app.database.read(_letters):
                return
            await asyncio.sleep(0.02)

    def person(self, name: str) -> DiscordPerson:
        """Somebody in the server."""
        return DiscordPerson(self.server, name, self.guild)

    async def knows(self, *who: DiscordPerson) -> None:
        """They have been here before, and have consented."""
        await self.app.database.run(met, who, self.now())

    async def has_volunteers(self, *who: DiscordPerson) -> None:
        """They volunteer, and are on duty."""
        await self.app.database.run(on_duty, who, self.app.desk.main.name, self.now())

    async def hears(self, who: DiscordPerson, words: str, after: int = 0) -> Json:
        """The first message with these words after so many on somebody's screen."""
        found: list[Json] = []

        def look() -> bool:
            found[:] = [m for m in who.screen()[after:] if words in shown(m["content"])[0]]
            return bool(found)

        await self.until(look, f"{words!r}")
        return found[0]

    async def asks_to_talk(self, who: DiscordPerson) -> None:
        """`talk`, and its one question skipped."""
        before = len(who.screen())
        who.says("talk")
        who.presses(await self.hears(who, "practical", before), ends=":skip")
        await self.hears(who, "asking volunteers", before)

    async def in_touch(self, asks: DiscordPerson, answers: DiscordPerson) -> None:
        """The two have been brought together, and have read it."""
        before = len(answers.screen())
        await self.asks_to_talk(asks)
        answers.presses(await self.hears(answers, "would like to talk", before), ends=":accept")
        await self.hears(answers, "in touch", before)
        await self.hears(asks, "is here for you now")

    def _held_up(self) -> None:
        backlog: Any = self.app.backlogs["discord"]
        handle = backlog._handle

        async def waits(event: Incoming) -> None:
            await self.at_work.wait()
            await handle(event)

        backlog._handle = waits


def _letters(db: Transaction) -> int:
    return db.count(sa.select(sa.func.count()).select_from(tables.outbox))


class HasChat(Protocol):
    """Somebody on Discord: the numbers of their account, and of their chat with the bot."""

    @property
    def user(self) -> str: ...

    @property
    def chat(self) -> str: ...


def met(db: Transaction, who: Sequence[HasChat], now: datetime) -> None:
    """They have been here before, and have consented."""
    for one in who:
        known = people.meet(db, Address("discord", one.user), "en", True, "Europe/Copenhagen", now)
        people.heard_at(db, known.id, Place("discord", one.chat), now)
        people.save(db, replace(known, consented_at=now, language_known=True))


def on_duty(db: Transaction, who: Sequence[HasChat], programme: str, now: datetime) -> None:
    """They volunteer, and are on duty for three hours."""
    met(db, who, now)
    for n, one in enumerate(who):
        known = people.recognise(db, Address("discord", one.user))
        assert known is not None
        volunteer = Volunteer(
            person=PersonId(known.id), programme=programme, name=f"Heron {n}",
            status=VolunteerStatus.ACTIVE, languages=frozenset({"en"}), forms=frozenset({"chat"}),
            on_duty_since=now, on_duty_until=now + timedelta(hours=3),
        )  # fmt: skip
        volunteers.save(db, volunteer)

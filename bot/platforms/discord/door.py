"""The Discord platform: puts the parts together and stands between them and the core."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import discord

from bot.config import Config, DiscordConfig
from bot.conversation.commands import Command
from bot.messages import Place
from bot.platforms.discord import checking, files
from bot.platforms.discord.calling import Calling
from bot.platforms.discord.chats import Chats, unkept
from bot.platforms.discord.events import Events
from bot.platforms.discord.gateway import Connection
from bot.platforms.discord.gatherings import Gatherings
from bot.platforms.discord.hearing import PLATFORM
from bot.platforms.discord.lanes import Lanes
from bot.platforms.discord.listening import Listening
from bot.platforms.discord.looking_again import LookingAgain, WhoHolds
from bot.platforms.discord.members import Members
from bot.platforms.discord.reach import Reach
from bot.platforms.discord.refusals import NOT_NOW
from bot.platforms.discord.rooms import Rooms
from bot.platforms.discord.says import Says
from bot.platforms.discord.sent import Sent
from bot.platforms.discord.speaking import Speaking
from bot.platforms.discord.turns import Turns
from bot.platforms.platform import (
    FileRefused,
    Finding,
    Forms,
    HandIn,
    Letter,
    Memory,
    Outcome,
    PlatformStopped,
    RetryLater,
)
from bot.texts import Catalogue

log = logging.getLogger(__name__)

STARTING = 1.0  # seconds after which a letter is tried again while we are still logging in
KEPT_EVERY = 0.3  # seconds; what was read in between is told again after a crash, and known
SHOWN_AT_ONCE = 5  # people just being told that we are at work; answers need the requests more
LONGEST_PAUSE = 60.0  # seconds between two tries to connect

_WRONG_TOKEN = (
    "Discord does not know this token. Make a new one under Bot in the developer portal, put it "
    "into the token file, and run: peerbot check"
)
_NOT_LET_IN = (
    "Discord refuses the bot's connection for good (code {code}). Look at the application in the "
    "developer portal, then run: peerbot check"
)


class DiscordPlatform:
    """One application on Discord, as the core sees it. `token` is None while none is given."""

    def __init__(
        self,
        config: Config,
        catalogue: Catalogue,
        commands: Sequence[Command],
        forms: Forms,
        memory: Memory,
        now: Callable[[], datetime],
        who_holds: WhoHolds,
        *,
        token: str | None,
        stand_in: bool = False,
    ) -> None:
        section = config.platforms.discord
        assert section is not None
        self._config: DiscordConfig = section
        self._forms = forms
        self._memory = memory
        self._now = now
        self._token = token
        self._stand_in = stand_in
        self._client: Connection | None = None
        self._ready = asyncio.Event()
        self._listening: Listening | None = None
        self._shows = 0

        self._says = Says(catalogue, config.service)
        self._calling = Calling(commands, self._says)
        self._chats = Chats(memory)
        self._sent = Sent()
        self._reach = Reach(self._chats, self._sent)
        self._turns = Turns()
        self._members = Members(section)
        self._looking_again = LookingAgain(self._members, who_holds, now)
        channel = section.coordinators_channel
        rooms = Rooms(memory, _number(section.server), _number(section.rooms_channel))
        self._speaking = Speaking(
            self._chats,
            self._sent,
            self._reach,
            self._turns,
            rooms,
            Gatherings(Events(_number(section.server)), rooms),
            coordinators=Place(PLATFORM, channel) if channel else None,
            alarm_role=_number(section.alarm_role),
            write_label=lambda locale: self._says.words(
                "discord-write", self._says.language(locale)
            ),
            closes=self._closed,
        )

    @property
    def name(self) -> str:
        """The word before the colon in an address."""
        return PLATFORM

    @property
    def rests(self) -> bool:
        """Whether everything that came is handled, and known never to be told again."""
        listening = self._listening
        return listening is not None and listening.lanes.are_empty and self._chats.is_kept

    async def run(self, hand_in: HandIn) -> None:
        """Connect, and hand in what happens until cancelled. Raises PlatformStopped."""
        if self._token is None:
            raise PlatformStopped(_WRONG_TOKEN)
        await self._chats.load(self._now())
        pause = 1.0
        while True:
            try:
                await self._session(self._token, hand_in)
            except BaseExceptionGroup as group:
                stopped, rest = group.split((PlatformStopped, _Lost))
                if rest is not None or stopped is None:
                    raise
                for one in stopped.exceptions:
                    if isinstance(one, PlatformStopped):
                        raise one from None
            log.warning("connect again", extra={"action": "connect-again"})
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Deliver a letter; the same `once` shows once."""
        # Waited for, as each put-off makes the next pause longer: restarts must not slow letters down.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), STARTING)
        if self._client is None or not self._ready.is_set():
            return RetryLater(after=STARTING, why="starting")
        return await self._speaking.deliver(self._client, letter, once)

    async def fetch(self, handle: str, limit: int) -> bytes:
        """The bytes of a file, at most `limit`; raises FileRefused."""
        if self._client is None or not self._ready.is_set():
            raise FileRefused("not connected")
        return await files.fetch(self._client, handle, limit)

    async def typing(self, place: Place, on: bool) -> None:
        """Show that the bot is at work; Discord lets it run out by itself. Never raises."""
        client, listening = self._client, self._listening
        if not on or client is None or listening is None or not self._ready.is_set():
            return
        if place.platform == PLATFORM and place.room.isdecimal() and self._shows < SHOWN_AT_ONCE:
            # The session's own task, and not ours: who asks for it is cancelled once there is an
            # answer, and discord.py, cancelled while it waits for the limit for all, never ends that.
            self._shows += 1
            listening.lanes.beside(self._show(client, int(place.room)))

    async def _show(self, client: Connection, channel: int) -> None:
        try:
            with suppress(discord.DiscordException, *NOT_NOW):
                await client.http.send_typing(channel)
        finally:
            self._shows -= 1

    async def check(self) -> Sequence[Finding]:
        """Whether token, intents, server, permissions and channels are well. Changes nothing."""
        return await checking.findings(self._config, self._token)

    async def close(self) -> None:
        """Let go of connections. Safe to call twice."""
        self._ready.clear()
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _session(self, token: str, hand_in: HandIn) -> None:
        """One connection, until it is lost for good. Raises a group of _Lost or PlatformStopped."""
        try:
            async with asyncio.TaskGroup() as group:
                lanes = Lanes(group)
                client = self._client = Connection()
                client.listener = self._listening = self._listener(client, lanes, hand_in)
                await _entering(client, token)
                self._ready.set()
                group.create_task(self._keep())
                if not self._stand_in:
                    group.create_task(self._sync(client))
                    group.create_task(self._looking_again.run(client, lanes, hand_in))
                group.create_task(_connected(client))
        finally:
            self._ready.clear()
            self._listening = None
            with suppress(Exception):  # the database may be the reason why we stop
                await self._chats.keep()
            await self.close()

    def _listener(self, client: Connection, lanes: Lanes, hand_in: HandIn) -> Listening:
        return Listening(
            client,
            lanes,
            hand_in,
            self._chats,
            self._reach,
            self._turns,
            self._calling,
            self._says,
            self._forms,
            self._members,
            _number(self._config.coordinators_channel),
            self._now,
        )

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(KEPT_EVERY)
            try:
                await self._chats.keep()
            except Exception as fault:  # the database's trouble is told by whoever needs it more
                unkept(fault)

    async def _sync(self, client: Connection) -> None:
        try:
            if await self._calling.sync(client, self._memory):
                log.info("commands-told", extra={"action": "commands-told"})
        except (discord.DiscordException, *NOT_NOW) as error:
            # They can be typed all the same; the next start tells them.
            log.error(
                "commands-untold",
                extra={"action": "commands-untold", "error": type(error).__name__},
            )

    def _closed(self, user: int) -> None:
        if self._listening is not None:
            self._listening.closed(user)


class _Lost(Exception):
    """The connection is lost, and a new one may hold."""


async def _entering(client: Connection, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure:
        raise PlatformStopped(_WRONG_TOKEN) from None
    except (discord.HTTPException, *NOT_NOW):
        raise _Lost from None


async def _connected(client: Connection) -> None:
    try:
        await client.connect(reconnect=True)
    except discord.ConnectionClosed as closed:
        if closed.code == 4004:
            raise PlatformStopped(_WRONG_TOKEN) from None
        raise PlatformStopped(_NOT_LET_IN.format(code=closed.code)) from None
    except discord.PrivilegedIntentsRequired:
        raise PlatformStopped(_NOT_LET_IN.format(code=4014)) from None
    except AttributeError:
        if client.ws is not None:
            raise
        # discord.py means to resume a session when it never had one: the gateway did not answer.
        raise _Lost from None
    raise _Lost


def _number(text: str | None) -> int | None:
    return int(text) if text is not None else None

"""The private chats we know: whose each is, and how far we have read in it."""

import asyncio
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import discord

from bot.platforms.platform import Memory

log = logging.getLogger(__name__)

SHARDS = 64  # rows the whole is kept in, so that a busy evening rewrites little
KEPT_FOR = timedelta(days=365)  # chats in which nothing happened for longer are not read again


@dataclass(slots=True)
class Chat:
    """One direct channel. `read` is the id of the last message in it that was handled."""

    channel: int = field(repr=False)
    user: int = field(repr=False)
    read: int = 0


class Chats:
    """All of them, durable and sealed in Memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._by_channel: dict[int, Chat] = {}
        self._by_user: dict[int, Chat] = {}
        self._changed: set[int] = set()
        self._new: set[int] = set()  # channels that a crash would make us forget
        self._keeping = asyncio.Lock()

    async def load(self, now: datetime) -> None:
        """Recall them; those that were quiet for too long are let go of."""
        oldest = discord.utils.time_snowflake(now - KEPT_FOR)
        for shard in range(SHARDS):
            kept = json.loads(await self._memory.recall(_name(shard)) or "[]")
            for channel, user, read in kept:
                if read >= oldest:
                    self._put(Chat(channel, user, read))
                else:
                    self._changed.add(shard)

    def all(self) -> Sequence[Chat]:
        """Every chat that may have something for us, those with the latest words first."""
        return sorted(self._by_channel.values(), key=lambda chat: chat.read, reverse=True)

    def whose(self, channel: int) -> int | None:
        """Whose direct channel it is, if we know."""
        chat = self._by_channel.get(channel)
        return chat.user if chat else None

    def of(self, user: int) -> int | None:
        """The direct channel with somebody, if we know it."""
        chat = self._by_user.get(user)
        return chat.channel if chat else None

    def read(self, channel: int) -> int | None:
        """The last message that was handled there; None in a chat we do not know."""
        chat = self._by_channel.get(channel)
        return chat.read if chat else None

    def met(self, channel: int, user: int, at: datetime) -> None:
        """There is a chat with somebody; what was said before `at` is not for us."""
        if channel not in self._by_channel:
            self._put(Chat(channel, user, discord.utils.time_snowflake(at)))
            self._changed.add(channel % SHARDS)
            self._new.add(channel)

    async def remember(self, channel: int) -> None:
        """Make a chat durable that was only just met. Never raises: without it we go on, too.

        It is waited for before anything is done for whoever is there. Killed before it, we would not know
        after the start that there is a chat, and nobody would read what was written in it meanwhile.
        """
        if channel in self._new:
            try:
                await self.keep()
            except Exception as fault:  # the database's trouble is told by whoever needs it more
                unkept(fault)

    def done(self, channel: int, message: int) -> None:
        """Everything up to this message was handled."""
        chat = self._by_channel.get(channel)
        if chat is not None and message > chat.read:
            chat.read = message
            self._changed.add(channel % SHARDS)

    def forget(self, channel: int) -> None:
        """Keep nothing of it."""
        chat = self._by_channel.pop(channel, None)
        if chat is not None:
            self._by_user.pop(chat.user, None)
            self._changed.add(channel % SHARDS)
            self._new.discard(channel)

    @property
    def is_kept(self) -> bool:
        """Whether all of it is durable."""
        return not self._changed

    async def keep(self) -> None:
        """Make what changed durable."""
        async with self._keeping:
            while self._changed:
                await self._keep_shard(self._changed.pop())

    async def _keep_shard(self, shard: int) -> None:
        mine = [chat for chat in self._by_channel.values() if chat.channel % SHARDS == shard]
        rows = [[chat.channel, chat.user, chat.read] for chat in mine]
        try:
            await self._memory.keep(_name(shard), json.dumps(rows))
        except BaseException:
            self._changed.add(shard)
            raise
        self._new.difference_update(chat.channel for chat in mine)

    def _put(self, chat: Chat) -> None:
        self._by_channel[chat.channel] = chat
        self._by_user[chat.user] = chat


def unkept(fault: Exception) -> None:
    """Say that our places were not kept."""
    log.warning("place-not-kept", extra={"action": "place-not-kept", "error": type(fault).__name__})


def _name(shard: int) -> str:
    # It ends as every place in a stream does: not moved on while something waits for the database.
    return f"chats/{shard}/since"

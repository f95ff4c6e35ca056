"""Who cannot be written to just now. Nobody is tried again until they have done something."""

import time

import discord

from bot.platforms.discord.chats import Chats
from bot.platforms.discord.sent import Sent

TRIED_AGAIN_AFTER = 60.0  # seconds since the last no, once they have pressed or called something


class Closed(Exception):
    """Somebody takes no messages from us, as we were told before."""


class Reach:
    """The way to each person: their direct channel, and whether it is open."""

    def __init__(self, chats: Chats, sent: Sent) -> None:
        self._chats = chats
        self._sent = sent
        self._closed: dict[int, float] = {}  # by account: when we were told so

    async def channel(self, client: discord.Client, user: int) -> int:
        """Their direct channel; opened if there is none yet. Raises what Discord raises."""
        known = self._chats.of(user)
        if known is not None:
            return known
        raw = await client.http.start_private_message(user)
        channel = int(raw["id"])
        if raw.get("last_message_id") is None:
            self._sent.opened(channel)
        self._chats.met(channel, user, discord.utils.utcnow())
        await self._chats.remember(channel)
        return channel

    def is_closed(self, user: int) -> bool:
        """Whether we were told so, and nothing has changed since."""
        return user in self._closed

    def close(self, user: int) -> bool:
        """They cannot be written to; whether that is news."""
        news = user not in self._closed
        self._closed[user] = time.monotonic()
        return news

    def wrote(self, user: int) -> None:
        """They wrote in their chat with us: it is open."""
        self._closed.pop(user, None)

    def acted(self, user: int) -> None:
        """They did something elsewhere: perhaps they have opened it meanwhile."""
        since = self._closed.get(user)
        if since is not None and time.monotonic() - since >= TRIED_AGAIN_AFTER:
            del self._closed[user]

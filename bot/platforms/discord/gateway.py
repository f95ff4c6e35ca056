"""The connection to Discord: turns what comes over it into calls on one listener of ours."""

import logging
from datetime import datetime
from typing import Any, Protocol

import discord

from bot.platforms.discord.quiet import hush_discord

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0  # seconds we wait for a rate limit before the letter is put off instead


class Listener(Protocol):
    """Who is told what happens. Nothing here waits: each thing is put into its lane."""

    def began(self) -> None:
        """A new session: whatever happened before it was not told."""

    def wrote(self, message: discord.Message) -> None:
        """A message, in a private chat or naming us."""

    def changed(self, message: discord.Message, at: datetime) -> None:
        """A message in a private chat was changed."""

    def deleted(self, channel: int, message: int) -> None:
        """A message in a private chat is gone."""

    def reacted(self, payload: discord.RawReactionActionEvent, *, on: bool) -> None:
        """A reaction in a private chat came or went."""

    def acted(self, interaction: discord.Interaction) -> None:
        """A press, a command or a form."""


class Connection(discord.Client):
    """No privileged intent: private chats, what names us, and interactions carry all we need."""

    listener: Listener

    def __init__(self) -> None:
        hush_discord()
        intents = discord.Intents(
            guilds=True, guild_messages=True, dm_messages=True, dm_reactions=True
        )
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            max_ratelimit_timeout=LONGEST_PAUSE,
        )

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Pass on an event, unless we are closed: discord.py then has no loop to run it on."""
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def on_connect(self) -> None:
        """A new session. Told before anything that comes over it, as `on_ready` would not be."""
        self.listener.began()

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote where we may read."""
        assert self.user is not None
        if message.guild is None or self.user in message.mentions:
            self.listener.wrote(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A message was changed; link previews that come later are no change."""
        edited_at = payload.message.edited_at
        if payload.guild_id is None and edited_at is not None and not payload.message.author.bot:
            self.listener.changed(payload.message, edited_at)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message is gone."""
        if payload.guild_id is None:
            self.listener.deleted(payload.channel_id, payload.message_id)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """A reaction came."""
        self._reaction(payload, on=True)

    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        """A reaction went."""
        self._reaction(payload, on=False)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Somebody pressed, called or filled in something."""
        self.listener.acted(interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """A fault of ours in one of the above: named, without what it was about."""
        log.exception("event-broke", extra={"action": "event-broke", "event": event_method})

    def _reaction(self, payload: discord.RawReactionActionEvent, *, on: bool) -> None:
        ours = self.user is not None and payload.user_id == self.user.id
        if payload.guild_id is None and not ours:
            self.listener.reacted(payload, on=on)

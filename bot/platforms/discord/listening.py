"""What people do on Discord, handed in: in order for each chat, and once."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.conversation.escapes import Escape, escape_in
from bot.messages import Filled, Left, Opened, PlaceKind, Pressed, Reacted, Retracted, Said
from bot.platforms.discord import forms, hearing
from bot.platforms.discord.calling import Calling
from bot.platforms.discord.chats import Chats
from bot.platforms.discord.choices import CHAT, WRITE, Choice, chosen
from bot.platforms.discord.hearing import address_of, doing, place_of
from bot.platforms.discord.lanes import Lanes
from bot.platforms.discord.members import Members
from bot.platforms.discord.reach import Reach
from bot.platforms.discord.refusals import NOT_NOW
from bot.platforms.discord.says import Says
from bot.platforms.discord.turns import Turn, Turns
from bot.platforms.platform import Forms, HandIn

log = logging.getLogger(__name__)

Happened = Said | Pressed | Filled | Opened | Reacted | Retracted

AT_ONCE = 100  # chats that are read at once when we are back, those with the latest words
NEXT_ONE = 0.1  # seconds between the others; Discord allows fifty requests a second (August 2026)
CATCH_UP_AGAIN = 2.0  # seconds after what was written meanwhile could not be read
_LOST = (discord.DiscordException, *NOT_NOW)


@dataclass(slots=True)
class Listening:
    """Listens to one connection, until that ends."""

    client: discord.Client
    lanes: Lanes
    hand_in: HandIn
    chats: Chats
    reach: Reach
    turns: Turns
    calling: Calling
    says: Says
    forms: Forms
    members: Members
    coordinators: int | None  # the channel where coordinators are
    now: Callable[[], datetime]
    _behind: set[int] = field(default_factory=set)

    def began(self) -> None:
        """A new session: read in every chat what was written since we last read there."""
        behind = [chat.channel for chat in self.chats.all() if chat.channel not in self._behind]
        self._behind.update(behind)
        for channel in behind[:AT_ONCE]:
            self.lanes.put(channel, partial(self._catch_up, channel))
        self.lanes.beside(self._one_by_one(behind[AT_ONCE:]))

    def wrote(self, message: discord.Message) -> None:
        """A message, in a private chat or naming us."""
        if not hearing.is_spoken(message):
            return
        if message.guild is not None:
            self.lanes.put(message.channel.id, partial(self._named, message))
            return
        self.chats.met(message.channel.id, message.author.id, message.created_at)
        self.lanes.put(message.channel.id, partial(self._written, message))

    def changed(self, message: discord.Message, at: datetime) -> None:
        """A message in a private chat was changed."""
        event = hearing.edited(message, at)
        self.lanes.put(message.channel.id, partial(self.hand_in, event))

    def deleted(self, channel: int, message: int) -> None:
        """A message in a private chat is gone; not one of ours, as only its writer can do that."""
        user = self.chats.whose(channel)
        if user is None:
            return
        who = doing(f"d:{message}", self.now(), user, channel)
        self.lanes.put(channel, partial(self.hand_in, Retracted(**who, message=str(message))))

    def reacted(self, payload: discord.RawReactionActionEvent, *, on: bool) -> None:
        """A reaction in a private chat came or went; Discord gives it no id, so we do."""
        channel, message, key = payload.channel_id, str(payload.message_id), str(payload.emoji)
        reaction = f"{message}.{payload.user_id}.{key}"
        at = self.now()
        who = doing(f"r:{reaction}:{at.timestamp()}:{on}", at, payload.user_id, channel)
        event: Reacted | Retracted
        if on:
            event = Reacted(**who, message=message, reaction=reaction, key=key)
        else:
            event = Retracted(**who, message=reaction)
        self.lanes.put(channel, partial(self._known, event))

    def acted(self, interaction: discord.Interaction) -> None:
        """A press, a command or a form: acknowledged at once, and handled in the chat's turn."""
        data: dict[str, Any] = dict(interaction.data or {})
        key = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.component and (
            modal := self._opened_by(key, self.language(interaction))
        ):
            # It must be the very first answer, so nobody is asked before.
            self.lanes.beside(_quietly(interaction.response.send_modal(modal)))
            return
        calls = interaction.type is discord.InteractionType.application_command
        turn = self.turns.begin(interaction, thinks=calls or key == CHAT)
        self.lanes.beside(turn.acknowledge())
        self.reach.acted(interaction.user.id)
        self.members.told(interaction.user)
        self.lanes.beside(self._place(turn, data))

    def closed(self, user: int) -> None:
        """Somebody takes no messages from us any more: whoever talks with them must hear of it."""
        channel = self.chats.of(user)
        if channel is None:
            return
        at = self.now()
        left = Left(**doing(f"closed:{channel}:{at.timestamp()}", at, user, channel))
        self.lanes.put(channel, partial(self.hand_in, left))

    def language(self, interaction: discord.Interaction) -> str:
        """The language of somebody's client, as far as we speak it."""
        return self.says.language(str(interaction.locale))

    def _opened_by(self, key: str, language: str) -> ui.Modal | None:
        """The form that a button with this key opens, if it opens one."""
        if key == WRITE:
            return self.says.form(language)
        found = forms.offered_by(key)
        form = self.forms(found[0]) if found else None
        return forms.modal(form, found[1]) if found and form else None

    async def _written(self, message: discord.Message) -> None:
        channel = message.channel.id
        if channel in self._behind:
            await self._catch_up(channel)
        if channel in self._behind:
            return  # what was written before it is still unread: it comes with that
        if message.id > (self.chats.read(channel) or 0):
            await self._heard(message, late=False)

    async def _heard(self, message: discord.Message, *, late: bool) -> None:
        self.reach.wrote(message.author.id)
        await self._hand_in_all(hearing.said(message, PlaceKind.DIRECT, late=late))
        self.chats.done(message.channel.id, message.id)

    async def _catch_up(self, channel: int) -> None:
        read = self.chats.read(channel)
        if read is None or channel not in self._behind:
            self._behind.discard(channel)
            return
        there = self.client.get_partial_messageable(channel, type=discord.ChannelType.private)
        try:
            after = discord.Object(read)
            async for message in there.history(limit=None, after=after, oldest_first=True):
                if hearing.is_spoken(message):
                    await self._heard(message, late=True)
            self._behind.discard(channel)
        except _LOST as error:
            log.warning(
                "history-unread", extra={"action": "history-unread", "error": type(error).__name__}
            )
            self.lanes.beside(self._catch_up_later(channel))

    async def _one_by_one(self, channels: Sequence[int]) -> None:
        """In chats that were quiet for longer, not to take all that Discord allows from those who talk."""
        for channel in channels:
            await asyncio.sleep(NEXT_ONE)
            self.lanes.put(channel, partial(self._catch_up, channel))

    async def _catch_up_later(self, channel: int) -> None:
        await asyncio.sleep(CATCH_UP_AGAIN)
        self.lanes.put(channel, partial(self._catch_up, channel))

    async def _named(self, message: discord.Message) -> None:
        assert self.client.user is not None
        self.members.told(message.author)
        own = (f"<@{self.client.user.id}>", f"<@!{self.client.user.id}>")
        words = message.content
        for name in own:
            words = words.replace(name, " ")
        words = " ".join(words.split())
        here = message.channel.id == self.coordinators
        kind = PlaceKind.COORDINATORS if here else PlaceKind.FOREIGN
        # Naming us says as plainly as a `!` that it is for us.
        await self._hand_in_all(hearing.said(message, kind, f"!{words.lstrip('!')}"))

    async def _hand_in_all(self, events: Sequence[Said]) -> None:
        for event in events:
            await self._known(event)

    async def _known(self, event: Happened) -> None:
        """Hand in what somebody did, with what they hold; a cry for help waits for nothing."""
        if not (isinstance(event, Said) and escape_in(event.text) is Escape.CRISIS):
            await self.chats.remember(int(event.place.room))
            holds = await self.members.held_by(self.client, int(event.sender.user))
            event = replace(event, holds=holds)
        await self.hand_in(event)

    async def _place(self, turn: Turn, data: dict[str, Any]) -> None:
        """Find the private chat of whoever acted, and handle it there."""
        interaction = turn.interaction
        if interaction.channel_id is not None and interaction.guild_id is None:
            channel = interaction.channel_id
            self.chats.met(channel, interaction.user.id, interaction.created_at)
        else:
            try:
                channel = await self.reach.channel(self.client, interaction.user.id)
            except _LOST:
                await turn.close(self.says.text("discord-not-now", self.language(interaction)))
                return
        self.lanes.put(channel, partial(self._handle, turn, data, channel))

    async def _handle(self, turn: Turn, data: dict[str, Any], channel: int) -> None:
        if channel in self._behind:
            await self._catch_up(channel)
        event = self._meant(turn.interaction, data, channel)
        if event is not None:
            await self._known(event)
        self.lanes.beside(self._answered(turn, channel))

    def _meant(
        self, interaction: discord.Interaction, data: dict[str, Any], channel: int
    ) -> Said | Pressed | Filled | Opened | None:
        who = doing(f"i:{interaction.id}", interaction.created_at, interaction.user.id, channel)
        who["language"] = str(interaction.locale)
        if interaction.channel_id is not None and interaction.channel_id == self.coordinators:
            who["place"] = place_of(interaction.channel_id)
            who["kind"] = PlaceKind.COORDINATORS
        key = str(data.get("custom_id", ""))
        match interaction.type:
            case discord.InteractionType.application_command:
                words = self.calling.typed(data)
                if words is None:
                    return Opened(**who)
                return Said(**who, message=str(interaction.id), text=words)
            case discord.InteractionType.modal_submit:
                values = forms.values_of(data.get("components") or [])
                if question := forms.answered(key):
                    return Filled(**who, question=question, values=values)
                words = "\n".join(values.values())
                return Said(**who, message=str(interaction.id), text=words)
            case discord.InteractionType.component if key == CHAT:
                return Opened(**who)
            case discord.InteractionType.component:
                choice = chosen(key, data.get("values") or []) or _gone_form(key)
                if choice is None:
                    return None
                return Pressed(**who, question=choice.question, choice=choice.choice)
        return None

    async def _answered(self, turn: Turn, channel: int) -> None:
        """Point to where the answer stands."""
        if not turn.thinks:
            return
        if not turn.in_server or turn.interaction.channel_id == self.coordinators:
            await turn.close(None)
            return
        await turn.until_reached()
        language = self.language(turn.interaction)
        name = "discord-open-your-door" if turn.shown_here else "discord-written-privately"
        await turn.close(self.says.text(name, language, channel=channel))


def _gone_form(key: str) -> Choice | None:
    """A form of an older version: the press is for a question that is over, and answered as such."""
    found = forms.offered_by(key)
    return Choice(found[1], "") if found else None


async def _quietly(work: Any) -> None:
    try:
        await work
    except _LOST:
        pass  # too late for a form; the button can be pressed again


__all__ = ["Listening", "address_of"]

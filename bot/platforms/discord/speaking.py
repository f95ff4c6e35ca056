"""What becomes of a letter."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import discord

from bot.messages import Place
from bot.platforms.discord import choices, files, wording
from bot.platforms.discord.chats import Chats
from bot.platforms.discord.gatherings import Gatherings
from bot.platforms.discord.hearing import PLATFORM, place_of
from bot.platforms.discord.ids import JOIN, channel_of, ids_of, reference_to
from bot.platforms.discord.reach import Closed, Reach
from bot.platforms.discord.refusals import (
    NO_SUCH_MESSAGE,
    TOO_OLD_TO_EDIT,
    is_closed,
    outcome_of,
)
from bot.platforms.discord.rooms import Rooms, is_shut
from bot.platforms.discord.sent import Sent, nonce
from bot.platforms.discord.turns import Turns
from bot.platforms.platform import (
    Amendment,
    Delivered,
    GaveUp,
    Letter,
    Message,
    Outcome,
    Reaction,
    Retraction,
    RoomLeaving,
    RoomOpening,
    SigningOut,
    Why,
)

log = logging.getLogger(__name__)

RELAY = "relay"  # words of somebody else: shown in the private chat or not at all
LAST_WORD = frozenset({"forgotten", "consent-declined", "too-young"})  # then nothing is kept
ALARM = "alarm-"
_OUR_REACTION = "r."


@dataclass(slots=True)
class Wording:
    """A letter as Discord takes it."""

    parts: Sequence[str] = field(repr=False)
    view: discord.ui.View | None
    question: str
    pings: discord.AllowedMentions


class Speaking:
    """Delivers letters, one attempt at a time.

    `closes` is told of an account that takes no messages from us any more.
    """

    def __init__(
        self,
        chats: Chats,
        sent: Sent,
        reach: Reach,
        turns: Turns,
        rooms: Rooms,
        gatherings: Gatherings,
        *,
        coordinators: Place | None,
        alarm_role: int | None,
        write_label: Callable[[str], str],
        closes: Callable[[int], None],
    ) -> None:
        self._chats = chats
        self._sent = sent
        self._reach = reach
        self._turns = turns
        self._rooms = rooms
        self._gatherings = gatherings
        self._coordinators = coordinators
        self._alarm_role = alarm_role
        self._write_label = write_label
        self._closes = closes

    async def deliver(self, client: discord.Client, letter: Letter, once: str) -> Outcome:
        """Try once; what went wrong comes back as a value."""
        try:
            return await self._deliver(client, letter, once)
        except Closed:
            return GaveUp(why=Why.UNREACHABLE)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            outcome = outcome_of(error)
            if outcome is None:  # a bug of ours must not stop the courier
                log.error(
                    "letter broke", extra={"action": "letter-broke", "error": type(error).__name__}
                )
                return GaveUp(why=Why.BROKEN)
            return outcome

    async def _deliver(self, client: discord.Client, letter: Letter, once: str) -> Outcome:
        match letter:
            case Message():
                return await self._say(client, letter, once)
            case Amendment():
                return await self._amend(client, letter, once)
            case Retraction():
                return await _take_back(client, letter)
            case Reaction():
                return await _react(client, letter)
            case RoomOpening():
                return await self._rooms.open(client, letter, once)
            case RoomLeaving():
                return await self._rooms.leave(client, letter.place)
            case SigningOut():
                return Delivered()  # who is signed in here is Discord's business
            case _:
                return await self._gatherings.deliver(client, letter, once)

    async def _say(self, client: discord.Client, letter: Message, once: str) -> Outcome:
        wanted = self._worded(letter)
        if len(wanted.parts) > wording.MOST_PARTS or _too_large(letter):
            return GaveUp(why=Why.TOO_LARGE)
        if not wanted.parts and letter.file is None:
            return GaveUp(why=Why.REFUSED)
        if letter.to is None:
            channel = channel_of(letter.place)
            if channel is None or (
                letter.place != self._coordinators
                and self._chats.whose(channel) is None
                and await is_shut(client, channel)
            ):
                return GaveUp(why=Why.GONE)
            return await self._post(client, channel, letter, wanted, once)
        if letter.to.platform != PLATFORM or not letter.to.user.isdecimal():
            return GaveUp(why=Why.UNREACHABLE)
        return await self._say_to(client, int(letter.to.user), letter, wanted, once)

    async def _say_to(
        self, client: discord.Client, user: int, letter: Message, wanted: Wording, once: str
    ) -> Outcome:
        try:
            if self._reach.is_closed(user):
                raise Closed
            channel = await self._reach.channel(client, user)
            outcome = await self._post(client, channel, letter, wanted, once)
        except (Closed, discord.HTTPException) as error:
            if not (isinstance(error, Closed) or is_closed(error)):
                raise
            news = self._reach.close(user)
            turn = self._turns.of(user)
            if turn is None or letter.mark.text_id == RELAY:
                if news:
                    self._closes(user)
                raise Closed from error
            view = wanted.view or choices.writing(self._write_label(str(turn.interaction.locale)))
            attached = [files.outgoing(letter.file)] if letter.file else []
            shown = await turn.show(wanted.parts, view, attached)
            there = self._chats.of(user)
            return Delivered(message=str(shown), place=place_of(there) if there else None)
        self._turns.reached(user)
        if letter.mark.text_id in LAST_WORD:
            self._chats.forget(channel)
            self._sent.forget(channel)
        return outcome

    async def _post(
        self,
        client: discord.Client,
        channel: int,
        letter: Message,
        wanted: Wording,
        once: str,
    ) -> Outcome:
        parts = wanted.parts or [""]
        ids: list[int] = []
        for n, part in enumerate(parts):
            last = n == len(parts) - 1
            key = nonce(once, n)
            question = wanted.question if last and wanted.view else ""
            shown = await self._sent.find(client, channel, key, question)
            if shown is None:
                message = await _messageable(client, channel).send(
                    part,
                    view=wanted.view if last and wanted.view else discord.utils.MISSING,
                    file=files.outgoing(letter.file) if letter.file and last else None,  # type: ignore[arg-type]
                    reference=reference_to(channel, letter.reply_to) if n == 0 else None,  # type: ignore[arg-type]
                    nonce=key,
                    allowed_mentions=wanted.pings,
                    mention_author=False,
                    suppress_embeds=True,
                    silent=letter.quiet,
                )
                shown = message.id
                self._sent.note(channel, key, shown)
            ids.append(shown)
        return Delivered(message=JOIN.join(map(str, ids)), place=place_of(channel))

    async def _amend(self, client: discord.Client, letter: Amendment, once: str) -> Outcome:
        channel, ids = channel_of(letter.place), ids_of(letter.message)
        if channel is None or not ids:
            return GaveUp(why=Why.GONE)
        parts = wording.split(wording.markdown(letter.text, letter.html))
        if len(parts) > wording.MOST_PARTS:
            return GaveUp(why=Why.TOO_LARGE)
        if not parts:
            return GaveUp(why=Why.REFUSED)
        there = _messageable(client, channel)
        try:
            for id, part in zip(ids, parts, strict=False):
                await there.get_partial_message(id).edit(
                    content=part, view=None, allowed_mentions=discord.AllowedMentions.none()
                )
            for id in ids[len(parts) :]:
                await there.get_partial_message(id).delete()
        except discord.HTTPException as refused:
            if refused.code != TOO_OLD_TO_EDIT:
                raise
            ids = []  # what cannot be changed any more is said again, as an answer to it
        for n, part in enumerate(parts[len(ids) :], len(ids)):
            key = nonce(once, n)
            if await self._sent.find(client, channel, key) is None:
                reference = reference_to(channel, letter.message)
                message = await there.send(
                    part,
                    nonce=key,
                    reference=reference,  # type: ignore[arg-type]
                    allowed_mentions=discord.AllowedMentions.none(),
                    suppress_embeds=True,
                    silent=True,
                )
                self._sent.note(channel, key, message.id)
        return Delivered(message=letter.message, place=letter.place)

    def _worded(self, letter: Message) -> Wording:
        view = choices.view_of(letter)
        body = letter.body if view is not None and letter.body is not None else letter
        text = wording.markdown(body.text, body.html)
        pings = discord.AllowedMentions.none()
        if self._rings(letter) and self._alarm_role is not None:
            text = f"<@&{self._alarm_role}> {text}"
            pings = discord.AllowedMentions(
                everyone=False,
                users=False,
                replied_user=False,
                roles=[discord.Object(self._alarm_role)],
            )
        return Wording(wording.split(text), view, letter.question, pings)

    def _rings(self, letter: Message) -> bool:
        among_them = letter.place is not None and letter.place == self._coordinators
        return among_them and letter.mark.text_id.startswith(ALARM)


async def _react(client: discord.Client, letter: Reaction) -> Outcome:
    channel, ids = channel_of(letter.place), ids_of(letter.message)
    if channel is None or not ids:
        return GaveUp(why=Why.GONE)
    key = wording.printable(letter.key)
    await client.http.add_reaction(channel, ids[-1], key)
    return Delivered(message=f"{_OUR_REACTION}{ids[-1]}.{key}", place=letter.place)


async def _take_back(client: discord.Client, letter: Retraction) -> Outcome:
    channel = channel_of(letter.place)
    if channel is None:
        return GaveUp(why=Why.GONE)
    done = Delivered(message=letter.message, place=letter.place)
    try:
        if letter.message.startswith(_OUR_REACTION):
            message, _, key = letter.message.removeprefix(_OUR_REACTION).partition(".")
            await client.http.remove_own_reaction(channel, int(message), key)
            return done
        ids = ids_of(letter.message)
        for id in ids:
            await client.http.delete_message(channel, id)
        return done if ids else GaveUp(why=Why.GONE)
    except discord.HTTPException as refused:
        if refused.code != NO_SUCH_MESSAGE:
            raise
        return done  # it is gone, which is all that was wanted


def _messageable(client: discord.Client, channel: int) -> discord.PartialMessageable:
    return client.get_partial_messageable(channel, type=discord.ChannelType.private)


def _too_large(letter: Message) -> bool:
    return letter.file is not None and len(letter.file.data) > files.LARGEST

"""Closed rooms: private threads, where people see each other's accounts, and admins may look in.

For two, who are both let in or neither; or for a group, whose people are let in one by one.
"""

import hashlib
import logging
from collections.abc import Sequence
from typing import Any, Literal

import discord

from bot.messages import Place
from bot.platforms.discord.hearing import PLATFORM, place_of
from bot.platforms.discord.ids import channel_of
from bot.platforms.gatherings import GroupOpening, LettingIn, PuttingOut
from bot.platforms.platform import Delivered, GaveUp, Memory, Outcome, RoomOpening, Why

log = logging.getLogger(__name__)

ARCHIVED_AFTER: Literal[10_080] = 10_080  # minutes without a word: a week, the longest Discord has
LONGEST_NAME = 100


class Rooms:
    """Opens threads under the channel that the configuration names, and closes them."""

    def __init__(self, memory: Memory, server: int | None, channel: int | None) -> None:
        self._memory = memory
        self._server = server
        self._channel = channel

    async def open(self, client: discord.Client, letter: RoomOpening, once: str) -> Outcome:
        """Open it once for everybody invited. Raises what Discord raises."""
        users = users_of(letter)
        if self._channel is None or self._server is None or users is None:
            return GaveUp(why=Why.REFUSED)
        thread = await self._opened(client, letter.name, once)
        try:
            for user in users:
                await client.http.add_user_to_thread(thread, user)
        except discord.HTTPException:
            await _shut(client, thread)  # half of a room is none
            raise
        return Delivered(place=place_of(thread))

    async def for_group(
        self, client: discord.Client, letter: GroupOpening | LettingIn | PuttingOut, once: str
    ) -> Outcome:
        """Open a thread for a group, let one in, or put one out. Raises what Discord raises."""
        if isinstance(letter, GroupOpening):
            if self._channel is None or self._server is None:
                return GaveUp(why=Why.REFUSED)
            try:
                return Delivered(place=place_of(await self._opened(client, letter.name, once)))
            except discord.Forbidden:
                return GaveUp(why=Why.NOT_ALLOWED)
        thread, user = channel_of(letter.place), letter.who.user
        if thread is None or letter.who.platform != PLATFORM or not user.isdecimal():
            return GaveUp(why=Why.REFUSED)
        if isinstance(letter, LettingIn):
            await client.http.add_user_to_thread(thread, int(user))
        else:
            await _put_out(client, thread, int(user))
        return Delivered(place=letter.place)

    async def leave(self, client: discord.Client, place: Place) -> Outcome:
        """Close it for everybody. A private chat cannot be left. Raises what Discord raises."""
        if (
            place.platform == PLATFORM
            and place.room.isdecimal()
            and await _is_thread(client, place)
        ):
            await _shut(client, int(place.room))
        return Delivered(place=place)

    async def _opened(self, client: discord.Client, name: str, once: str) -> int:
        """The thread for this letter: one that was opened before, or a new one with nobody in it."""
        tag = hashlib.sha256(once.encode("utf-8", "surrogatepass")).hexdigest()[:6]
        name = f"{name[: LONGEST_NAME - 7]} {tag}"
        thread = await self._find(client, name, tag)
        if thread is None:
            assert self._channel is not None
            raw = await client.http.start_thread_without_message(
                self._channel,
                name=name,
                auto_archive_duration=ARCHIVED_AFTER,
                type=discord.ChannelType.private_thread.value,
                invitable=False,
            )
            thread = int(raw["id"])
        await self._memory.keep(f"rooms/{tag}", str(thread))
        return thread

    async def _find(self, client: discord.Client, name: str, tag: str) -> int | None:
        kept = await self._memory.recall(f"rooms/{tag}")
        if kept is not None:
            return int(kept)
        assert self._server is not None
        # Opened, but not kept, as we were stopped between the two.
        active = await client.http.get_active_threads(self._server)
        ours = [one for one in active["threads"] if one["name"] == name]
        return int(ours[0]["id"]) if ours else None


def users_of(letter: RoomOpening) -> Sequence[int] | None:
    """The accounts invited, if each is one of Discord's."""
    users = [a.user for a in letter.invite if a.platform == PLATFORM and a.user.isdecimal()]
    if not users or len(users) != len(letter.invite):
        return None
    return [int(user) for user in users]


async def is_shut(client: discord.Client, channel: int) -> bool:
    """Whether a thread is over. Raises what Discord raises."""
    raw: dict[str, Any] = dict(await client.http.get_channel(channel))
    return bool((raw.get("thread_metadata") or {}).get("locked"))


async def _is_thread(client: discord.Client, place: Place) -> bool:
    try:
        raw = await client.http.get_channel(int(place.room))
    except (discord.NotFound, discord.Forbidden):
        return False
    return raw["type"] == discord.ChannelType.private_thread.value


async def _put_out(client: discord.Client, thread: int, user: int) -> None:
    try:
        await client.http.remove_user_from_thread(thread, user)
    except discord.NotFound:
        pass  # they are not in it, or it is gone


async def _shut(client: discord.Client, thread: int) -> None:
    try:
        await client.http.edit_channel(thread, archived=True, locked=True)
    except discord.Forbidden:
        # Without the right to lock it: whoever opened it may at least put it away.
        log.error("room-not-locked", extra={"action": "room-not-locked"})
        await client.http.edit_channel(thread, archived=True)

"""A room for two: a private thread, where each sees the other's account, and admins may look in."""

import hashlib
from collections.abc import Sequence
from typing import Any, Literal

import discord

from bot.messages import Place
from bot.platforms.discord.hearing import PLATFORM, place_of
from bot.platforms.platform import Delivered, GaveUp, Memory, Outcome, RoomOpening, Why

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
        tag = hashlib.sha256(once.encode("utf-8", "surrogatepass")).hexdigest()[:6]
        name = f"{letter.name[: LONGEST_NAME - 7]} {tag}"
        thread = await self._find(client, name, tag)
        if thread is None:
            raw = await client.http.start_thread_without_message(
                self._channel,
                name=name,
                auto_archive_duration=ARCHIVED_AFTER,
                type=discord.ChannelType.private_thread.value,
                invitable=False,
            )
            thread = int(raw["id"])
        await self._memory.keep(f"rooms/{tag}", str(thread))
        try:
            for user in users:
                await client.http.add_user_to_thread(thread, user)
        except discord.HTTPException:
            await _shut(client, thread)  # half of a room is none
            raise
        return Delivered(place=place_of(thread))

    async def leave(self, client: discord.Client, place: Place) -> Outcome:
        """Close it for everybody. A private chat cannot be left. Raises what Discord raises."""
        if (
            place.platform == PLATFORM
            and place.room.isdecimal()
            and await _is_thread(client, place)
        ):
            await _shut(client, int(place.room))
        return Delivered(place=place)

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


async def _shut(client: discord.Client, thread: int) -> None:
    await client.http.edit_channel(thread, archived=True, locked=True)

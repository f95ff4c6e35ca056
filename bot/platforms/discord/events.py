"""An open gathering as an event of the server: everybody there sees it, and who is interested in it.

Discord has no nonce for events. So we look among the server's events for our own with the gathering's
code, and change that; only if there is none it is made. Stopped between the making and the note of it,
we find it again. Where an answer was lost and the making was repeated (discord.py does so by itself),
the oldest stays and the others are deleted. Making, changing, calling off and deleting one's own needs
CREATE_EVENTS and nothing else.
"""

from datetime import datetime
from typing import Any

import discord

from bot.platforms.gatherings import EventShowing, EventWithdrawing
from bot.platforms.platform import (
    Delivered,
    GaveUp,
    Outcome,
    Why,
)

LONGEST = 100  # letters of a name and of a place (documentation of 2026)
LONGEST_SAID = 1000
SEEN_BY_SERVER = 2  # the only privacy level there is
ELSEWHERE = 3  # an event that is in none of Discord's channels
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4
GONE = 10070  # no such event


class Events:
    """The events of the server that the configuration names."""

    def __init__(self, server: int | None) -> None:
        self._server = server

    async def deliver(
        self, client: discord.Client, letter: EventShowing | EventWithdrawing
    ) -> Outcome:
        """Show it, change it, or call it off. Raises what Discord raises."""
        if self._server is None:
            return GaveUp(why=Why.REFUSED)
        try:
            if isinstance(letter, EventWithdrawing):
                return await _withdraw(client, self._server, letter.key)
            return await _show(client, self._server, letter)
        except discord.Forbidden:
            return GaveUp(why=Why.NOT_ALLOWED)


async def _show(client: discord.Client, server: int, letter: EventShowing) -> Outcome:
    wanted = _wanted(letter)
    found = await _the_one(client, server, letter.key)
    if found is None:
        made = await client.http.create_guild_scheduled_event(server, **wanted)
        found = await _the_one(client, server, letter.key) or made
    if _shows(found) != _shows(wanted):
        await client.http.edit_scheduled_event(server, int(found["id"]), **wanted)
    return Delivered(message=str(found["id"]))


async def _withdraw(client: discord.Client, server: int, key: str) -> Outcome:
    found = await _the_one(client, server, key)
    if found is None:
        return Delivered()
    # Discord lets what has begun only be completed.
    off = CANCELED if found["status"] == SCHEDULED else COMPLETED
    try:
        await client.http.edit_scheduled_event(server, int(found["id"]), status=off)
    except discord.NotFound as gone:
        if gone.code != GONE:
            raise
    return Delivered(message=str(found["id"]))


async def _the_one(client: discord.Client, server: int, key: str) -> Any:
    """Our own event for this gathering that is to come or going on; after this there is but one."""
    assert client.user is not None
    ours = [
        one
        for one in await client.http.get_scheduled_events(server, with_user_count=False)
        if str(one.get("creator_id")) == str(client.user.id)
        and (one.get("description") or "").endswith(_signed(key))
        and one["status"] in (SCHEDULED, ACTIVE)
    ]
    ours.sort(key=lambda one: int(one["id"]))
    for one in ours[1:]:
        try:
            await client.http.delete_scheduled_event(server, int(one["id"]))
        except discord.NotFound:
            pass  # it is gone, which is all that was wanted
    return ours[0] if ours else None


def _signed(key: str) -> str:
    return f"\n({key})"


def _wanted(letter: EventShowing) -> dict[str, Any]:
    sign = _signed(letter.key)
    return {
        "name": letter.name[:LONGEST],
        "description": letter.says[: LONGEST_SAID - len(sign)] + sign,
        "entity_metadata": {"location": letter.where[:LONGEST]},
        "scheduled_start_time": letter.begins.isoformat(),
        "scheduled_end_time": letter.ends.isoformat(),
        "privacy_level": SEEN_BY_SERVER,
        "entity_type": ELSEWHERE,
    }


def _shows(event: Any) -> tuple[Any, ...]:
    times = [event["scheduled_start_time"], event["scheduled_end_time"]]
    where = (event.get("entity_metadata") or {}).get("location")
    return (event["name"], event["description"], where, *map(datetime.fromisoformat, times))

"""What Discord does for gatherings: events for those open to everybody, private threads for groups."""

import discord

from bot.platforms.discord.events import Events
from bot.platforms.discord.rooms import Rooms
from bot.platforms.gatherings import EventShowing, EventWithdrawing, OfGatherings
from bot.platforms.platform import Outcome


class Gatherings:
    """Hands each letter to whom it is for."""

    def __init__(self, events: Events, rooms: Rooms) -> None:
        self._events = events
        self._rooms = rooms

    async def deliver(self, client: discord.Client, letter: OfGatherings, once: str) -> Outcome:
        """Do it once. Raises what Discord raises."""
        if isinstance(letter, EventShowing | EventWithdrawing):
            return await self._events.deliver(client, letter)
        return await self._rooms.for_group(client, letter, once)

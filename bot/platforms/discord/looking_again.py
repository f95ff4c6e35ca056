"""Whoever has something by a role is looked up again, whether or not they do anything.

A coordinator who lost the role would otherwise go on to be told what alarms tell until their next word.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import discord

from bot.messages import LookedUp
from bot.platforms.discord.hearing import doing
from bot.platforms.discord.lanes import Lanes
from bot.platforms.discord.members import Members
from bot.platforms.platform import HandIn
from storage.people import WithRoles

log = logging.getLogger(__name__)

AGAIN = 10 * 60.0  # seconds between two rounds; one question for each who holds a role
PATIENT = 10.0  # seconds for an answer; nobody waits for it

WhoHolds = Callable[[], Awaitable[Sequence[WithRoles]]]


@dataclass(slots=True)
class LookingAgain:
    """At each start, and then every ten minutes."""

    members: Members
    who_holds: WhoHolds
    now: Callable[[], datetime]

    async def run(self, client: discord.Client, lanes: Lanes, hand_in: HandIn) -> None:
        """Look until cancelled."""
        while True:
            try:
                for one in await self.who_holds():
                    await self._look_up(one, client, lanes, hand_in)
            except Exception as fault:  # the database's trouble is told by whoever needs it more
                log.warning(
                    "roles-not-seen",
                    extra={"action": "roles-not-seen", "error": type(fault).__name__},
                )
            await asyncio.sleep(AGAIN)

    async def _look_up(
        self, one: WithRoles, client: discord.Client, lanes: Lanes, hand_in: HandIn
    ) -> None:
        user = int(one.address.user)
        holds = await self.members.asked(client, user, PATIENT)
        if holds is None or (holds == one.holds and not one.unsettled):
            return
        at = self.now()
        channel = int(one.place.room) if one.place else user
        seen = doing(f"roles:{user}:{at.isoformat()}", at, user, channel)
        lanes.put(channel, partial(hand_in, LookedUp(**seen, holds=holds)))

"""Somebody pressed or called something: Discord wants an answer in three seconds, and gets one.

What the core says goes to the private chat, where it can be found again. Only for somebody who
takes no messages there it is shown where they acted, to them alone, for as long as Discord lets us.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import discord
from discord import ui

from bot.platforms.discord.refusals import NOT_NOW

LASTS = 14 * 60.0  # seconds; Discord takes fifteen minutes
ANSWERED_WITHIN = 5.0  # seconds until we point to the chat without knowing

_NO_USE = (discord.DiscordException, *NOT_NOW)


@dataclass(slots=True)
class Turn:
    """One press or call, from acknowledged to answered."""

    interaction: discord.Interaction = field(repr=False)
    thinks: bool  # it shows that we are at it, and that has to be replaced or taken away
    begun: float = field(default_factory=time.monotonic)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    shown_here: bool = False
    _acknowledged: bool = False

    @property
    def in_server(self) -> bool:
        """Whether others could see the place where they acted."""
        return self.interaction.guild_id is not None

    @property
    def lasts(self) -> bool:
        """Whether it can still be answered."""
        return self._acknowledged and time.monotonic() - self.begun < LASTS

    async def acknowledge(self) -> None:
        """Answer within the deadline. If that is over, what they did is handled all the same."""
        try:
            if self.thinks:
                await self.interaction.response.defer(ephemeral=True, thinking=True)
            else:
                await self.interaction.response.defer()
            self._acknowledged = True
        except _NO_USE:
            pass

    async def show(
        self, parts: Sequence[str], view: ui.View | None, files: Sequence[discord.File]
    ) -> int:
        """Say it here, to them alone; the message's id. Raises what Discord raises."""
        self.shown_here = True
        sent: discord.WebhookMessage | None = None
        for n, part in enumerate(parts or [""]):
            last = n == len(parts or [""]) - 1
            sent = await self.interaction.followup.send(
                part,
                ephemeral=True,
                wait=True,
                view=view if view and last else discord.utils.MISSING,
                files=files if last else (),
                allowed_mentions=discord.AllowedMentions.none(),
                suppress_embeds=True,
            )
        self.reached.set()
        assert sent is not None
        return sent.id

    async def close(self, says: str | None) -> None:
        """Replace what shows that we are at it; None takes it away."""
        if not (self.thinks and self._acknowledged):
            return
        try:
            if says is None:
                await self.interaction.delete_original_response()
            elif self.shown_here:  # the first thing shown has taken the place of our thinking
                await self.show([says], None, ())
            else:
                await self.interaction.edit_original_response(content=says)
        except _NO_USE:
            pass  # it was said where it can be found; this was only the way there

    async def until_reached(self) -> None:
        """Wait until they were told something, but not for long."""
        try:
            await asyncio.wait_for(self.reached.wait(), ANSWERED_WITHIN)
        except TimeoutError:
            pass


class Turns:
    """The latest turn of each person."""

    def __init__(self) -> None:
        self._of: dict[int, Turn] = {}

    def begin(self, interaction: discord.Interaction, *, thinks: bool) -> Turn:
        """Somebody acted."""
        turn = self._of[interaction.user.id] = Turn(interaction, thinks)
        for user in [user for user, one in self._of.items() if _is_old(one)]:
            del self._of[user]
        return turn

    def of(self, user: int) -> Turn | None:
        """The latest turn of somebody in a server, while it can be answered."""
        turn = self._of.get(user)
        return turn if turn is not None and turn.in_server and turn.lasts else None

    def reached(self, user: int) -> None:
        """Something was said to them in their chat."""
        if turn := self._of.get(user):
            turn.reached.set()


def _is_old(turn: Turn) -> bool:
    return time.monotonic() - turn.begun > LASTS

"""Which of our two roles somebody holds in the server; asked for where Discord does not say it by itself.

A press or a command in the server, and a message there, carry the roles of whoever made it. In a private
chat nothing does, and we ask for that one member, which needs no privileged intent. Nobody waits long for
that: no answer means that it is not known, and then nothing changes.
"""

import asyncio
import logging
import time
from dataclasses import dataclass

import discord

from bot.config import DiscordConfig
from bot.domain.by_role import Held
from bot.platforms.discord.refusals import NOT_NOW

log = logging.getLogger(__name__)

# Asked once for a talk of some length: a role that is gone may still count for so long in private.
LASTS = 5 * 60.0  # seconds that an answer holds
NOT_AGAIN = 60.0  # seconds after no answer, so that not every message waits for the next one
WITHIN = 1.0  # seconds that somebody's message waits for it
AT_ONCE = 10  # questions under way; the lane of everybody behind them must not wait as well
MOST = 2000  # people whose answer is held; some 200 kB
UNKNOWN_MEMBER = 10007


@dataclass(slots=True)
class _Kept:
    holds: frozenset[str] | None
    at: float


class Members:
    """The members of the one server that the configuration names."""

    def __init__(self, config: DiscordConfig) -> None:
        self._server = int(config.server) if config.server else None
        named = (
            (Held.COORDINATOR, config.coordinator_role),
            (Held.VOLUNTEER, config.volunteer_role),
        )
        self._roles = {int(role): held.value for held, role in named if role is not None}
        self._kept: dict[int, _Kept] = {}
        self._asking = 0
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def matter(self) -> bool:
        """Whether any role stands for anything here."""
        return bool(self._roles) and self._server is not None

    def told(self, who: discord.abc.User) -> None:
        """Somebody acted in a server: what came along with that is known from now on."""
        if not self.matter or not isinstance(who, discord.Member) or who.guild.id != self._server:
            return
        # A role we never heard of, or a server that is not there just now, would look like no role.
        if all(who.guild.get_role(role) for role in self._roles):
            held = {name for role, name in self._roles.items() if who.get_role(role)}
            self._keep(who.id, frozenset(held))

    async def held_by(self, client: discord.Client, user: int) -> frozenset[str] | None:
        """What somebody holds, perhaps as it was `LASTS` ago; None if it is not known in time."""
        kept = self._kept.get(user)
        if kept is not None:
            age = LASTS if kept.holds is not None else NOT_AGAIN
            if time.monotonic() - kept.at < age:
                return kept.holds
        if not self.matter or self._asking >= AT_ONCE:
            return None
        return await self.asked(client, user, WITHIN)

    async def asked(
        self, client: discord.Client, user: int, within: float
    ) -> frozenset[str] | None:
        """The same, asked for now. Without any role in the configuration nobody holds one."""
        if not self.matter or self._server is None:
            return frozenset()
        # Left to itself and not cancelled: discord.py, cancelled while it waits for the limit for all, never
        # ends that limit.
        asking = asyncio.create_task(self._ask(client, self._server, user))
        self._under_way.add(asking)
        asking.add_done_callback(self._under_way.discard)
        done, _ = await asyncio.wait({asking}, timeout=within)
        if not done:
            self._keep(user, None)
        return self._kept[user].holds

    async def _ask(self, client: discord.Client, server: int, user: int) -> None:
        self._asking += 1
        try:
            member = await client.http.get_member(server, user)
            has = {int(role) for role in member["roles"]}
            self._keep(user, frozenset(name for role, name in self._roles.items() if role in has))
        except discord.NotFound as gone:
            # Not "Unknown Guild": the bot put out of its server would take everybody's rights with it.
            self._keep(user, frozenset() if gone.code == UNKNOWN_MEMBER else None)
        except (discord.DiscordException, *NOT_NOW):
            self._keep(user, None)
        except Exception as fault:  # a connection that was closed meanwhile is no answer, either
            log.warning(
                "roles-unknown", extra={"action": "roles-unknown", "error": type(fault).__name__}
            )
            self._keep(user, None)
        finally:
            self._asking -= 1

    def _keep(self, user: int, holds: frozenset[str] | None) -> None:
        self._kept.pop(user, None)
        self._kept[user] = _Kept(holds, time.monotonic())
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

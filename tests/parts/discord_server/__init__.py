"""A Discord on this machine: REST and gateway over real TCP, for discord.py as it is.

It models what our adapter meets: buckets, global limits, faults, RESUME and what ends it, closed
chats, nonces, interactions with their deadline. Every number is an assumption; docs/discord-manual.md says
what only the real one can show.
"""

from tests.parts.discord_server.people import DiscordPerson
from tests.parts.discord_server.server import DiscordServer, pointed_at

__all__ = ["DiscordPerson", "DiscordServer", "pointed_at"]

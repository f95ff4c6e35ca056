"""What an account may do in a channel of a server, and Discord's no to the rest."""

import discord

from tests.parts.discord_server.answers import Refused
from tests.parts.discord_server.world import World

MISSING_ACCESS, MISSING_PERMISSIONS = 50001, 50013


def may(world: World, channel: str, name: str, user: str | None = None) -> bool:
    """Whether somebody (the bot, if not said) has this permission there; in private chats, always."""
    place = world.channels[channel]
    guild = place.get("guild_id")
    if guild is None:
        return True
    who = user or world.bot["id"]
    allowed = world.may(guild, who)
    if discord.Permissions(allowed).administrator:
        return True
    above = world.channels[place["parent_id"]] if place.get("parent_id") else place
    mine = {guild, *world.members[guild][who]["roles"], who}
    for overwrite in above.get("permission_overwrites") or []:
        if overwrite["id"] in mine:
            allowed = allowed & ~int(overwrite["deny"]) | int(overwrite["allow"])
    has = discord.Permissions(allowed)
    return bool(has.view_channel and getattr(has, name))


def needs(world: World, channel: str, *names: str) -> None:
    """The bot may do this there, or Discord says no."""
    if not may(world, channel, "view_channel"):
        raise Refused(403, MISSING_ACCESS, "Missing Access")
    if not all(may(world, channel, name) for name in names):
        raise Refused(403, MISSING_PERMISSIONS, "Missing Permissions")

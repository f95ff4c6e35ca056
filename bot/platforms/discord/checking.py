"""Is the application on Discord well? Read-only, so that it may be asked while the bot is running."""

import discord

from bot.config import DiscordConfig
from bot.platforms.discord.quiet import hush_discord
from bot.platforms.discord.refusals import NOT_NOW
from bot.platforms.platform import Finding

# What is asked for, and what it is for: without any of them something fails (a test shows what). Never
# Administrator. To be called by slash commands the bot needs a scope, and no permission of its own.
PERMISSIONS: dict[str, str] = {
    "view_channel": "see the channels where coordinators and rooms are",
    "send_messages": "write to coordinators in their channel",
    "send_messages_in_threads": "say in a group what can be read along there; let people into a room",
    "create_private_threads": "open a room for two who both wish it, or for a group",
    "manage_threads": "close and lock such a room when it is over",
    "create_events": "show gatherings that are open to everybody, and change or call off its own",
    "attach_files": "give coordinators charts and lists",
    "read_message_history": "see what it has told them already, so that nothing is told twice",
}


def wanted() -> discord.Permissions:
    """The least that works."""
    return discord.Permissions(**dict.fromkeys(PERMISSIONS, True))


def invite_link(application: int) -> str:
    """Where a server's admin lets the bot in, with these permissions and no more."""
    return discord.utils.oauth_url(
        application, permissions=wanted(), scopes=("bot", "applications.commands")
    )


async def findings(config: DiscordConfig, token: str | None) -> list[Finding]:
    """One finding for each part, in the order in which to mend them."""
    hush_discord()
    if token is None:
        return [_bad("token", "no token is given; name a token_file in [platforms.discord]")]
    client = discord.Client(intents=discord.Intents.none())
    try:
        return await _looked_at(client, config, token)
    finally:
        await client.close()


async def _looked_at(client: discord.Client, config: DiscordConfig, token: str) -> list[Finding]:
    try:
        await client.login(token)
    except discord.LoginFailure:
        says = "Discord does not know it; make a new one under Bot in the developer portal"
        return [_bad("token", says)]
    except (discord.HTTPException, *NOT_NOW):
        return [_bad("token", "Discord did not answer just now; try again in a while")]
    found = [_good("token", "Discord knows it")]
    found.append(_good("intents", "none that needs Discord's leave is asked for"))
    if config.server is None:
        says = "none is named, so there are no rooms and no coordinators' channel"
        return [*found, _good("server", says)]
    return [*found, *await _server(client, config, int(config.server))]


async def _server(client: discord.Client, config: DiscordConfig, server: int) -> list[Finding]:
    assert client.user is not None and client.application_id is not None
    try:
        guild = await client.fetch_guild(server, with_counts=False)
        me = await guild.fetch_member(client.user.id)
    except discord.HTTPException:
        says = f"the bot is not in it; let it in: {invite_link(client.application_id)}"
        return [_bad("server", says)]
    found = [_good("server", "the bot is in it")]
    has = guild.default_role.permissions
    for role in me.roles:
        has = discord.Permissions(has.value | role.permissions.value)
    if has.administrator:
        says = "it is an administrator there; take that away, it needs far less"
        found.append(_bad("permissions", says))
    else:
        missing = [name for name in PERMISSIONS if not getattr(has, name)]
        if missing:
            told = "; ".join(f"{name} (to {PERMISSIONS[name]})" for name in missing)
            found.append(_bad("permissions", f"missing: {told}"))
        else:
            found.append(_good("permissions", "all that is needed, and it is no administrator"))
    for part, number in (
        ("coordinators' role", config.coordinator_role),
        ("volunteers' role", config.volunteer_role),
    ):
        if number is not None:
            found.append(_role(guild, part, int(number)))
    for part, channel in (
        ("coordinators' channel", config.coordinators_channel),
        ("rooms' channel", config.rooms_channel),
    ):
        if channel is not None:
            found.append(await _channel(client, part, int(channel)))
    return found


async def _channel(client: discord.Client, part: str, channel: int) -> Finding:
    try:
        await client.http.get_channel(channel)
    except discord.HTTPException:
        return _bad(part, "it is not there, or the bot may not see it; let its role see it")
    return _good(part, "the bot sees it")


def _role(guild: discord.Guild, part: str, role: int) -> Finding:
    if guild.get_role(role) is None:
        return _bad(part, "there is no such role in the server; copy its number in Server Settings")
    return _good(part, "it is there; whoever may give roles below their own may give it")


def _good(part: str, says: str) -> Finding:
    return Finding(part=f"discord: {part}", well=True, says=says)


def _bad(part: str, says: str) -> Finding:
    return Finding(part=f"discord: {part}", well=False, says=says)

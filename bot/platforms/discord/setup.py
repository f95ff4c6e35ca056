"""`peerbot setup discord`: the link that lets the bot in, and what it asks for and why."""

from collections.abc import Awaitable, Callable

import discord

from bot.config import DiscordConfig
from bot.platforms.discord import checking
from bot.platforms.discord.quiet import hush_discord
from bot.platforms.discord.refusals import NOT_NOW

_NOT_KNOWN = (
    "Discord does not know this token. Make a new one under Bot in the developer portal, and put it "
    "into a file of mode 0600 that token_file names, or into PEERBOT_DISCORD_TOKEN."
)
_SILENT = "Discord did not answer just now. Try again in a while."
_OF_INTENTS = (
    "Intents: none that need Discord's leave. Leave all three switches under Bot off: private chats, "
    "what names the bot, and presses carry all it needs."
)


async def walk(
    say: Callable[[str], Awaitable[None]], config: DiscordConfig | None, token: str
) -> bool:
    """Say what an admin needs to let the bot in, and what is amiss; whether all of it could be said."""
    hush_discord()
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(token)
        assert client.application_id is not None
        application = client.application_id
    except discord.LoginFailure:
        await say(_NOT_KNOWN)
        return False
    except (discord.HTTPException, *NOT_NOW):
        await say(_SILENT)
        return False
    finally:
        await client.close()
    await say(f"Let the bot into your server by this link:\n  {checking.invite_link(application)}")
    asked = "\n".join(f"  {name}: to {why}" for name, why in checking.PERMISSIONS.items())
    await say(f"It asks for these permissions, and never for Administrator:\n{asked}")
    await say(_OF_INTENTS)
    if config is None:
        await say('Then write into the configuration:\n  [platforms.discord]\n  server = "…"')
        return True
    for finding in await checking.findings(config, token):
        await say(f"{'ok  ' if finding.well else 'MEND'} {finding.part}: {finding.says}")
    return True

"""Discord, through an application of ours: direct messages, buttons and slash commands."""

from bot.platforms.discord.door import DiscordPlatform

__all__ = ["DiscordPlatform"]

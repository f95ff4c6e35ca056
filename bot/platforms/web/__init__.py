"""The bot's own page: a chat that anybody can open, without an account anywhere."""

from bot.platforms.web.door import WebPlatform

__all__ = ["WebPlatform"]

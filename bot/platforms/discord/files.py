"""Files: copied, never linked. Discord's addresses run out, so a file is asked for by its message."""

import io
import json
import mimetypes

import aiohttp
import discord

from bot.platforms.discord.refusals import NOT_NOW
from bot.platforms.platform import FileRefused, OutgoingFile

LARGEST = 10 * 1024 * 1024  # bytes Discord takes from a bot (documentation of August 2026)
_AT_ONCE = 64 * 1024


def handle_of(channel: int, message: int, file: int) -> str:
    """All that is needed to fetch it, also after its address has run out."""
    return json.dumps([channel, message, file])


async def fetch(client: discord.Client, handle: str, limit: int) -> bytes:
    """The bytes behind a handle, at most `limit`. Raises FileRefused."""
    try:
        channel, message, file = (int(part) for part in json.loads(handle))
    except (ValueError, TypeError):
        raise FileRefused("no handle") from None
    try:
        raw = await client.http.get_message(channel, message)
        (found,) = [one for one in raw["attachments"] if int(one["id"]) == file]
        return await _download(found["url"], limit)
    except FileRefused:
        raise
    except (discord.DiscordException, *NOT_NOW, ValueError, KeyError):
        raise FileRefused("gone or out of reach") from None


async def _download(url: str, limit: int) -> bytes:
    # A session of its own: the file's address is no place for the bot's token.
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        if answer.status != 200:
            raise FileRefused("gone")
        found = bytearray()
        async for piece in answer.content.iter_chunked(_AT_ONCE):
            found += piece
            if len(found) > limit:
                raise FileRefused("too large")
        return bytes(found)


def outgoing(file: OutgoingFile) -> discord.File:
    """A file to send. Its name says what it is, since Discord goes by that alone."""
    return discord.File(io.BytesIO(file.data), filename=named(file), description=file.alt or None)


def named(file: OutgoingFile) -> str:
    """Its name, ending as its kind does."""
    name = file.name.removeprefix("SPOILER_") or "file"
    if mimetypes.guess_type(name)[0] == file.mime:
        return name
    return name + (mimetypes.guess_extension(file.mime) or "")

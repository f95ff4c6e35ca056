"""From what Discord tells to our own words. Pure."""

import mimetypes
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord

from bot.messages import Address, Edited, IncomingFile, Place, PlaceKind, Said
from bot.platforms.discord.files import handle_of

PLATFORM = "discord"
_SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


def address_of(user: int) -> Address:
    """The address of an account."""
    return Address(PLATFORM, str(user))


def place_of(channel: int) -> Place:
    """A channel as a place."""
    return Place(PLATFORM, str(channel))


def is_spoken(message: discord.Message) -> bool:
    """Whether a person said it; joins, pins and what bots say are not for us."""
    return message.type in _SPOKEN and not message.author.bot


def said(
    message: discord.Message, kind: PlaceKind, text: str | None = None, *, late: bool = False
) -> Sequence[Said]:
    """What a message says: one event, and one more for each further file."""
    words = text if text is not None else _words(message)
    files: list[IncomingFile | None] = [_file(message, one) for one in message.attachments]
    reference = message.reference
    answers = str(reference.message_id) if reference and reference.message_id else None
    return [
        Said(
            id=f"{PLATFORM}:m:{message.id}{f':{n}' if n else ''}",
            at=message.created_at,
            sender=address_of(message.author.id),
            place=place_of(message.channel.id),
            kind=kind,
            message=f"{message.id}{f'.{n}' if n else ''}",
            text=words if n == 0 else "",
            file=file,
            replying_to=answers,
            late=late,
        )
        for n, file in enumerate(files or [None])
    ]


def edited(message: discord.Message, at: datetime) -> Edited:
    """A change to a message in a private chat."""
    return Edited(
        id=f"{PLATFORM}:e:{message.id}:{at.isoformat()}",
        at=at,
        sender=address_of(message.author.id),
        place=place_of(message.channel.id),
        message=str(message.id),
        text=_words(message),
    )


def doing(id: str, at: datetime, user: int, channel: int) -> dict[str, Any]:
    """What every event of a person in a private chat has."""
    return {
        "id": f"{PLATFORM}:{id}",
        "at": at,
        "sender": address_of(user),
        "place": place_of(channel),
    }


def _words(message: discord.Message) -> str:
    if message.content:
        return message.content
    forwarded = [snapshot.content for snapshot in message.message_snapshots if snapshot.content]
    return "\n".join(forwarded) or ", ".join(sticker.name for sticker in message.stickers)


def _file(message: discord.Message, file: discord.Attachment) -> IncomingFile:
    mime = (file.content_type or mimetypes.guess_type(file.filename)[0] or "").partition(";")[0]
    return IncomingFile(
        handle=handle_of(message.channel.id, message.id, file.id),
        name=file.filename.removeprefix("SPOILER_"),
        mime=mime or "application/octet-stream",
        size=file.size,
    )

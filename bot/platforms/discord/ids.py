"""How our ids of places and messages are Discord's. Pure."""

import re

import discord

from bot.messages import Place
from bot.platforms.discord.hearing import PLATFORM

JOIN = "+"  # between the ids of one letter's messages


def channel_of(place: Place | None) -> int | None:
    """The channel that a place is; None if it is none of Discord's."""
    if place is None or place.platform != PLATFORM or not place.room.isdecimal():
        return None
    return int(place.room)


def ids_of(message: str) -> list[int]:
    """The messages of one letter; a person's own second file is part of the message it came in."""
    if not re.fullmatch(r"\d{1,20}(?:\.\d+|(?:\+\d{1,20})*)", message, re.ASCII):
        return []
    return [int(id) for id in message.partition(".")[0].split(JOIN)]


def reference_to(channel: int, message: str | None) -> discord.MessageReference | None:
    """What an answer to a message carries."""
    ids = ids_of(message or "")
    if not ids:
        return None
    return discord.MessageReference(message_id=ids[0], channel_id=channel, fail_if_not_exists=False)

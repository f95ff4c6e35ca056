"""What Discord's no means for a letter."""

import asyncio

import aiohttp
import discord

from bot.platforms.platform import GaveUp, Outcome, RetryLater, Why

CLOSED = frozenset({50007, 50278})  # takes no messages from us; no server in common
TOO_OLD_TO_EDIT = 30046
NO_SUCH_MESSAGE = 10008
_WHY = {
    **dict.fromkeys(CLOSED, Why.UNREACHABLE),
    50001: Why.UNREACHABLE,  # missing access: put out of the channel
    50013: Why.UNREACHABLE,  # missing permissions there
    10003: Why.GONE,
    10008: Why.GONE,
    10013: Why.UNREACHABLE,  # no such user
    10014: Why.REFUSED,  # no such emoji
    40005: Why.TOO_LARGE,
    50033: Why.UNREACHABLE,  # no such recipient
    160005: Why.GONE,  # the thread is locked
}
_NOBODY_THERE = frozenset({10003, 10013, 50033})  # a direct channel lasts as long as the account
NOT_NOW = (aiohttp.ClientError, OSError, asyncio.TimeoutError)
"""What the network does; nothing was decided, so the same may be tried again."""


def outcome_of(error: BaseException) -> Outcome | None:
    """What became of a letter, or None if this is no answer of Discord's but a fault of ours."""
    match error:
        case discord.RateLimited(retry_after=after):
            return RetryLater(after=after, why="429")
        case discord.HTTPException(status=status, code=code):
            return _refused(status, code)
        case _ if isinstance(error, NOT_NOW):
            return RetryLater(why="connection")
    return None


def _refused(status: int, code: int) -> Outcome:
    if status == 429 or status >= 500:
        return RetryLater(why=str(status))
    if status == 401:
        return RetryLater(why="401")  # the gateway will stop us if it is for good
    if known := _WHY.get(code):
        return GaveUp(why=known)
    if status == 413:
        return GaveUp(why=Why.TOO_LARGE)
    if status == 404:
        return GaveUp(why=Why.GONE)
    if status == 403:
        return GaveUp(why=Why.UNREACHABLE)
    return GaveUp(why=Why.REFUSED)


def is_closed(error: BaseException) -> bool:
    """Whether somebody cannot be written to, by what they or their servers decided."""
    return isinstance(error, discord.HTTPException) and (
        error.code in CLOSED or error.code in _NOBODY_THERE
    )

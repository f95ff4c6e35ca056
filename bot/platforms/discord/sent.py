"""What is shown already: every message carries a nonce that follows from its letter.

Discord itself shows a nonce once for some minutes. For a retry after a longer absence the last
messages of the chat are looked through, once per chat and process.
"""

import hashlib
from collections import OrderedDict

import discord

from bot.platforms.discord.choices import asked_by

LOOKED_AT = 50  # messages
_CHATS = 2_000  # remembered; others are looked through again

_Shown = dict[str, int]  # nonce, or key of a question, to the message that shows it


def nonce(once: str, part: int) -> str:
    """The nonce of one message of a letter: at most 25 characters, and tells nothing about it."""
    digest = hashlib.sha256(f"{once}\n{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:25]


class Sent:
    """What this process and the one before it have sent."""

    def __init__(self) -> None:
        self._shown: OrderedDict[int, _Shown] = OrderedDict()

    async def find(
        self, client: discord.Client, channel: int, nonce: str, question: str = ""
    ) -> int | None:
        """The message that shows it already. Raises what Discord and the network raise."""
        shown = self._shown.get(channel)
        if shown is None:
            shown = self._shown[channel] = await _looked_through(client, channel)
            while len(self._shown) > _CHATS:
                self._shown.popitem(last=False)
        self._shown.move_to_end(channel)
        return shown.get(nonce) or (shown.get(question) if question else None)

    def opened(self, channel: int) -> None:
        """There is nothing in this chat yet."""
        self._shown.setdefault(channel, {})

    def note(self, channel: int, nonce: str, message: int) -> None:
        """It is shown."""
        shown = self._shown.setdefault(channel, {})
        shown[nonce] = message
        while len(shown) > LOOKED_AT * 2:
            del shown[next(iter(shown))]

    def forget(self, channel: int) -> None:
        """Know nothing of this chat any more."""
        self._shown.pop(channel, None)


async def _looked_through(client: discord.Client, channel: int) -> _Shown:
    found: _Shown = {}
    for raw in reversed(await client.http.logs_from(channel, LOOKED_AT)):
        if client.user is None or int(raw["author"]["id"]) != client.user.id:
            continue
        if raw.get("nonce"):
            found[str(raw["nonce"])] = int(raw["id"])
        if question := asked_by(raw.get("components") or ()):
            found[question] = int(raw["id"])
    return found

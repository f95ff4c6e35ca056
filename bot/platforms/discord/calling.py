"""Every command as a slash command, with names and words in Danish and English."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import discord

from bot.conversation.commands import TAKEN_IN_DANISH, Command, Role
from bot.platforms.discord.says import Says
from bot.platforms.platform import Memory

START = "start"  # opens the private chat; the one command that is not the core's
LONGEST_ABOUT = 100
_HASH = "commands"
_TEXT = 3  # an option that is written
_IN_SERVERS, _IN_PRIVATE = 0, 1
_GIVEN_BY_ADMINS = "0"  # nobody sees it in a server until an admin gives it to a role there


class Calling:
    """The slash commands of one bot."""

    def __init__(self, commands: Sequence[Command], says: Says) -> None:
        self._says = says
        self._by_name = {called(c.words[0]): c for c in commands if not (c.hidden or c.on_page)}

    def typed(self, data: dict[str, Any]) -> str | None:
        """What somebody would have typed to call the same; None for `start`."""
        command = self._by_name.get(str(data.get("name")))
        if command is None:
            return None
        given = {str(o.get("name")): str(o.get("value", "")) for o in data.get("options") or []}
        words = [given[takes.name] for takes in command.takes if given.get(takes.name)]
        return " ".join([f"!{command.words[0]}", *words])

    def payload(self) -> list[dict[str, Any]]:
        """What Discord is told of them."""
        start = {
            **self._described("discord-start"),
            "name": START,
            "type": 1,
            "contexts": [_IN_SERVERS, _IN_PRIVATE],
            "integration_types": [0],
            "default_member_permissions": None,
        }
        return [start, *(self._told(name, command) for name, command in self._by_name.items())]

    async def sync(self, client: discord.Client, memory: Memory) -> bool:
        """Tell Discord, if anything changed since we last did; whether it had to be told.

        Raises what Discord and the network raise.
        """
        payload = self.payload()
        assert client.application_id is not None
        whole = json.dumps([client.application_id, payload], sort_keys=True)
        digest = hashlib.sha256(whole.encode()).hexdigest()
        if await memory.recall(_HASH) == digest:
            return False
        await client.http.bulk_upsert_global_commands(client.application_id, payload)
        await memory.keep(_HASH, digest)
        return True

    def _told(self, name: str, command: Command) -> dict[str, Any]:
        for_coordinators = command.who is Role.COORDINATOR
        told: dict[str, Any] = {
            **self._described(f"help-{command.name}"),
            "name": name,
            "name_localizations": {"da": called(command.word_in("da"))},
            "type": 1,
            "contexts": [_IN_SERVERS] if for_coordinators else [_IN_SERVERS, _IN_PRIVATE],
            "integration_types": [0],
            "default_member_permissions": _GIVEN_BY_ADMINS if for_coordinators else None,
        }
        if command.takes:
            told["options"] = [
                {
                    "type": _TEXT,
                    "name": takes.name,
                    "name_localizations": {"da": TAKEN_IN_DANISH[takes.name]},
                    **self._described(f"help-{command.name}"),
                    "required": not takes.optional,
                }
                for takes in command.takes
            ]
        return told

    def _described(self, text: str) -> dict[str, Any]:
        return {
            "description": _about(self._says.words(text, "en")),
            "description_localizations": {"da": _about(self._says.words(text, "da"))},
        }


def called(word: str) -> str:
    """A word as the name of a slash command."""
    return word.casefold().replace(" ", "-")


def _about(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ABOUT else line[: LONGEST_ABOUT - 1] + "…"

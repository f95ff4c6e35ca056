"""A person at an ordinary Discord client."""

import time
from datetime import timedelta
from typing import Any

from tests.parts.discord_server.interactions import COMMAND, COMPONENT, MODAL, Asked
from tests.parts.discord_server.server import DiscordServer
from tests.parts.discord_server.world import YEAR, Json

BUTTON, MENU = 2, 3
TYPING = 1.0  # seconds; a real client shows it for ten


class DiscordPerson:
    """Somebody with an account, in one server with the bot."""

    def __init__(
        self,
        server: DiscordServer,
        name: str,
        guild: str,
        locale: str = "en-US",
        made_ago: timedelta = YEAR,
    ) -> None:
        self.server = server
        self.world = server.world
        self.locale = locale
        self.guild = guild
        self.user = self.world.user(name, ago=made_ago)["id"]
        self.world.join(guild, self.user)

    @property
    def chat(self) -> str:
        """Their direct channel with the bot."""
        return str(self.world.direct(self.user)["id"])

    def screen(self) -> list[Json]:
        """What the bot has said to them in private."""
        bot = self.world.bot["id"]
        there = self.world.messages.get(self.chat, {})
        return [m for m in there.values() if m["author"]["id"] == bot and not m["flags"] & 64]

    def texts(self) -> list[str]:
        """Its words."""
        return [message["content"] for message in self.screen()]

    def sees_typing(self) -> bool:
        """Whether the bot shows that it is at work; it runs out by itself."""
        return time.monotonic() - self.world.typing.get(self.chat, -TYPING) < TYPING

    def says(self, text: str, *, to: str | None = None, files: Any = ()) -> Json:
        """Write in private."""
        more = {"message_reference": {"message_id": to, "channel_id": self.chat}} if to else {}
        return self.world.put(self.chat, self.user, text, list(files), **more)

    def says_in(self, channel: str, text: str) -> Json:
        """Write where others read; without leave the bot only sees what names it."""
        return self.world.put(channel, self.user, text)

    def calls(self, command: str, *, where: str | None = None, **options: str) -> Asked:
        """A slash command, in private or in a channel."""
        known = [one for one in self.world.commands if one["name"] == command]
        assert known, f"/{command} is not there"
        data = {
            "id": known[0]["id"], "name": command, "type": 1,
            "options": [{"name": k, "type": 3, "value": v} for k, v in options.items()],
        }  # fmt: skip
        return self._acts(COMMAND, data, where or self.chat, None)

    def presses(self, message: Json, *, ends: str) -> Asked:
        """Press the button, or take the line of a menu, whose key ends so."""
        for row in message["components"]:
            for component in row.get("components", []):
                key = component["custom_id"]
                if component["type"] == BUTTON and key.endswith(ends):
                    return self.presses_key(message, key)
                for option in component.get("options", []):
                    if option["value"].endswith(ends):
                        return self.presses_key(message, key, [option["value"]])
        raise LookupError(f"nothing to press that ends with {ends}")

    def presses_key(self, message: Json, key: str, values: list[str] | None = None) -> Asked:
        """Press a component by its key."""
        kind = 3 if values else BUTTON
        data: Json = {"custom_id": key, "component_type": kind}
        if values:
            data["values"] = values
        return self._acts(COMPONENT, data, message["channel_id"], message)

    def fills_in(self, asked: Asked, words: str) -> Asked:
        """Fill in the form that was shown in answer, and send it."""
        assert asked.modal is not None
        field = asked.modal["components"][0]["components"][0]["custom_id"]
        row = {"type": 1, "components": [{"type": 4, "custom_id": field, "value": words}]}
        data = {"custom_id": asked.modal["custom_id"], "components": [row], "resolved": {}}
        return self._acts(MODAL, data, asked.channel, asked.message)

    def fills_in_all(self, asked: Asked, **values: str | list[str]) -> Asked:
        """The same with several fields: words for what is written, a list for what is chosen."""
        assert asked.modal is not None
        rows = []
        for label in asked.modal["components"]:
            field = label["component"]
            given = values.pop(field["custom_id"], [] if field["type"] == MENU else "")
            what = {"values": given} if field["type"] == MENU else {"value": given}
            inner = {"type": field["type"], "id": 2, "custom_id": field["custom_id"], **what}
            rows.append({"type": label["type"], "id": 1, "component": inner})
        assert not values, f"no such fields: {values}"
        data = {"custom_id": asked.modal["custom_id"], "components": rows, "resolved": {}}
        return self._acts(MODAL, data, asked.channel, asked.message)

    def edits(self, message: str, text: str) -> None:
        """Change an own message."""
        self.world.edit(self.world.message(self.chat, message), content=text)

    def deletes(self, message: str) -> None:
        """Delete an own message."""
        self.world.delete(self.chat, message)

    def reacts(self, message: str, emoji: str, *, on: bool = True) -> None:
        """Put a reaction, or take it back."""
        kind = "MESSAGE_REACTION_ADD" if on else "MESSAGE_REACTION_REMOVE"
        told = {"user_id": self.user, "channel_id": self.chat, "message_id": message, "type": 0,
                "emoji": {"id": None, "name": emoji}, "burst": False}  # fmt: skip
        self.world.told(kind, told)

    def closes_door(self) -> None:
        """Take no messages from the bot any more."""
        self.world.closed.add(self.user)

    def opens_door(self) -> None:
        """Take them again."""
        self.world.closed.discard(self.user)

    def _acts(self, kind: int, data: Json, channel: str, message: Json | None) -> Asked:
        return self.server.interactions.begin(kind, self.user, channel, data, self.locale, message)

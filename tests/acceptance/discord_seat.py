"""Somebody at an ordinary Discord client, in their private chat with the bot."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.acceptance.at_bot import PATIENCE
from tests.acceptance.at_discord import AtDiscord
from tests.acceptance.heard import Heard
from tests.acceptance.worded import texts_in
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json

HEART = "❤️"
_CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{6}\b")


@dataclass(slots=True)
class DiscordSeat:
    """What a message of the bot is, they tell by its words, as people do."""

    person: DiscordPerson
    discord: AtDiscord
    _taken: set[tuple[str, str]] = field(default_factory=set)

    async def says(self, text: str) -> str:
        """Write something; the message's id."""
        return str(self.person.says(text)["id"])

    async def replies(self, to: str, text: str) -> str:
        """Answer one message."""
        return str(self.person.says(text, to=to)["id"])

    async def answers(self, question: Heard, choice: str) -> None:
        """Press the button, and again if the bot was not there to be told of it."""
        server, before = self.person.server, len(self.person.screen())
        for _ in range(30):
            asked = self.person.presses(question.raw, ends=f":{choice}")
            began = asyncio.get_running_loop().time()
            while asyncio.get_running_loop().time() < began + 3:
                if asked.answers or len(self.person.screen()) > before:
                    return
                await asyncio.sleep(0.02)
                if not server.gateway.connected:
                    await server.until(lambda: server.gateway.connected, "it is back", 60)
                    break
        raise AssertionError(f"nothing came of {choice}: {self.person.texts()[-3:]}")

    async def hears_next(self, text_id: str, within: float = PATIENCE) -> Heard:
        """The next text of the bot that reads as this one."""
        return await self._next(lambda heard: text_id in texts_in(heard.body), text_id, within)

    async def reads_next(self, words: str, within: float = PATIENCE) -> Heard:
        """The next message or change of the bot with these words."""
        return await self._next(lambda heard: words in heard.body, words, within, "words")

    async def edits(self, message: str, text: str) -> None:
        """Change an own message."""
        self.person.edits(message, text)

    async def takes_back(self, message: str) -> None:
        """Delete an own message."""
        self.person.deletes(message)

    async def hearts(self, message: str) -> None:
        """Give it a heart."""
        self.person.reacts(message, HEART)

    async def sees_heart(self, message: str, within: float = PATIENCE) -> None:
        """Wait until an own message has a heart."""
        await self.person.server.until(lambda: self.hearts_on(message), "a heart", within)

    async def sees_gone(self, message: str, within: float = PATIENCE) -> None:
        """Wait until a message of the bot is taken back."""
        gone = self.person.world.gone
        await self.person.server.until(
            lambda: message in gone.get(self.person.chat, ()), "it gone", within
        )

    async def sends_picture(self, data: bytes, name: str) -> None:
        """Send a JPEG."""
        self.person.says("", files=[(name, data)])

    async def sees_picture(self) -> bytes:
        """The next picture of the bot, opened."""
        heard = await self._next(lambda one: bool(one.raw["attachments"]), "a picture", 40, "file")
        return self.person.world.files[heard.raw["attachments"][0]["id"]]

    def lines(self, *text_ids: str) -> list[Heard]:
        """Everything that reads as one of these, in the order it came."""
        wanted = frozenset(text_ids)
        return [
            replace(heard, text_id=min(found))
            for heard in self._all()
            if (found := texts_in(heard.body) & wanted)
        ]

    def changes(self) -> list[str]:
        """What relayed messages were changed to, each as often as it was told."""
        told: list[str] = []
        for heard in self.lines("relay"):
            told += [shown(one)[0] for one in (*heard.raw["history"], heard.raw["content"])][1:]
        return told

    def hearts_on(self, message: str) -> int:
        """How often the bot gave an own message a heart."""
        given = self.person.world.reactions.get(message, set())
        return sum(user == self.person.world.bot["id"] for user, _ in given)

    def count(self) -> int:
        """How much there is on the screen so far."""
        return len(self.person.screen())

    async def everything(self) -> list[str]:
        """All that was delivered here, raw."""
        answered = [
            one.shown
            for one in self.person.server.interactions.by_token.values()
            if one.user == self.person.user
        ]
        said = [self._without_me(message) for message in self.person.screen()]
        return [json.dumps(one, ensure_ascii=False) for one in (*said, *answered)]

    async def telltales(self) -> set[str]:
        """What would tell somebody else who this is."""
        world = self.person.world
        own = {message["id"] for message in world.messages[self.person.chat].values()}
        named = world.users[self.person.user]["username"]
        return own | {self.person.user, self.person.chat, named}

    def _all(self) -> list[Heard]:
        return [_heard(message) for message in self.person.screen()]

    def _without_me(self, message: Json) -> Json:
        return {key: value for key, value in message.items() if key != "author"}

    async def _next(
        self, wanted: Callable[[Heard], Any], what: str, within: float, sort: str = "mark"
    ) -> Heard:
        found: list[Heard] = []

        def look() -> bool:
            found[:] = [
                heard for heard in self._all()
                if wanted(heard) and (heard.id, sort + heard.body) not in self._taken
            ][:1]  # fmt: skip
            return bool(found)

        try:
            await self.person.server.until(look, what, within)
        except AssertionError:
            last = [(heard.text_id, heard.body[:90]) for heard in self._all()[-6:]]
            raise AssertionError(f"not within {within} s: {what}; shown {last}") from None
        self._taken.add((found[0].id, sort + found[0].body))
        return found[0]


def _heard(message: Json) -> Heard:
    words, html = shown(message["content"])
    reference = message.get("message_reference") or {}
    components = [one for row in message["components"] for one in row.get("components", [])]
    pressed = [
        str(value).rpartition(":")[2]
        for one in components
        for value in ([o["value"] for o in one["options"]] if one.get("options")
                      else [one["custom_id"]])
    ]  # fmt: skip
    code = _CODE.search(words)
    return Heard(
        id=message["id"],
        body=words,
        text_id=min(texts_in(words), default=""),
        about=code[0] if code else "",
        choices=pressed,
        answers=str(reference["message_id"]) if reference.get("message_id") else None,
        form=html or "",
        raw=message,
    )

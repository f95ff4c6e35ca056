"""Somebody at their client, in their chat with the bot: what they say, press and hear there."""

from dataclasses import dataclass, field
from typing import Any

from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.seen import Seen

KEYS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")
PATIENCE = 60.0  # seconds: the machine may be busy, and a condition costs nothing when it is met


@dataclass(slots=True)
class AtBot:
    """One person and the room in which they talk with the bot."""

    person: JsClient | NioPerson
    bot: str
    room: str = field(default="", repr=False)

    async def opens_a_chat(self) -> None:
        """An encrypted direct chat, which the bot comes into."""
        self.room = await self.person.open_direct(self.bot, within=PATIENCE)

    async def says(self, text: str) -> str:
        """Write something; the event's id."""
        return await self.person.send(self.room, text)

    async def replies(self, to: str, text: str) -> str:
        """Answer one message."""
        relation = {"m.in_reply_to": {"event_id": to}}
        content: dict[str, Any] = {"msgtype": "m.text", "body": text, "m.relates_to": relation}
        return await self.person.send_content(self.room, content)

    async def hears(self, text_id: str, within: float = PATIENCE) -> Seen:
        """The next text of the bot with this mark, in this room."""
        return await self.person.hears(text_id, within, room=self.room)

    async def reads(self, words: str, within: float = PATIENCE) -> Seen:
        """The next message with these words, in this room."""
        return await self.person.reads(words, within, room=self.room)

    async def asks(self, text: str, answer: str, within: float = PATIENCE) -> Seen:
        """Write something and hear the answer."""
        await self.says(text)
        return await self.hears(answer, within)

    async def reacts(self, question: Seen, choice: str) -> None:
        """Answer by the number under the question."""
        await self.person.react(self.room, question.id, KEYS[question.choices.index(choice)])

    async def types_number(self, question: Seen, choice: str) -> None:
        """Answer by typing the number."""
        await self.says(str(question.choices.index(choice) + 1))

    def heard(self, *text_ids: str) -> list[Seen]:
        """Everything of the bot with these marks, edits not counted, in the order they are shown in."""
        heard = [
            seen
            for seen in self.person.sights
            if seen.room == self.room
            and seen.sender == self.bot
            and seen.text_id in text_ids
            and not seen.replaces
        ]
        return sorted(heard, key=lambda seen: seen.place or 0)

"""The same words for whoever sits at a Matrix client, at our page or in Discord.

A story told with these does not know on which platform its people are.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from storage import visits
from storage.database import Database
from storage.vault import Vault, read_key_file
from tests.acceptance.at_bot import KEYS, PATIENCE, AtBot
from tests.acceptance.bot_process import BotProcess
from tests.acceptance.discord_seat import DiscordSeat
from tests.acceptance.heard import Heard
from tests.parts.web_page import WebPage
from tests.parts.web_visitor import Line

MARK = re.compile("[a-z]+(-[a-z]+)*")


class MatrixSeat(AtBot):
    """Somebody at a Matrix client, in their chat with the bot."""

    async def answers(self, question: Heard, choice: str) -> None:
        """Tap the number under a question."""
        await self.person.react(self.room, question.id, KEYS[question.choices.index(choice)])

    async def hears_next(self, text_id: str, within: float = PATIENCE) -> Heard:
        """The next text of the bot with this mark."""
        return _of_matrix(await self.hears(text_id, within))

    async def reads_next(self, words: str, within: float = PATIENCE) -> Heard:
        """The next message or change of the bot with these words."""
        return _of_matrix(await self.reads(words, within))

    async def edits(self, message: str, text: str) -> None:
        """Change an own message."""
        await self.person.edit(self.room, message, text)

    async def takes_back(self, message: str) -> None:
        """Take back an own message."""
        await self.person.redact(self.room, message)

    async def hearts(self, message: str) -> None:
        """Give it a heart."""
        await self.person.react(self.room, message, "❤️")

    async def sees_heart(self, message: str, within: float = PATIENCE) -> None:
        """Wait until an own message has a heart."""
        await self.person.sees_reaction(message, "❤️", within)

    async def sees_gone(self, message: str, within: float = PATIENCE) -> None:
        """Wait until a message of the bot is taken back."""
        await self.person.sees_redaction(message, within)

    async def sends_picture(self, data: bytes, name: str) -> None:
        """Send a JPEG."""
        await self.person.send_file(self.room, name, "image/jpeg", data, "m.image")

    async def sees_picture(self) -> bytes:
        """The next picture of the bot, opened."""
        shown = await self.person.sights.wait_for(
            lambda seen: (
                seen.room == self.room
                and seen.sender == self.bot
                and seen.content.get("msgtype") == "m.image"
            ),
            40,
            what="a picture",
            take=True,
        )
        return await self.person.fetch_file(shown)

    def lines(self, *text_ids: str) -> list[Heard]:
        """Everything with these marks, changes not counted, in the order it came."""
        return [_of_matrix(seen) for seen in self.heard(*text_ids)]

    def changes(self) -> list[str]:
        """What relayed messages were changed to, each as often as it was told."""
        return [
            seen.body
            for seen in self.person.sights
            if seen.replaces and seen.sender == self.bot and seen.text_id == "relay"
        ]

    def hearts_on(self, message: str) -> int:
        """How often the bot gave an own message a heart."""
        return sum(seen.reacts_to == (message, "❤️") for seen in self.person.sights)

    def count(self) -> int:
        """How much the client has been shown so far."""
        return len(self.person.sights)

    async def everything(self) -> list[str]:
        """All that was delivered here, raw."""
        return [
            json.dumps([seen.content, seen.sender, seen.state_key], ensure_ascii=False)
            for seen in self.person.sights
            if seen.room == self.room and seen.sender != self.person.user_id
        ]

    async def telltales(self) -> set[str]:
        """What would tell somebody else who this is."""
        own = {seen.id for seen in self.person.sights if seen.room == self.room}
        return own | {self.person.user_id, self.person.account.localpart, self.room}


@dataclass(slots=True)
class PageSeat:
    """Somebody at our page. Its window stays open, and looks for the bot when it is lost."""

    page: WebPage
    bot: BotProcess
    _taken: set[tuple[str, str]] = field(default_factory=set)
    _files: list[str] = field(default_factory=list)

    async def says(self, text: str) -> str:
        """Write something; the message's id."""
        return await self.page.says(text)

    async def replies(self, to: str, text: str) -> str:
        """Answer one message."""
        return await self.page.says(text, to=to)

    async def answers(self, question: Heard, choice: str) -> None:
        """Press the choice."""
        await self.page.presses(choice, question.raw)

    async def hears_next(self, text_id: str, within: float = PATIENCE) -> Heard:
        """The next text of the bot with this mark."""
        return await self._next(lambda line: line.text_id == text_id, text_id, within)

    async def reads_next(self, words: str, within: float = PATIENCE) -> Heard:
        """The next message or change of the bot with these words."""
        return await self._next(lambda line: words in line.text, words, within, "words")

    async def edits(self, message: str, text: str) -> None:
        """Change an own message."""
        await self.page.does("edit", message=message, text=text)

    async def takes_back(self, message: str) -> None:
        """Take back an own message."""
        await self.page.does("retract", message=message)

    async def hearts(self, message: str) -> None:
        """Give it a heart."""
        await self.page.does("react", message=message, key="❤️")

    async def sees_heart(self, message: str, within: float = PATIENCE) -> None:
        """Wait until an own message has a heart."""
        await self.page.until(lambda: self.hearts_on(message), within, "a heart")

    async def sees_gone(self, message: str, within: float = PATIENCE) -> None:
        """Wait until a message of the bot is taken back."""
        await self.page.until(lambda: self.page.lines[message].gone, within, "it gone")

    async def sends_picture(self, data: bytes, name: str) -> None:
        """Send a JPEG."""
        await self.page.sends(data, name, "image/jpeg")

    async def sees_picture(self) -> bytes:
        """The next picture of the bot, opened."""

        def is_picture(line: Line) -> bool:
            return str((line.frame.get("file") or {}).get("mime", "")).startswith("image/")

        line: Line = (await self._next(is_picture, "a picture", 40, "picture")).raw
        async with self.page.http.get(f"{self.page.base}files/{line.id}") as answer:
            assert answer.status == 200
            self._files.append(str(dict(answer.headers)))
            return await answer.read()

    def lines(self, *text_ids: str) -> list[Heard]:
        """Everything that came with these marks, in the order it came."""
        shown = [_of_page(line) for line in self.page.shown() if not line.mine]
        return [heard for heard in shown if heard.text_id in text_ids]

    def changes(self) -> list[str]:
        """What relayed messages were changed to, each as often as it was told."""
        told = [f for f in self.page.frames if f["is"] == "changed" and f["textId"] == "relay"]
        return [str(frame["text"]) for frame in told]

    def hearts_on(self, message: str) -> int:
        """How often the bot gave an own message a heart."""
        given = [f for f in self.page.frames if f["is"] == "reacted" and f["message"] == message]
        return sum(frame["key"] == "❤️" and not frame["mine"] for frame in given)

    def count(self) -> int:
        """How much the page has been shown so far."""
        return len(self.page.frames)

    async def everything(self) -> list[str]:
        """All that was delivered here, raw."""
        shown = [frame for frame in self.page.frames if not frame.get("mine")]
        return [*self._files, *(json.dumps(frame, ensure_ascii=False) for frame in shown)]

    async def telltales(self) -> set[str]:
        """What would tell somebody else who this is."""
        jar = {cookie.key: cookie.value for cookie in self.page.http.cookie_jar}
        secret = jar["peerbot-visit"]
        vault = Vault(read_key_file(self.bot.folder / "peerbot.key"))
        database = Database(self.bot.folder / "peerbot.db", vault)
        try:
            visit = await database.read(visits.find, secret, datetime(2000, 1, 1, tzinfo=UTC))
        finally:
            await database.close()
        assert visit is not None
        own = {line.id for line in self.page.lines.values()}
        return own | {secret, visit.account, visit.id}

    async def _next(self, wanted: Any, what: str, within: float, sort: str = "mark") -> Heard:
        found: list[Line] = []

        def look() -> bool:
            found[:] = [
                line for line in self.page.shown()
                if not line.mine and wanted(line) and (line.id, sort + line.text) not in self._taken
            ][:1]  # fmt: skip
            return bool(found)

        await self.page.until(look, within, what)
        self._taken.add((found[0].id, sort + found[0].text))
        return _of_page(found[0])


Seat = MatrixSeat | PageSeat | DiscordSeat


def everything_is_marked(seat: Seat) -> None:
    """Contract rule 6: software can read what each message is."""
    if isinstance(seat, MatrixSeat):
        from tests.acceptance import promised

        promised.everything_is_marked(seat)
        return
    if isinstance(seat, DiscordSeat):
        return  # Discord has no place for marks
    said = [line for line in seat.page.shown() if not line.mine]
    assert said
    for line in said:
        assert MARK.fullmatch(line.text_id), line
        about = line.frame.get("about", "")
        assert not about or re.fullmatch("[A-Z0-9]{4,8}", about), line


async def nothing_of_the_other(seat: Seat, other: Seat, least: int = 10) -> None:
    """No account, visit, room or message id of the other is in anything that was delivered."""
    theirs, given = await other.telltales(), await seat.everything()
    assert len(given) > least
    found = [one for one in theirs if one and any(one in delivered for delivered in given)]
    assert not found, found


def _of_matrix(seen: Any) -> Heard:
    relation = seen.content.get("m.relates_to", {}).get("m.in_reply_to", {})
    return Heard(
        id=seen.replaces or seen.id,
        body=seen.body,
        text_id=str(seen.text_id),
        about=seen.about or "",
        choices=seen.choices,
        answers=relation.get("event_id"),
        form=str(seen.content.get("formatted_body") or ""),
        raw=seen,
    )


def _of_page(line: Line) -> Heard:
    return Heard(
        id=line.id,
        body=line.text,
        text_id=line.frame["textId"],
        about=line.frame.get("about", ""),
        choices=[choice["id"] for choice in line.frame.get("choices") or ()],
        answers=line.frame.get("to"),
        form=str(line.frame.get("html") or ""),
        raw=line,
    )

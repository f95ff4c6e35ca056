"""The contract on Discord: a server of ours that speaks its protocol, and discord.py as it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from bot.messages import Address, Left, Place
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.shown import shown
from tests.platforms.contract.rig import Guest, Rig, Sight
from tests.platforms.discord.running import RunningDiscord

HEART_PARTS = 3  # of a reaction's id: the message, who, and what


class DiscordGuest(Guest):
    """Somebody with an account, in a server where the bot is."""

    def __init__(self, rig: "DiscordRig", person: DiscordPerson) -> None:
        super().__init__(rig)
        self.person = person
        self.address = Address("discord", person.user)
        self.place = Place("discord", person.chat)

    def screen(self) -> list[Sight]:
        gone = self.person.world.gone.get(self.person.chat, [])
        taken_back = [Sight(id=id, text="", gone=True) for id in gone]
        return [*map(self._sight, self.person.screen()), *taken_back]

    def hearts_on(self, message: str) -> list[str]:
        world = self.person.world
        given = world.reactions.get(message, set())
        return [key for user, key in given if user == world.bot["id"]]

    def sees_typing(self) -> bool:
        return self.person.sees_typing()

    async def says(self, text: str, *, to: str | None = None) -> str:
        return str(self.person.says(text, to=to)["id"])

    async def edits(self, message: str, text: str) -> None:
        self.person.edits(message, text)

    async def takes_back(self, message: str) -> None:
        parts = message.split(".")
        if len(parts) == HEART_PARTS:
            self.person.reacts(parts[0], parts[2], on=False)
        else:
            self.person.deletes(message)

    async def reacts(self, message: str, key: str) -> str:
        self.person.reacts(message, key)
        return f"{message}.{self.person.user}.{key}"

    async def presses(self, question: Sight, choice: str) -> None:
        message = self.person.world.message(self.person.chat, question.id)
        self.person.presses(message, ends=f":{choice}")

    async def sends(self, data: bytes, name: str, mime: str) -> str:
        return str(self.person.says("", files=[(name, data)])["id"])

    async def fetches(self, sight: Sight) -> bytes:
        message = self.person.world.message(self.person.chat, sight.id)
        return self.person.world.files[message["attachments"][0]["id"]]

    async def goes(self) -> None:
        """What a client shows is what the server has, whenever it looks."""

    async def comes_back(self) -> None:
        """And so there is nothing to catch up with."""

    async def leaves_for_good(self) -> None:
        self.person.world.delete_account(self.person.user)
        await self.rig.delivers(self.letter("Are you there?"), "after they left")
        await self.rig.hears(Left, lambda left: left.sender == self.address)

    def _sight(self, message: Mapping[str, Any]) -> Sight:
        text, html = shown(message["content"])
        files = [
            {"name": f["filename"], "mime": f.get("content_type"), "size": f["size"],
             "width": f.get("width"), "height": f.get("height")}
            for f in message["attachments"]
        ]  # fmt: skip
        reference = message.get("message_reference") or {}
        answers = reference.get("message_id")
        buttons = [one for row in message["components"] for one in row["components"]]
        return Sight(
            id=message["id"],
            text=text,
            html=html,
            choices=tuple(button["custom_id"].rpartition(":")[2] for button in buttons),
            answers=None if answers is None else str(answers),
            edits=len(message["history"]),
            file=files[0] if files else None,
            rings=bool(message["mentions"] or message["mention_everyone"]),
        )


class DiscordRig(RunningDiscord, Rig):
    """The bot's application, one server, and the people in it."""

    name = "discord"
    has_rooms = True
    has_events = True
    has_marks = False

    @classmethod
    async def begun(cls, folder: Path) -> Self:
        """At work, with a fresh application."""
        rig = cls()
        await rig.open()
        return rig

    async def somebody(self, name: str) -> DiscordGuest:
        return DiscordGuest(self, self.person(name))

    async def comes(self, guest: Guest) -> None:
        assert isinstance(guest, DiscordGuest)
        await self.until(lambda: self.server.world.commands, 20, "the slash commands")
        guest.person.calls("start")

    async def closed(self) -> None:
        await self.shut()

"""A town with people on three platforms: at Matrix, on Discord, and at our page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.messages import Address, Away, Left, Opened, Place
from bot.platforms.platform import Platform
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Wire
from storage import ways_in
from storage.database import Transaction
from storage.ways_in import Kind
from tests.stories.steps import asks_to_talk
from tests.stories.story_town import StoryTown

PAGE = {"address": "https://chat.example.org/"}
OFF_DISCORD = Config.model_validate({"platforms": {"discord": {}, "web": PAGE}})
ON_DISCORD = Config.model_validate({"platforms": {"discord": {"relay": True}, "web": PAGE}})


class BroadTown(StoryTown):
    """Whoever is called `name@discord` lives there; the others on Matrix."""

    def __init__(self, folder: Path, **more: Any) -> None:
        self.others = {"discord": Wire("discord"), "web": Wire("web")}
        super().__init__(folder, **more)
        for wire in self.others.values():
            wire.shown = self.wire.shown  # everybody reads what is shown to them, wherever

    def ways_out(self) -> Mapping[str, Platform]:
        return {self.wire.name: self.wire, **self.others}

    def address_of(self, name: str) -> Address:
        who, at, platform = name.partition("@")
        return Address(platform, who) if at else super().address_of(name)

    def home_of(self, address: Address) -> Place:
        return Place(address.platform, f"dm:{address.user}")


class AtPage(Townsperson):
    """Somebody who opened the link they were given, in a browser."""

    def __init__(self, town: BroadTown, whose: Townsperson, account: str) -> None:
        super().__init__(town, whose.name)
        self.address = Address("web", account)
        self.place = Place("web", account)

    async def opens(self) -> None:
        """The page is open, and says so."""
        happened = self._happening("opened")
        await self.town.happens(Opened(**happened))

    async def looks_away(self) -> None:
        """They have not looked for a while."""
        await self.town.happens(Away(**self._happening("away")))

    async def closes(self) -> None:
        """They sign out of it."""
        await self.town.happens(Left(**self._happening("left")))

    def _happening(self, kind: str) -> dict[str, Any]:
        return {"id": self.town.next_id(kind), "at": self.town.now, "sender": self.address,
                "place": self.place}  # fmt: skip


def link_in(text: str) -> str:
    """The key of the link that a text shows."""
    return text.split("?enter#")[1].split(maxsplit=1)[0]


async def by_the_link(person: Townsperson) -> AtPage:
    """They open the last link that they were shown. It opens once."""
    town = person.town
    assert isinstance(town, BroadTown)
    text = next(s.text for s in reversed(person.seen()) if "?enter#" in s.text)

    def use(db: Transaction) -> str:
        way = ways_in.use(db, Kind.LINK, link_in(text), town.now)
        assert way is not None, "the link does not open any more"
        return way.account

    there = AtPage(town, person, await town.database.run(use))
    await there.opens()
    return there


async def rosa_and_mia(town: BroadTown, volunteer: str = "mia") -> tuple[Townsperson, Townsperson]:
    """Rosa writes from Discord; the two have been brought together, and nobody has come yet."""
    mia = await town.volunteer(volunteer)
    rosa = await town.receiver("rosa@discord")
    await asks_to_talk(rosa)
    await mia.presses("accept")
    return rosa, mia


def through_discord(town: BroadTown) -> str:
    """All that anybody was shown on Discord."""
    return "\n".join(s.text for s in town.wire.shown if s.place.platform == "discord")

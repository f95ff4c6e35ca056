"""The contract on Matrix: a real Synapse, and people with matrix-nio clients."""

import asyncio
from typing import Self

from bot.messages import Address, Left, Place
from bot.platforms.matrix import MatrixPlatform
from tests.parts.nio_client import NioPerson
from tests.parts.seen import Seen
from tests.parts.synapse import Synapse
from tests.platforms.contract.rig import Guest, Rig, Sight
from tests.platforms.matrix.running import RunningBot

KEYS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")


class MatrixGuest(Guest):
    """Somebody with an encrypted client."""

    def __init__(self, rig: "MatrixRig", person: NioPerson) -> None:
        super().__init__(rig)
        self.bot = rig.user_id
        self.person = person
        self.address = Address("matrix", person.user_id)
        self.place = Place("matrix", "")

    def screen(self) -> list[Sight]:
        said = [
            seen
            for seen in self._of_the_bot("m.room.message")
            if not seen.replaces and seen.content.get("msgtype")
        ]
        return [self._sight(seen) for seen in said]

    def hearts_on(self, message: str) -> list[str]:
        given = [(seen.id, seen.reacts_to) for seen in self._of_the_bot("m.reaction")]
        gone = self._gone()
        return [about[1] for id, about in given if about and about[0] == message and id not in gone]

    def sees_typing(self) -> bool:
        notices = [seen for seen in self.person.sights if seen.type == "m.typing"]
        return bool(notices) and self.bot in notices[-1].content.get("user_ids", [])

    async def says(self, text: str, *, to: str | None = None) -> str:
        return await self.person.send(self.place.room, text, reply_to=to)

    async def edits(self, message: str, text: str) -> None:
        await self.person.edit(self.place.room, message, text)

    async def takes_back(self, message: str) -> None:
        await self.person.redact(self.place.room, message)

    async def reacts(self, message: str, key: str) -> str:
        return await self.person.react(self.place.room, message, key)

    async def presses(self, question: Sight, choice: str) -> None:
        key = KEYS[question.choices.index(choice)]
        await self.person.sees_reaction(question.id, key)  # the bot's own, there to be tapped
        await self.person.react(self.place.room, question.id, key)

    async def sends(self, data: bytes, name: str, mime: str) -> str:
        msgtype = "m.image" if mime.startswith("image/") else "m.file"
        return await self.person.send_file(self.place.room, name, mime, data, msgtype)

    async def fetches(self, sight: Sight) -> bytes:
        (seen,) = [seen for seen in self._of_the_bot("m.room.message") if seen.id == sight.id]
        return await self.person.fetch_file(seen)

    async def goes(self) -> None:
        await self.person.rests()

    async def comes_back(self) -> None:
        self.person.wakes()

    async def leaves_for_good(self) -> None:
        await self.person.leave(self.place.room)
        left = await self.rig.hears(Left, lambda left: left.sender == self.address)
        await self.goes()  # whoever is written to after that is invited; they do not want that
        _, place = await self.rig.says(self.letter("Are you there?"), f"after {left.id}")
        path = f"/_matrix/client/v3/rooms/{place.room}/leave"
        assert isinstance(self.rig, MatrixRig)
        self.rig.synapse.call("POST", path, {}, token=self.person.client.access_token)
        await self.rig.hears(Left, lambda left: left.place == place)

    def _of_the_bot(self, sort: str) -> list[Seen]:
        return [s for s in self.person.sights if s.sender == self.bot and s.type == sort]

    def _gone(self) -> set[str]:
        return {seen.redacts for seen in self.person.sights if seen.redacts}

    def _sight(self, seen: Seen) -> Sight:
        edits = [edit for edit in self._of_the_bot("m.room.message") if edit.replaces == seen.id]
        latest = edits[-1].content["m.new_content"] if edits else seen.content
        gone = seen.id in self._gone()
        relation = seen.content.get("m.relates_to", {}).get("m.in_reply_to", {})
        info = seen.content.get("info", {})
        return Sight(
            id=seen.id,
            text="" if gone else latest["body"],
            html=latest.get("formatted_body"),
            text_id=latest.get("org.peerbot.text", ""),
            about=seen.about or "",
            choices=tuple(seen.choices),
            answers=relation.get("event_id"),
            edits=len(edits),
            gone=gone,
            file=None if "info" not in seen.content else {
                "name": seen.content["filename"], "mime": info["mimetype"], "size": info["size"],
                "width": info.get("w"), "height": info.get("h"),
            },
            rings=latest.get("m.mentions") != {},
            tightly=seen.encrypted,
        )  # fmt: skip


class MatrixRig(RunningBot, Rig):
    """The bot's account and the people who write to it, on one server."""

    name = "matrix"
    has_rooms = True
    not_set_up = frozenset({"matrix: coordinators' room"})
    synapse: Synapse
    people: list[NioPerson]

    @classmethod
    async def begun(cls, synapse: Synapse) -> Self:
        """At work, with a fresh account."""
        rig = cls.of(synapse)
        rig.synapse = synapse
        rig.people = []
        await rig.start()
        return rig

    async def somebody(self, name: str) -> MatrixGuest:
        person = NioPerson.of(self.synapse, name)
        self.people.append(person)
        await person.start()
        return MatrixGuest(self, person)

    async def comes(self, guest: Guest) -> None:
        assert isinstance(guest, MatrixGuest)
        guest.place = Place("matrix", await guest.person.open_direct(self.user_id))

    async def closed(self) -> None:
        await asyncio.gather(*(person.close() for person in self.people))
        await self.remove()

    def idle(self) -> MatrixPlatform:
        return self._fresh()

"""Somebody in the town: what they do, and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.messages import (
    Address,
    Edited,
    Filled,
    IncomingFile,
    Left,
    Place,
    PlaceKind,
    Pressed,
    Reacted,
    Retracted,
    Said,
)
from bot.rehearsal.wire import Shown

if TYPE_CHECKING:
    from bot.rehearsal.town import Town


class Townsperson:
    """One person. Whatever they were ever shown stays pressable, as on a real phone."""

    def __init__(self, town: Town, name: str) -> None:
        self.town = town
        self.name = name
        self.address: Address = town.address_of(name)
        self.place: Place = town.home_of(self.address)
        self._read = 0

    async def says(self, text: str, *, html: str | None = None, to: str | None = None,
                   in_room: bool = False) -> str:  # fmt: skip
        """They write; the id of their message. `to`: the id of the message they reply to."""
        message = self.town.next_id()
        place = self.town.room if in_room else self.place
        assert place is not None
        await self.town.happens(
            Said(
                id=f"event:{message}",
                at=self.town.now,
                sender=self.address,
                place=place,
                kind=PlaceKind.COORDINATORS if in_room else PlaceKind.DIRECT,
                message=message,
                text=text,
                html=html,
                replying_to=to,
            )
        )
        return message

    async def sends(self, data: bytes, name: str = "IMG_1.jpg", mime: str = "image/jpeg") -> str:
        """They send a file; the id of their message."""
        message = self.town.next_id()
        self.town.wire.files[message] = data
        file = IncomingFile(handle=message, name=name, mime=mime, size=len(data))
        await self.town.happens(
            Said(
                id=f"event:{message}", at=self.town.now, sender=self.address, place=self.place,
                message=message, text="", file=file,
            )
        )  # fmt: skip
        return message

    async def edits(self, message: str, text: str, html: str | None = None) -> None:
        """They change a message of theirs."""
        await self.town.happens(
            Edited(
                id=self.town.next_id("edit"), at=self.town.now, sender=self.address,
                place=self.place, message=message, text=text, html=html,
            )
        )  # fmt: skip

    async def deletes(self, message: str) -> None:
        """They take a message of theirs back."""
        await self.town.happens(
            Retracted(
                id=self.town.next_id("gone"), at=self.town.now, sender=self.address,
                place=self.place, message=message,
            )
        )  # fmt: skip

    async def reacts(self, key: str, message: str | None = None, in_room: bool = False) -> str:
        """They react to a message, the last one unless told which; the reaction's id."""
        place = self.town.room if in_room else self.place
        assert place is not None
        reaction = self.town.next_id("r")
        await self.town.happens(
            Reacted(
                id=f"event:{reaction}", at=self.town.now, sender=self.address, place=place,
                kind=PlaceKind.COORDINATORS if in_room else PlaceKind.DIRECT,
                message=message or self.last_question(in_room).id, reaction=reaction, key=key,
            )
        )  # fmt: skip
        return reaction

    async def presses(self, choice: str, question: Shown | None = None,
                      in_room: bool = False) -> None:  # fmt: skip
        """They press a choice of the last question that has it, or of an older one."""
        asked = question or self._offering(choice, in_room)
        place = self.town.room if in_room else self.place
        assert place is not None
        await self.town.happens(
            Pressed(
                id=self.town.next_id("press"), at=self.town.now, sender=self.address,
                place=place, kind=PlaceKind.COORDINATORS if in_room else PlaceKind.DIRECT,
                question=asked.letter.question, choice=choice,
            )
        )  # fmt: skip

    async def fills_in(self, question: Shown, **values: str) -> None:
        """They fill in the form that stands under a question."""
        assert question.letter.form is not None, "there is no form under it"
        await self.town.happens(
            Filled(
                id=self.town.next_id("form"), at=self.town.now, sender=self.address,
                place=self.place, question=question.letter.question, values=values,
            )
        )  # fmt: skip

    async def leaves(self) -> None:
        """They close the door they talked through."""
        await self.town.happens(
            Left(id=self.town.next_id("left"), at=self.town.now, sender=self.address,
                 place=self.place)
        )  # fmt: skip

    def seen(self) -> list[Shown]:
        """Everything they were ever shown in private."""
        return self.town.wire.seen_in(self.place)

    def heard(self) -> list[str]:
        """Text ids of what they were shown since they last looked."""
        return [shown.letter.mark.text_id for shown in self.news()]

    def news(self) -> list[Shown]:
        """What they were shown since they last looked."""
        seen = self.seen()
        fresh, self._read = seen[self._read :], len(seen)
        return fresh

    def last(self) -> Shown:
        """The last thing they were shown."""
        return self.seen()[-1]

    def questions(self) -> list[Shown]:
        """Every question they were ever asked, the oldest first."""
        return [shown for shown in self.seen() if shown.letter.choices]

    def last_question(self, in_room: bool = False) -> Shown:
        """The last question they were asked."""
        if in_room:
            assert self.town.room is not None
            return [s for s in self.town.wire.seen_in(self.town.room) if s.letter.choices][-1]
        return self.questions()[-1]

    def _offering(self, choice: str, in_room: bool) -> Shown:
        assert self.town.room is not None or not in_room
        place = self.town.room if in_room and self.town.room else self.place
        for shown in reversed(self.town.wire.seen_in(place)):
            if choice in [c.id for c in shown.letter.choices]:
                return shown
        raise LookupError(f"{self.name} was never asked anything with the choice {choice}")

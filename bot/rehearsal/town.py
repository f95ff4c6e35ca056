"""A small town to try the service in: people with names, a clock we turn ourselves, no network."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from bot.config import Config
from bot.conversation.desk import Desk
from bot.conversation.reception import Reception
from bot.domain.decision import StartTimer
from bot.domain.duty import DUTY_ENDS
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.messages import Address, Incoming, Place
from bot.platforms.platform import Platform
from bot.programmes.loading import load_all
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Wire
from bot.runtime.clock import Clock
from bot.runtime.counting import Counting
from bot.runtime.courier import Courier
from bot.runtime.engine import Engine
from bot.runtime.pacing import Pace
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of
from handlers import everything
from storage import people, timers, volunteers
from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.vault import Key, Vault

EVENING = datetime(2030, 1, 7, 19, 0, tzinfo=UTC)  # a Monday, eight in the evening in Copenhagen


class Town:
    """The real bot with its wire and clock replaced. Make one with `begin`."""

    def __init__(
        self,
        folder: Path,
        *,
        config: Config,
        programmes: dict[str, Programme],
        now: datetime = EVENING,
        key: Key | None = None,
        room: bool = False,
        strict: bool = True,
        opens: Callable[[Path, Vault], Database] = Database,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.now = now
        self.people: dict[str, Townsperson] = {}
        self.wire = Wire()
        self.room = Place(self.wire.name, "coordinators") if room else None
        self.vault = Vault(key or Key.new())
        self.database = opens(folder / "town.db", self.vault)
        texts = {p.name: p.texts for p in programmes.values()}
        router = everything()
        self.desk = Desk(
            config=config,
            programmes=programmes,
            catalogue=catalogue
            or Catalogue.load(texts, facts_of(config, programmes), strict=strict),
            commands=router.vocabulary().commands,
            coordinators_rooms={name: self.room for name in programmes} if self.room else {},
        )
        self.reception = Reception(self.desk, router, Pace())
        self.engine = Engine(self.database, self.reception, lambda: self.now)
        self.courier = Courier(
            self.database, self.engine, self.desk, self.ways_out(), lambda: self.now
        )
        self.clock = Clock(self.database, self.engine, lambda: self.now, self.courier.next_due)
        self.counting = Counting(self.database, self.engine, self.desk, lambda: self.now)
        self._ids = itertools.count(1)

    @classmethod
    async def begin(
        cls,
        folder: Path,
        *,
        now: datetime = EVENING,
        config: Config | None = None,
        programme: Programme | None = None,
        room: bool = False,
        key: Key | None = None,
    ) -> Self:
        """A town with its database made; the drop-in programme unless another is given."""
        chosen = {programme.name: programme} if programme else dict(load_all(("drop-in",)))
        config = config or Config()
        town = cls(folder, config=config, programmes=chosen, now=now, room=room, key=key)
        await migrate(town.database)
        return town

    def ways_out(self) -> Mapping[str, Platform]:
        """What letters of this town are sent by."""
        return {self.wire.name: self.wire}

    @property
    def programme(self) -> Programme:
        """The programme everybody here knows."""
        return self.desk.main

    def next_id(self, kind: str = "e") -> str:
        """A fresh id for something that happens."""
        return f"${kind}{next(self._ids)}"

    def stranger(self, name: str) -> Townsperson:
        """Somebody the bot has not met."""
        return self.people.setdefault(name, Townsperson(self, name))

    async def receiver(self, name: str, language: str = "en") -> Townsperson:
        """Somebody who has met the bot and consented."""
        person = self.stranger(name)
        await self.database.run_caused(f"settle:{name}", _settle, person.address, language, self)
        return person

    async def coordinator(self, name: str, language: str = "en") -> Townsperson:
        """Somebody who coordinates."""
        person = await self.receiver(name, language)
        await self.database.run(people.appoint, person.address, language, ZONE, self.now)
        return person

    async def volunteer(
        self,
        name: str,
        *,
        hours: float = 3,
        topics: Sequence[str] | None = None,
        languages: Sequence[str] = ("da", "en"),
        forms: Sequence[str] | None = None,
        on_duty: bool = True,
        language: str = "en",
    ) -> Townsperson:
        """An active volunteer who goes by their own name here, on duty unless told otherwise."""
        person = await self.receiver(name, language)
        known = frozenset(self.programme.topic_ids if topics is None else topics)
        spoken = [form.value for form in self.programme.forms] if forms is None else forms

        def settle(db: Transaction) -> None:
            met = people.recognise(db, person.address)
            assert met is not None
            until = self.now + timedelta(hours=hours)
            volunteer = Volunteer(
                person=PersonId(met.id),
                programme=self.programme.name,
                name=name.title(),
                status=VolunteerStatus.ACTIVE,
                topics=known,
                languages=frozenset(languages),
                forms=frozenset(spoken),
                on_duty_since=self.now if on_duty else None,
                on_duty_until=until if on_duty else None,
            )
            volunteers.save(db, volunteer)
            if on_duty:
                timer = StartTimer(DUTY_ENDS, met.id, until)
                timers.start(db, timer.kind, timer.about, timer.due)

        await self.database.run(settle)
        return person

    async def happens(self, event: Incoming) -> None:
        """Something happens, and everything that follows at once."""
        await self.engine.handle(event)
        await self.settle()

    async def settle(self) -> None:
        """Send everything and ring everything that is due at this moment."""
        while True:
            await self.counting.count()
            await self.courier.send_all()
            if not await self.clock.ring():
                break
        await self.courier.send_all()

    async def later(self, **delta: float) -> None:
        """Let time pass, stopping at everything that is due on the way."""
        end = self.now + timedelta(**delta)
        while (coming := await self.next_due()) is not None and coming <= end:
            self.now = max(self.now, coming)
            await self.settle()
        self.now = end
        await self.settle()

    async def next_due(self) -> datetime | None:
        """When the next thing happens by itself."""
        moments = (await self.database.read(timers.next_due), await self.courier.next_due())
        coming = [moment for moment in moments if moment is not None]
        return min(coming) if coming else None

    def heard_in_room(self) -> list[str]:
        """Text ids of everything said in the coordinators' room."""
        assert self.room is not None
        return [shown.letter.mark.text_id for shown in self.wire.seen_in(self.room)]

    def address_of(self, name: str) -> Address:
        """A person's address in this town."""
        return Address(self.wire.name, f"@{name}:town.example")

    def home_of(self, address: Address) -> Place:
        """Where a person of this town talks with the bot in private."""
        return self.wire.home_of(address)

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()


ZONE = "Europe/Copenhagen"


def _settle(db: Transaction, address: Address, language: str, town: Town) -> None:
    met = people.recognise(db, address) or people.meet(db, address, language, True, ZONE, town.now)
    people.heard_at(db, met.id, town.home_of(address), town.now)
    people.save(db, replace(met, consented_at=town.now, language=language, language_known=True))

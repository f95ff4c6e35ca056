"""One evening in the town with a bad network, a failing disk and a process that keeps dying.

Everything that happens follows from the seed. What people wrote, and what they were shown, is
remembered outside the bot, and compared afterwards.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from bot.config import Config
from bot.messages import Incoming, Pressed, Said
from bot.platforms.platform import GaveUp, Letter, Outcome, RetryLater, Why
from bot.programmes.loading import load_all
from bot.rehearsal import town as town_module
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Shown, Wire
from bot.runtime import courier
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of
from storage import contacts, outbox, people, requests
from storage.database import is_trouble
from storage.vault import Key
from tests.runtime.straight import StraightDatabase

KEY = Key(b"i" * 32, {1: b"s" * 32})
RECEIVERS, VOLUNTEERS = ("rosa", "ib"), ("mia", "ole", "ann")
_DROP_IN = load_all(("drop-in",))["drop-in"]
BRISK = replace(  # the same rules with shorter times: fewer signs of life until all is over
    _DROP_IN,
    limits=replace(_DROP_IN.limits, session_minutes=9, notice_minutes=3, gap_minutes=1),
    routing=replace(
        _DROP_IN.routing, wave_size=2, wave_minutes=3, offer_minutes=4, alarm_minutes=5,
        other_doors_minutes=5, give_up_minutes=7, sign_of_life_minutes=4, first_word_minutes=4,
    ),
)  # fmt: skip
PROGRAMMES = {BRISK.name: BRISK}


class Died(BaseException):
    """The process is gone, here and now."""


@dataclass(slots=True)
class Message:
    """Something one of two people in touch wrote."""

    contact: str
    sender: str
    reader: str
    text: str


@dataclass(slots=True)
class Evening:
    """A town that is opened again, on the same file, whenever its process died."""

    folder: Path
    seed: int
    chance: Random = field(init=False)
    town: Town = field(init=False)
    wire: Wire = field(default_factory=Wire)
    events: list[Incoming] = field(default_factory=list)
    relayed: list[Message] = field(default_factory=list)
    deaths: int = 0
    calm: bool = False

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.wire.trouble = self._trouble
        self.wire.trouble_after = self._trouble_after

    async def begin(self, template: Path) -> None:
        """Open it, with everybody there."""
        shutil.copy(template, self.folder / "town.db")
        self.town = self._opened()
        for name in (*RECEIVERS, *VOLUNTEERS):
            self.town.stranger(name)

    async def goes_on(self, acts: int) -> None:
        """So many things happen."""
        for _ in range(acts):
            await self._somebody_acts(self.chance.choice((*RECEIVERS, *VOLUNTEERS)))
            if self.chance.random() < 0.75:
                await self._alive(self.town.courier.send_all)
            if self.chance.random() < 0.2:
                await self._time_passes(self.chance.choice((1, 30, 200, 400)))

    async def quiets_down(self) -> None:
        """No more trouble, and time for everything to end."""
        self.calm = True
        await self.town.later(minutes=40)

    async def _time_passes(self, seconds: float) -> None:
        end = self.town.now.timestamp() + seconds
        for _ in range(20):
            coming = await self.town.next_due()
            if coming is None or coming.timestamp() > end:
                break
            self.town.now = max(self.town.now, coming)
            await self._alive(self.town.clock.ring)
            await self._alive(self.town.courier.send_all)
        self.town.now = self.town.now.fromtimestamp(end, self.town.now.tzinfo)

    async def _somebody_acts(self, name: str) -> None:
        me = self.town.people[name]
        person = await self.town.database.read(people.recognise, me.address)
        assert person is not None
        contact = await self.town.database.read(contacts.open_of, person.id)
        if contact is not None:
            await self._in_contact(me, contact.id, self._name_of(contact.other(person.id)))
        elif name in VOLUNTEERS:
            await self._press_something(me, {"accept": 5, "decline": 1, "light": 1, "no-thanks": 1})
        elif await self.town.database.read(requests.waiting_by, person.id) is None:
            await self._say(me, "talk")
            for _ in range(4):
                await self._say(me, "skip")
        elif self.chance.random() < 0.1:
            await self._say(me, "cancel")

    async def _in_contact(self, me: Townsperson, contact: str, other: str) -> None:
        for _ in range(self.chance.randint(1, 3)):
            text = f"word {len(self.relayed)} of {me.name}"
            self.relayed.append(Message(contact, me.name, other, text))
            await self._say(me, text)
            if not await self._still(me, contact):
                return
        if self.chance.random() < 0.25:
            word = "!handover" if me.name in VOLUNTEERS and self.chance.random() < 0.5 else "!end"
            await self._say(me, word)

    async def _still(self, me: Townsperson, contact: str) -> bool:
        person = await self.town.database.read(people.recognise, me.address)
        assert person is not None
        now_in = await self.town.database.read(contacts.open_of, person.id)
        return now_in is not None and now_in.id == contact

    async def _press_something(self, me: Townsperson, wishes: dict[str, int]) -> None:
        for asked in reversed(me.questions()[-3:]):
            ids = [choice.id for choice in asked.letter.choices if choice.id in wishes]
            if ids:
                choice = self.chance.choices(ids, [wishes[id] for id in ids])[0]
                await self._press(me, asked, choice)
                return

    async def _say(self, me: Townsperson, text: str) -> None:
        message = self.town.next_id()
        await self._happens(
            Said(
                id=f"event:{message}", at=self.town.now, sender=me.address, place=me.place,
                message=message, text=text,
            )
        )  # fmt: skip

    async def _press(self, me: Townsperson, asked: Shown, choice: str) -> None:
        await self._happens(
            Pressed(
                id=self.town.next_id("press"), at=self.town.now, sender=me.address,
                place=me.place, question=asked.letter.question, choice=choice,
            )
        )  # fmt: skip

    async def _happens(self, event: Incoming) -> None:
        """A platform hands it in until it is taken, and after a death perhaps once more."""
        self.events.append(event)
        while not await self._alive(lambda: self.town.engine.handle(event)):
            pass
        if self.chance.random() < 0.1:
            await self._alive(lambda: self.town.engine.handle(event))

    async def _alive(self, work: Callable[[], Any]) -> bool:
        """Do it with whatever the disk and the process do meanwhile; whether it was done."""
        try:
            await work()
        except Died:
            self.deaths += 1
            await self._open_again()
            return False
        except Exception as fault:
            if not is_trouble(fault):
                raise
            return False
        return True

    async def _open_again(self) -> None:
        old = self.town
        await old.database.close()
        self.town = self._opened()
        self.town.now, self.town.people, self.town._ids = old.now, old.people, old._ids
        for person in self.town.people.values():
            person.town = self.town
        if self.chance.random() < 0.5:  # as a start does; without it leases run out by themselves
            await self._alive(lambda: self.town.database.run(outbox.let_go_all))

    def _opened(self) -> Town:
        town = Town(
            self.folder,
            config=Config(),
            programmes=PROGRAMMES,
            key=KEY,
            opens=StraightDatabase,
            catalogue=_texts(),
        )
        assert isinstance(town.database, StraightDatabase)
        sa.event.listen(town.database.straight, "commit", lambda connection: self._committing())
        return town

    def _committing(self) -> None:
        happens = 1.0 if self.calm else self.chance.random()
        if happens < 0.02:
            raise sa.exc.OperationalError("COMMIT", {}, OSError("disk full"))
        if happens < 0.03:
            raise Died

    def _trouble(self, letter: Letter) -> Outcome | None:
        happens = 1.0 if self.calm else self.chance.random()
        if happens < 0.02:
            raise Died
        if happens < 0.12:
            return RetryLater(after=self.chance.choice((None, 0.5, 20.0)))
        if happens < 0.14 and letter_text(letter) in ("relay", "offer"):
            return GaveUp(why=Why.UNREACHABLE)
        return None

    def _trouble_after(self, letter: Letter) -> Outcome | None:
        happens = 1.0 if self.calm else self.chance.random()
        if happens < 0.03:
            raise Died
        return RetryLater() if happens < 0.1 else None

    def _name_of(self, id: str) -> str:
        return NAMES[id]


NAMES: dict[str, str] = {}


def letter_text(letter: Letter) -> str:
    """The text id of a letter that has one."""
    mark = getattr(letter, "mark", None)
    return mark.text_id if mark else ""


async def make_template(folder: Path) -> Path:
    """A town where everybody has been met, to be copied for each evening."""
    town = await Town.begin(folder, key=KEY, programme=BRISK)
    for name in RECEIVERS:
        await town.receiver(name)
    for name in VOLUNTEERS:
        await town.volunteer(name)
    for name in (*RECEIVERS, *VOLUNTEERS):
        met = await town.database.read(people.recognise, town.address_of(name))
        assert met is not None
        NAMES[met.id] = name
    await town.database.checkpoint()
    await town.close()
    return folder / "town.db"


@contextmanager
def played_in(evening: Evening) -> Iterator[None]:
    """The wire outlives the process, and chance comes from the seed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(town_module, "Wire", lambda: evening.wire)
        patch.setattr(courier, "random", evening.chance)
        yield


@cache
def _texts() -> Catalogue:
    texts = {p.name: p.texts for p in PROGRAMMES.values()}
    return Catalogue.load(texts, facts_of(Config(), PROGRAMMES), strict=True)

"""Four hundred people answer a round, through the bot itself; and what they answered is known."""

import random
import shutil
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

from bot.app import made_ready
from bot.config import Config
from bot.domain.check_in.plan import Who
from bot.domain.check_in.standing import CheckIn, CheckInId, Coming
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus
from bot.programmes.loading import load
from bot.rehearsal.town import EVENING, Town
from storage import check_ins, people, timers
from storage.database import Transaction
from storage.migrating import migrate

MANY = 400
VALUES = (2, 3, 4, 5, 6)  # none is low, so that all rounds go alike; by chance one in five is right
Truth = dict[str, dict[str, int]]


class Answered:
    """A town in which people answer one after the other, each at a moment of their own."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.truth: Truth = {}
        self.town = Town(
            folder, config=Config(), programmes={"drop-in": load("drop-in")}, now=EVENING
        )

    async def begin(self) -> None:
        await migrate(self.town.database)
        await self.town.database.run(made_ready, self.town.desk.config, self.town.now)

    async def answer(
        self,
        many: int = MANY,
        each: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        """So many people more; `each` is called with every one of them when they are done."""
        items = [item.id for item in self.town.programme.check_ins.receivers]
        first = len(self.truth)
        for n in range(first, first + many):
            self.town.now += timedelta(minutes=self.chance.randrange(1, 9))
            if self.town.now.hour >= 19:
                self.town.now += timedelta(hours=14)
            person = await self.agreed(f"person{n}")
            told = {item: self.chance.choice(VALUES) for item in items}
            self.truth[person] = told
            await self.town.settle()
            who = self.town.people[f"person{n}"]
            await who.presses("check-in-begin")
            for value in told.values():
                await who.presses(str(value), who.last())
            assert who.last().letter.mark.text_id == "check-in-thanks"
            if each is not None:
                await each(person)

    async def agreed(self, name: str) -> str:
        """Somebody who may be asked, and whose round is due now; their id."""
        who = await self.town.receiver(name)

        def keep(db: Transaction) -> str:
            met = people.recognise(db, who.address)
            assert met is not None
            began: date = self.town.now.date()
            check_ins.save(
                db,
                CheckIn(
                    id=CheckInId(db.new_id()), person=PersonId(met.id), who=Who.RECEIVER,
                    programme="drop-in", status=CheckInStatus.AGREED, began_on=began,
                    coming=(Coming("end", self.town.now),
                            Coming("3-months", self.town.now + timedelta(days=91))),
                ),
            )  # fmt: skip
            return met.id

        person = await self.town.database.run_caused(f"agreed:{name}", keep)

        def ring(db: Transaction) -> None:
            (one,) = check_ins.of_person(db, PersonId(person))
            timers.start(db, "check-in-round", one.id, self.town.now)

        await self.town.database.run(ring)
        return person

    async def until_let_out(self) -> None:
        await self.town.later(days=7)

    def copy(self, called: str) -> Path:
        """A backup, as a thief takes one: every file of the database as it is at this moment."""
        into = self.folder / called
        into.mkdir()
        for file in self.folder.glob("town.db*"):
            shutil.copy(file, into / file.name)
        return into / "town.db"

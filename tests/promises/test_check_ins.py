"""Whatever people say to being asked, in whatever order, however long the bot is off: promises hold.

The onlooker knows what people were shown and what they said, and the journal; nothing of how it is done.
"""

import asyncio
import functools
import shutil
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.check_in import pools
from bot.domain.housekeeping import OF_THE_HOUSE
from bot.rehearsal.townsfolk import Townsperson
from storage import set_aside, tables, timers
from storage.database import Transaction
from storage.migrating import migrate
from tests.promises.quick import QuickTown, quick_folder
from tests.promises.settings import histories
from tests.stories.steps import in_touch

ROUNDS = {"end": timedelta(0), "2-weeks": timedelta(days=14), "3-months": timedelta(days=91)}
LATEST = timedelta(days=14)  # somebody may be busy, or it may be night, for so long
QUARTER = timedelta(weeks=13)
WHO = ("rosa", "ole", "ida")
INVITED, ASKED, ITEM = "check-in-invite", "check-in-round-ask", "check-in-item"


@dataclass
class Plan:
    """What one yes, or one more contact after it, leads to."""

    ended: datetime
    began: datetime
    over: datetime | None = None
    forgotten: bool = False  # whose it was is known to nobody since
    opened: list[datetime] = field(default_factory=list)

    def due(self, now: datetime) -> list[str]:
        until = min(self.over or now, now)
        return [name for name, after in ROUNDS.items() if self.ended + after <= until]


@dataclass
class Known:
    """What is known of one person by looking on."""

    said: str = ""  # "yes", "no"
    ended: datetime | None = None  # their last contact
    invited: list[datetime] = field(default_factory=list)
    waits: bool = False  # an invitation is not answered
    plans: list[Plan] = field(default_factory=list)
    read: int = 0


class Months:
    """A few people over some months."""

    def __init__(self) -> None:
        self.folder = quick_folder()
        shutil.copy(_template(), self.folder / "town.db")
        self.town = QuickTown(self.folder)
        self.known = {name: Known() for name in WHO}
        self.town.people.update({name: Townsperson(self.town, name) for name in WHO})
        self.givers = 0

    async def play(self, history: list[tuple[object, ...]]) -> None:
        try:
            for verb, *words in history:
                await getattr(self, str(verb))(*words)
                self.look()
            await self.passes(40)
            self.look()
            await self.count()
        finally:
            await self.town.close()
            shutil.rmtree(self.folder)

    async def meets(self, name: str) -> None:
        self.givers += 1
        town, giver = self.town, f"giver{self.givers}"
        who = town.people[name]
        evening = town.now.replace(hour=18, minute=30) + timedelta(days=1)
        await town.later(seconds=(evening - town.now).total_seconds())
        self.look()
        await who.says("stop")
        await who.says("stop")
        rosa, mia = await in_touch(town, name, giver)
        await rosa.says("hello")
        await mia.says("hello")
        self.look()
        await rosa.says("!end")
        self.known[name].ended = town.now
        self.look()
        await town.later(minutes=4)
        await town.people[giver].says("off")

    async def says(self, name: str, words: str) -> None:
        known = self.known[name]
        await self.town.people[name].says(words)
        if words == "check-ins off":
            self._no(known)

    async def presses(self, name: str, choice: str) -> None:
        who, known = self.town.people[name], self.known[name]
        if choice not in {c.id for shown in who.questions() for c in shown.letter.choices}:
            return
        before = len(who.seen())
        await who.presses(choice)
        fresh = [shown.letter.mark.text_id for shown in who.seen()[before:]]
        if choice in ("check-in-no", "check-in-stop") and "check-ins-off" in fresh:
            self._no(known)

    async def answers(self, name: str, many: int) -> None:
        who = self.town.people[name]
        for _ in range(many if who.seen() else 0):
            last = who.last()
            if last.letter.mark.text_id == ASKED:
                await who.presses("check-in-begin", last)
            elif last.letter.mark.text_id == ITEM:
                await who.presses("6", last)

    async def forgets(self, name: str) -> None:
        who, known = self.town.people[name], self.known[name]
        await who.says("forget me")
        await who.presses("forget-yes")
        for plan in known.plans:
            plan.over, plan.forgotten = plan.over or self.town.now, True
        self.known[name] = Known(plans=known.plans, read=known.read)
        await self.town.receiver(name)

    async def passes(self, days: float) -> None:
        await self.town.later(days=days)

    async def is_off(self, days: float) -> None:
        self.town.now += timedelta(days=days)
        await self.town.reopen()
        await self.town.settle()

    def _no(self, known: Known) -> None:
        known.said, known.waits = "no", False
        for plan in known.plans:
            plan.over = plan.over or self.town.now

    def look(self) -> None:
        """What everybody was shown since, and whether that may be."""
        now = self.town.now
        for name, known in self.known.items():
            seen = self.town.people[name].seen()
            fresh, known.read = seen[known.read :], len(seen)
            for shown in fresh:
                self._saw(known, shown.letter.mark.text_id, shown.letter.text, now)

    def _saw(self, known: Known, text: str, words: str, now: datetime) -> None:
        if text in (INVITED, ASKED):
            assert known.said != "no", "somebody who said no was asked"
        if text == INVITED:
            assert known.said != "yes", "invited once more after a yes"
            assert all(now - at >= QUARTER - timedelta(days=3) for at in known.invited)
            known.invited.append(now)
            known.waits = True
        elif text == "check-in-agreed":
            known.said = "yes"
            if known.waits and known.ended is not None:
                known.plans.append(Plan(known.ended, known.invited[-1]))
                if "Here is the first one" in words:
                    known.plans[-1].opened.append(now)
            known.waits = False
        elif text == ASKED and "a little while ago" not in words:
            current = known.plans[-1] if known.plans else None
            if "to somebody here again" in words:
                assert known.ended is not None and now - known.ended <= timedelta(days=2)
                if current and not current.forgotten:
                    assert now - current.began >= QUARTER - timedelta(days=1)
                    current.over = current.over or now
                current = Plan(known.ended, now)
                known.plans.append(current)
            assert current is not None and current.over is None, "asked without a plan"
            current.opened.append(now)
            assert len(current.opened) <= len(current.due(now)), "asked twice for one round"

    async def count(self) -> None:
        """Every due round was asked or dropped with a reason; and no fault of ours."""
        now = self.town.now
        noted = await self.town.database.read(_noted)
        assert noted <= self._due(now), (noted, self._due(now))
        assert noted >= self._due(now - LATEST), (noted, self._due(now - LATEST))
        assert await self.town.database.read(set_aside.count) == 0

    def _due(self, now: datetime) -> Counter[str]:
        plans = [plan for known in self.known.values() for plan in known.plans]
        return Counter(name for plan in plans for name in plan.due(now))


def _noted(db: Transaction) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in db.all(sa.select(tables.journal)):
        if row["action"] == "check-in-asked":
            found[row["numbers"]["round"]] += 1
        elif row["action"] == "check-in-dropped":
            assert row["numbers"]["why"]
            found[row["numbers"]["round"]] += 1
    return found


def _sundays(db: Transaction, now: datetime) -> None:
    # Of the timers of the house this alone: the others ring every hour of those months.
    timers.ensure(db, pools.RELEASE, OF_THE_HOUSE, pools.next_at(now, "Europe/Copenhagen"))


@functools.cache
def _template() -> Path:
    async def settled() -> None:
        town = QuickTown(folder)
        await migrate(town.database)
        await town.database.run(_sundays, town.now)
        for name in WHO:
            await town.receiver(name)
        await town.close()

    folder = quick_folder()
    asyncio.run(settled())
    return folder / "town.db"


def deed(verb, *words):
    return st.tuples(st.just(verb), *words)


who = st.sampled_from(("rosa", "rosa", "rosa", "ole", "ida"))
MEETS = deed("meets", who)
YES = deed("presses", who, st.just("check-in-yes"))
DEEDS = st.one_of(
    MEETS,
    YES,
    deed("presses", who, st.sampled_from((
        "check-in-yes", "check-in-no", "check-in-skip", "check-in-stop", "check-in-leave",
        "check-in-keep", "check-in-let-go", "7", "skip", "no-thanks",
    ))),
    deed("answers", who, st.sampled_from((1, 4, 10))),
    deed("says", who, st.sampled_from((
        "check-ins off", "check-ins on", "check-ins", "7", "hello", "status", "stop", "yes", "crisis",
    ))),
    deed("forgets", who),
    deed("passes", st.sampled_from((0.1, 0.4, 1, 8, 15, 80, 100))),
    deed("passes", st.sampled_from((15, 80, 100))),
    deed("is_off", st.sampled_from((0.2, 3, 20, 60))),
)  # fmt: skip
HISTORIES = st.builds(
    lambda first, then: [first, ("presses", first[1], "check-in-yes"), *then],
    MEETS,
    st.lists(DEEDS, min_size=4, max_size=14),
)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@histories
@given(HISTORIES)
def test_nobody_is_asked_who_said_no_or_twice_and_every_round_is_asked_or_dropped(history):
    asyncio.run(Months().play(history))

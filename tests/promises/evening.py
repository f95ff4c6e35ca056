"""A random evening: who is there, what they may do, and what is kept in mind of what they wrote."""

import functools
import itertools
import shutil
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.platforms.platform import GaveUp, Letter, Message, Outcome, RetryLater, Why
from storage import tables
from storage.migrating import migrate
from tests.promises.deeds_of_appointments import AppointmentDeeds
from tests.promises.keeping_appointments import Appointments
from tests.promises.keeping_promises import Promises
from tests.promises.onlooker import Written
from tests.promises.quick import QuickTown, quick_folder

RECEIVERS = ("rosa", "ole", "ida")
VOLUNTEERS = ("mia", "ali", "sol", "ben", "kim")
COORDINATORS = ("karin", "kim")
EVERYBODY = ("rosa", "ole", "ida", "mia", "ali", "sol", "ben", "kim", "karin")


class Killed(BaseException):
    """The process was killed at this instruction."""


async def _settled_town(folder: Path) -> None:
    town = QuickTown(folder)
    await migrate(town.database)
    for name, language in (("rosa", "en"), ("ole", "da")):
        await town.receiver(name, language)
    town.stranger("ida")
    await town.volunteer("mia")
    ali = await town.volunteer("ali", topics=["anxiety", "grief"], languages=["da"], language="da")
    await ali.says("grænser kontakter 1")
    sol = await town.volunteer("sol", languages=["en"], on_duty=False)
    await sol.says("limits quiet 21:30-07:00")
    ben = await town.volunteer("ben", topics=["loneliness"])
    await ben.says("limits asks 3")
    await ben.says("limits hours 1")
    await town.volunteer("kim")
    await town.coordinator("kim")
    await town.coordinator("karin")
    await town.close()


@functools.cache
def _template() -> Path:
    import asyncio

    folder = quick_folder()
    asyncio.run(_settled_town(folder))
    return folder / "town.db"


class Evening(AppointmentDeeds):
    """Each method below is something that may happen; a history is a list of (method, *its words)."""

    def __init__(self) -> None:
        self.folder = quick_folder()
        shutil.copy(_template(), self.folder / "town.db")
        self.town = QuickTown(self.folder)
        self.town._ids = itertools.count(100)
        for name in EVERYBODY:
            self.town.stranger(name)
        self.promises = Promises(self.town)
        self.appointments = Appointments(self.town)
        self.town.after_each = self._look
        self.town.wire.trouble = self._trouble
        self.written: list[Written] = []
        self.forgotten: set[str] = set()
        self._numbers = itertools.count()
        self._failing: list[Outcome] = []
        self._refused: set[str] = set()  # people something was not delivered to, for good
        self._dies_in: int | None = None
        self._dies_after = False
        heard = self.town.wire.trouble_after

        def after(letter: Letter) -> Outcome | None:
            outcome = heard(letter)
            self._die(after=True)
            return outcome

        self.town.wire.trouble_after = after

    async def play(self, history: list[tuple[object, ...]]) -> None:
        """All of it, and then enough time for everything to come to an end."""
        try:
            for verb, *words in history:
                await self._survive(str(verb), words)
            self._failing.clear()
            self._dies_in = None
            await self._survive("passes", [240])
            self.promises.nothing_is_left_open()
            self.everything_written_arrived_once()
        finally:
            await self.town.close()
            shutil.rmtree(self.folder)

    async def _survive(self, verb: str, words: list[object]) -> None:
        try:
            self.town.now += timedelta(seconds=2)
            await getattr(self, verb)(*words)
        except Killed:
            self._dies_in = None
            await self.town.reopen()
            await self.town.settle()

    # ── what people do ───────────────────────────────────────────────────────────────────────────

    async def says(self, who: str, text: str) -> None:
        """They write something; and get an answer, or it is passed on."""
        me = self._person(who)
        before, elsewhere = len(me.seen()), len(self.town.wire.shown)
        contact = self._other(who)
        await me.says(text)
        if self._waits_to_be_sent():
            return
        passed_on = contact is not None and len(self.town.wire.shown) > elsewhere
        assert len(me.seen()) > before or passed_on, f"{who} got no answer to {text!r}"

    async def writes(self, who: str) -> None:
        """They write to the one they are in contact with (or, if they are not, to the bot)."""
        to, token = self._other(who), f"word{next(self._numbers)}x"
        me = self._person(who)
        if to is None:
            return await self.says(who, f"hello {token}")
        written = Written(token, who, to, "")
        self.written.append(written)
        written.message = await me.says(f"hello {token}", to=self._some_message(me))

    async def edits(self, who: str, which: int) -> None:
        """They change something they wrote."""
        if written := self._written_by(who, which):
            await self._person(who).edits(written.message, f"changed {written.token}")

    async def deletes(self, who: str, which: int) -> None:
        """They take something back."""
        if written := self._written_by(who, which):
            await self._person(who).deletes(written.message)

    async def reacts(self, who: str, which: int, key: str) -> None:
        """They react to something they see."""
        me = self._person(who)
        if seen := me.seen():
            await me.reacts(key, seen[-1 - which % len(seen)].id)

    async def presses(self, who: str, which: int, choice: int) -> None:
        """They press a choice of any question they were ever asked."""
        me = self._person(who)
        if asked := me.questions():
            question = asked[-1 - which % len(asked)]
            choices = question.letter.choices
            await me.presses(choices[choice % len(choices)].id, question)

    async def asks(self, who: str, topic: int) -> None:
        """They wish for a talk, from the command to the search."""
        await self.says(who, "talk")
        await self._answer(who, "talk-topics-ask", str(1 + topic % 13))

    async def asks_again(self, who: str) -> None:
        """The same volunteer as last time, please."""
        await self.says(who, "again")
        await self._answer(who, "", "")

    async def arrives(self, who: str) -> None:
        """Somebody new says yes to everything."""
        await self.says(who, "hello, is anybody there?")
        for choice in ("adult-yes", "consent-yes"):
            await self._choose(who, choice)

    async def accepts(self, who: str, which: int = 0) -> None:
        """They say yes to an offer: the last one they were put, or an older one."""
        await self._choose(who, "accept", which)

    async def somebody_accepts(self, which: int) -> None:
        """One of those who are being asked says yes."""
        pending = sa.select(tables.offers.c.volunteer).where(tables.offers.c.status == "pending")
        if asked := self._names(pending):
            await self.accepts(asked[which % len(asked)])

    async def meets(self, who: str, topic: int, which: int) -> None:
        """They ask, somebody says yes and writes."""
        await self.asks(who, topic)
        await self.somebody_accepts(which)
        if giver := self._other(who):
            await self.writes(giver)

    async def somebody_writes(self, which: int) -> None:
        """One of those in contact writes to the other."""
        if talking := self._in_contact():
            await self.writes(talking[which % len(talking)])

    async def somebody_says(self, which: int, text: str) -> None:
        """One of those in contact says something to the bot."""
        if talking := self._in_contact():
            await self.says(talking[which % len(talking)], text)

    async def declines(self, who: str) -> None:
        """They say no."""
        await self._choose(who, "decline")

    async def goes_on_duty(self, who: str, minutes: int) -> None:
        """They may be asked."""
        await self.says(who, f"duty {minutes}")
        await self._choose(who, "fit-yes")

    async def debriefs(self, who: str, feeling: str, which: int = 0) -> None:
        """They say how it was."""
        await self._choose(who, feeling, which)

    async def forgets(self, who: str) -> None:
        """They want to be forgotten, and are sure."""
        await self.says(who, "!forget me")
        self.forgotten.add(who)
        await self._choose(who, "forget-yes")

    async def leaves(self, who: str) -> None:
        """They close the door."""
        await self._person(who).leaves()

    async def hides(self, who: str) -> None:
        """Nothing reaches them until they write again."""
        self.town.wire.closed.add(self.town.address_of(who).user)

    # ── what coordinators do ─────────────────────────────────────────────────────────────────────

    async def takes(self, who: str, which: int) -> None:
        """A coordinator takes a waiting wish themself."""
        if code := self._code(which):
            await self.says(who, f"!take {code}")

    async def assigns(self, who: str, which: int, name: str) -> None:
        """A coordinator asks one volunteer by hand."""
        if code := self._code(which):
            await self.says(who, f"!assign {code} {name}")
            await self._confirm(who)

    async def closes(self, who: str, which: int) -> None:
        """A coordinator ends somebody's waiting."""
        if code := self._code(which):
            await self.says(who, f"!close {code}")
            await self._confirm(who)

    async def orders(self, who: str, order: str) -> None:
        """A coordinator orders something else, and confirms it."""
        await self.says(who, f"!{order}")
        await self._confirm(who)

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    async def passes(self, minutes: int) -> None:
        """Time passes."""
        await self.town.later(minutes=minutes)

    async def fails(self, how: str, times: int) -> None:
        """The network will not have it, so many times."""
        outcome: Outcome = RetryLater(after=40) if how == "retry" else GaveUp(why=Why(how))
        self._failing += [outcome] * times

    async def dies(self, at: int, after: bool) -> None:
        """The process is killed at one of the next letters, before or after it arrived."""
        self._dies_in, self._dies_after = at, after

    async def restarts(self) -> None:
        """The process ends and begins again."""
        await self.town.reopen()
        await self.town.settle()

    async def repeats(self) -> None:
        """The platform hands in the last event once more."""
        if self.town.latest is not None:
            before = len(self.town.wire.shown)
            waited = self._waits_to_be_sent()
            await self.town.happens(self.town.latest)
            assert waited or len(self.town.wire.shown) == before, "an event was handled twice"

    # ── what goes wrong ───────────────────────────────────────────────────────────────────────────────

    def _trouble(self, letter: Letter) -> Outcome | None:
        self._die(after=False)
        if not self._failing:
            return None
        outcome = self._failing.pop(0)
        if isinstance(outcome, GaveUp) and isinstance(letter, Message) and letter.to:
            self._refused.add(letter.to.user.removeprefix("@").partition(":")[0])
        return outcome

    def _die(self, *, after: bool) -> None:
        if self._dies_in is None or after != self._dies_after:
            return
        if self._dies_in == 0:
            raise Killed
        self._dies_in -= 1

"""Plays an evening aloud: who says what, who hears what and when; and holds what was promised to it."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.domain.waiting import GIVE_UP, SIGN_OF_LIFE
from bot.rehearsal.screen import Screen
from bot.rehearsal.town import ZONE, Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.turning import TurnedClock
from bot.rehearsal.watching import Change, Watch
from storage.database import Transaction
from storage.tables import contacts, outbox, requests, set_aside, timers

TOLD = 150  # letters of a text that are read aloud
LONG_ENOUGH = 12  # letters; shorter words may stand in a database file by chance


class NotKept(Exception):
    """A promise was not kept; the sentence says which."""


class Stage:
    """One scripted evening in a town."""

    def __init__(self, town: Town, language: str, screen: Screen) -> None:
        self.town = town
        self.kept_so_far = 0
        self._danish = language == "da"
        self._screen = screen
        self._watch = Watch(town.wire)
        self._news: list[Change] = []
        self._written: list[str] = []
        self._clock = TurnedClock(town, self._look)

    def scene(self, title: str) -> None:
        """A new scene."""
        self._screen.line()
        self._screen.line(title, "bold")

    async def says(self, who: Townsperson, english: str, danish: str, **how: str) -> str:
        """Somebody writes; the id of their message."""
        words = self._begins(who, "writes", english, danish)
        message = await who.says(words, **how)  # type: ignore[arg-type] # only `to` is text
        await self._look()
        return message

    async def edits(self, who: Townsperson, message: str, english: str, danish: str) -> None:
        """Somebody changes what they wrote."""
        await who.edits(message, self._begins(who, "changes it to", english, danish))
        await self._look()

    async def deletes(self, who: Townsperson, message: str) -> None:
        """Somebody takes back what they wrote."""
        self._news = []
        self._line(f"{_called(who)} deletes a message.")
        await who.deletes(message)
        await self._look()

    async def presses(self, who: Townsperson, choice: str) -> None:
        """Somebody presses a choice of theirs."""
        self._news = []
        self._line(f"{_called(who)} presses: {choice}")
        await who.presses(choice)
        await self._look()

    async def passes(self, **delta: float) -> None:
        """Time passes."""
        self._news = []
        await self._clock.on(**delta)

    def kept(self, sentence: str, holds: object) -> None:
        """Raises NotKept unless it holds."""
        if not holds:
            raise NotKept(sentence)
        self.kept_so_far += 1
        self._screen.line(f"       kept: {sentence}", "good")

    def told(self, who: Townsperson, *text_ids: str) -> bool:
        """Whether they were shown all of these, by text id, in what happened last."""
        heard = [change.text_id for change in self._news if change.shown.place == who.place]
        return all(text_id in heard for text_id in text_ids)

    def words_to(self, who: Townsperson) -> str:
        """Everything they were shown in what happened last."""
        return "\n".join(c.shown.text for c in self._news if c.shown.place == who.place)

    def counted(self, who: Townsperson, text_id: str) -> int:
        """How often they were shown it in what happened last."""
        return sum(c.text_id == text_id and c.shown.place == who.place for c in self._news)

    async def left_behind(self) -> Left:
        """What stands in the database now."""
        return await self.town.database.read(_left, self.town)

    async def words_in(self, folder: Path) -> list[str]:
        """What people wrote that can be read in any file of the database. Raises if none is there."""
        await self.town.database.checkpoint()
        files = _bytes_in(folder)
        if b"contact-began" not in files:
            raise NotKept("the journal can be read in the files that are searched")
        people = [person.address.user for person in self.town.people.values()]
        return [words for words in (*self._written, *people) if words.encode() in files]

    def _begins(self, who: Townsperson, does: str, english: str, danish: str) -> str:
        self._news = []
        words = danish if self._danish else english
        if len(words) >= LONG_ENOUGH:
            self._written.append(words)
        self._line(f"{_called(who)} {does}: {words}")
        return words

    async def _look(self) -> None:
        for change in self._watch.changes():
            self._news.append(change)
            text = self._screen.brief(change.shown.text, TOLD)
            how = {"said": "hears", "changed": "sees it changed", "reacted": "sees a reaction"}
            did = "sees that it is gone" if change.what == "gone" else f"{how[change.what]}: {text}"
            self._line(f"  {self._reader(change)} {did}", "faint")
        left = await self.left_behind()
        if left.unwatched:
            raise NotKept("nobody waits without something that watches over it")
        if left.faults:
            raise NotKept(f"nothing fails inside ({', '.join(left.faults)})")
        if left.letters:
            raise NotKept("whatever is to be said is said at once")

    def _reader(self, change: Change) -> str:
        here = [p for p in self.town.people.values() if p.place == change.shown.place]
        return _called(here[0]) if here else "Somebody"

    def _line(self, text: str, style: str = "") -> None:
        clock = self.town.now.astimezone(ZoneInfo(ZONE)).strftime("%H:%M")
        self._screen.line(f"{clock}  {text}", style)


class Left:
    """What stands in the database: who waits, with nothing watching; letters; faults."""

    def __init__(self, *, waiting: set[str], watched: set[str], letters: int, open_contacts: int,
                 faults: list[str]) -> None:  # fmt: skip
        self.waiting = waiting
        self.unwatched = waiting - watched
        self.letters = letters
        self.open_contacts = open_contacts
        self.faults = faults


def _left(db: Transaction, town: Town) -> Left:
    def about(kind: str) -> set[str]:
        running = sa.select(timers.c.about).where(
            timers.c.kind == kind, timers.c.due_at >= town.now
        )
        return set(db.execute(running).scalars())

    waiting = sa.select(requests.c.id).where(requests.c.status.in_(["open", "offered"]))
    ongoing = sa.select(sa.func.count()).select_from(contacts).where(contacts.c.status == "open")
    return Left(
        waiting=set(db.execute(waiting).scalars()),
        watched=about(SIGN_OF_LIFE) & about(GIVE_UP),
        letters=db.count(sa.select(sa.func.count()).select_from(outbox)),
        open_contacts=db.count(ongoing),
        faults=list(db.execute(sa.select(set_aside.c.fault)).scalars()),
    )


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def _called(who: Townsperson) -> str:
    return who.name.title()

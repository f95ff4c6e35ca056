"""A town whose platform remembers on disk what it showed, so that the bot may die of kill -9."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.config import Config
from bot.messages import Place
from bot.platforms.platform import Delivered, Letter, Message, Outcome, Platform
from bot.rehearsal.town import Town
from bot.rehearsal.wire import Wire
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of
from storage import tables
from storage.database import Database, Transaction
from storage.vault import Key
from tests.faults.playing import PROGRAMME

KEY = Key(b"one key for all the towns, 32 by", {1: b"another of 32 bytes for sealing!"})
PROGRAMMES = {PROGRAMME.name: PROGRAMME}
SHOWN = "shown.jsonl"


@cache
def texts() -> Catalogue:
    """Read once a process."""
    return Catalogue.load(
        {PROGRAMME.name: PROGRAMME.texts}, facts_of(Config(), PROGRAMMES), strict=True
    )


class Showing(Wire):
    """Like any platform: what it has shown stands, whatever becomes of the bot; the same `once` once."""

    def __init__(self, kept: Path) -> None:
        super().__init__()
        self._kept = kept
        for line in kept.read_text().splitlines() if kept.exists() else ():
            row = json.loads(line)
            place = Place(*row["place"]) if row["place"] else None
            self._done[row["once"]] = Delivered(message=row["message"], place=place)

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        if wrong := self.trouble(letter):
            return wrong
        if once not in self._done:
            outcome = self._show(letter)
            if not isinstance(outcome, Delivered):
                return outcome
            if isinstance(letter, Message):  # a name that is another's in no later process either
                self.shown[-1].id = once
                outcome = Delivered(message=once, place=outcome.place)
            self._done[once] = outcome
            self._note(letter, once, outcome)
        return self.trouble_after(letter) or self._done[once]

    def _note(self, letter: Letter, once: str, shown: Delivered) -> None:
        mark = getattr(letter, "mark", None)
        row = {
            "once": once,
            "message": shown.message,
            "place": [shown.place.platform, shown.place.room] if shown.place else None,
            "what": type(letter).__name__,
            "text": mark.text_id if mark else "",
        }
        with self._kept.open("a") as file:
            file.write(json.dumps(row) + "\n")


class TownOfDeaths(Town):
    """A town in a folder, begun by another that is gone."""

    def __init__(self, folder: Path, *, wire: Wire | None = None, opens: Callable[..., Database] = Database,
                 **more: Any) -> None:  # fmt: skip
        self._folder, self._given = folder, wire
        super().__init__(
            folder, config=Config(), programmes=PROGRAMMES, key=KEY, opens=opens,
            catalogue=texts(), **more,
        )  # fmt: skip

    def ways_out(self) -> Mapping[str, Platform]:
        self.wire = self._given or Showing(self._folder / SHOWN)
        return super().ways_out()


def shown_in(folder: Path) -> dict[str, list[str]]:
    """What was shown in each place, in order."""
    shown: dict[str, list[str]] = {}
    kept = folder / SHOWN
    for line in kept.read_text().splitlines() if kept.exists() else ():
        row = json.loads(line)
        place = row["place"][1] if row["place"] else ""
        shown.setdefault(place, []).append(f"{row['what']} {row['text']}")
    return shown


def standing(db: Transaction) -> dict[str, object]:
    """What there is: rows of each table, how they stand, which timers wait, which steps were noted."""
    found: dict[str, object] = {
        table.name: db.count(sa.select(sa.func.count()).select_from(table))
        for table in tables.metadata.sorted_tables
        if table.name != "memory"
    }
    for table in tables.metadata.sorted_tables:
        if "status" in table.c:
            found[f"{table.name}.status"] = _counted(db, table.c.status)
    found["timers.kind"] = _counted(db, tables.timers.c.kind)
    found["journal.action"] = _counted(db, tables.journal.c.action)
    return found


def _counted(db: Transaction, column: sa.Column[Any]) -> dict[str, int]:
    return dict(sorted(Counter(row[column.name] for row in db.all(sa.select(column))).items()))

"""What a thief sees who looks after every single answer: lengths, logs of the database, marked words."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from bot.app import made_ready
from bot.platforms.platform import Letter
from bot.rehearsal.town import Town
from storage.database import Transaction
from storage.tables import SEALED, check_ins, metadata, people
from tests.attacks.answering import Answered
from tests.attacks.thief import files_of, opened
from tests.stories.check_in_steps import agrees, answers_all

MARKER = "zq9-heron-and-lantern"


async def test_nothing_sealed_is_longer_or_shorter_for_what_was_answered(tmp_path: Path):
    """Letters are as long as their questions make them: the doors are put in when one is sent."""
    lows = await _lengths_while(tmp_path / "low", ("10", "0", "1", "7", "10", "2", "skip", "0"))
    fives = await _lengths_while(tmp_path / "five", ("5",) * 8)

    assert len(set(lows.states)) == 1
    assert lows == fives


class Seen(NamedTuple):
    states: list[int]
    letters: list[list[int]]


async def _lengths_while(folder: Path, answers: Sequence[str]) -> Seen:
    folder.mkdir()
    world, seen = Answered(folder, seed=3), Seen([], [])
    await world.begin()
    await world.agreed("rosa")
    await world.town.settle()
    rosa = world.town.people["rosa"]
    await rosa.presses("check-in-begin")

    def look(letter: Letter) -> None:
        seen.letters.append(_lengths(folder, "SELECT length(payload_sealed) FROM outbox"))

    world.town.wire.trouble = look
    for value in answers:
        await rosa.presses(value, rosa.last())
        seen.states.extend(_lengths(folder, "SELECT length(state_sealed) FROM check_ins"))
    await world.town.close()
    return seen


def _lengths(folder: Path, asked: str) -> list[int]:
    with opened(folder / "town.db") as db:
        return [row[0] for row in db.execute(asked)]


async def test_the_databases_own_log_holds_no_earlier_answers_of_a_round_that_is_done(
    tmp_path: Path,
):
    """With the key, a thief reads the log back to every moment it remembers."""
    world = Answered(tmp_path, seed=4)
    await world.begin()
    moments = []

    async def look(person: str) -> None:
        for n, state in enumerate(_told_by_log(world, tmp_path, person)):
            moments.append(n)
            assert '"open": null' in state, "an answer stands in the log beside its person"

    await world.answer(4, look)
    assert len(moments) >= 4

    who = await world.agreed("somebody in the middle of it")  # and the attack itself does find
    await world.town.settle()
    last = world.town.people["somebody in the middle of it"]
    await last.presses("check-in-begin")
    await last.presses("6", last.last())
    assert any('"recovery": 6' in state for state in _told_by_log(world, tmp_path, who))
    await world.town.close()


def _told_by_log(world: Answered, folder: Path, person: str) -> Iterator[str]:
    """What stands sealed of one person at every moment that the database and its log remember."""
    whole = (folder / "town.db-wal").read_bytes()
    frame = 24 + 4096
    for end in range(32, len(whole) + 1, frame):
        copy = folder / "then.db"
        shutil.copy(folder / "town.db", copy)
        (folder / "then.db-wal").write_bytes(whole[:end])
        with closing(sqlite3.connect(copy)) as db:
            asked = "SELECT id, state_sealed FROM check_ins WHERE person = ?"
            for id, sealed in db.execute(asked, (person,)):
                yield world.town.vault.unseal("check_ins.state_sealed", id, sealed)
        for file in folder.glob("then.db*"):
            file.unlink()


@pytest.mark.parametrize("level", [logging.DEBUG])
async def test_words_of_ones_own_never_stand_beside_who_wrote_them(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, level: int
):
    caplog.set_level(level, logger="bot")
    town = await Town.begin(tmp_path, room=True)
    await town.database.run(made_ready, town.desk.config, town.now)
    names = ("ann", "bo", "eva", "finn", "gry")
    for name in names:
        rosa = await agrees(town, name)
        await answers_all(rosa, leaving=f"It did me good. {MARKER}")
        await _nowhere_beside_a_person(town, tmp_path)
    await town.later(days=7)
    await _nowhere_beside_a_person(town, tmp_path)
    await town.later(days=7)
    await _nowhere_beside_a_person(town, tmp_path)

    assert town.room is not None
    read = [s.letter.text for s in town.wire.seen_in(town.room) if MARKER in s.letter.text]
    assert len(read) == 1 and read[0].count(MARKER) == 5
    assert not any(name in read[0] for name in names)
    assert MARKER not in caplog.text
    await town.close()


async def _nowhere_beside_a_person(town: Town, folder: Path) -> None:
    """Not in any file as it is; and with the key, in no row that has to do with anybody."""
    for file in files_of(folder):
        assert MARKER.encode() not in file.read_bytes(), file.name
    rows = await town.database.read(_opened_rows)
    ids = {name.split("\n")[0] for name in await town.database.read(_everybody)}
    held = [row for row in rows if MARKER in row]
    assert all(row.startswith("check_in_pools") for row in held)
    for row in held:
        assert not any(one in row for one in ids)


def _everybody(db: Transaction) -> list[str]:
    found = []
    for row in db.all(sa.select(people)):
        address = db.unseal(people.c.address_sealed, row["id"], row["address_sealed"])
        found += [row["id"], row["address_index"], address, address.split(":")[1]]
    for row in db.all(sa.select(check_ins.c.id)):
        found.append(row["id"])
    return found


def _opened_rows(db: Transaction) -> list[str]:
    sealed = {(table.name, column.name): row.name for table, row, column in SEALED}
    found = []
    for table in metadata.sorted_tables:
        for row in db.all(sa.select(table)):
            said = [
                db.unseal(table.c[name], row[sealed[table.name, name]], value)
                if (table.name, name) in sealed and value is not None
                else str(value)
                for name, value in row.items()
            ]
            found.append(f"{table.name} {' '.join(said)}")
    return found

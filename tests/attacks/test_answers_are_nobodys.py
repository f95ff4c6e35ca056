"""Four hundred people answer. Whoever steals what is kept puts answers back to them at chance level."""

import itertools
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from storage import tables
from storage.database import Transaction
from storage.tables import SEALED, metadata
from tests.attacks.answering import MANY, Answered, Truth
from tests.attacks.thief import (
    by_chance,
    files_of,
    opened,
    orders_of_answers,
    orders_of_people,
    put_back,
)

POINTS = 0.03

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def answered(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Answered]:
    """All have answered and been let out; the files lie as they lay at the end."""
    world = Answered(tmp_path_factory.mktemp("stolen"), seed=20300107)
    await world.begin()
    await world.answer(MANY)
    world.copy("before")
    await world.until_let_out()
    world.copy("after")
    yield world
    await world.town.close()


def _raw(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in files_of(folder))


def _at_chance(found: float, truth: Truth) -> bool:
    return abs(found - by_chance(truth)) <= POINTS


@pytest.mark.asyncio(loop_scope="module")
async def test_no_order_of_answers_is_the_order_of_people(answered: Answered):
    file = answered.folder / "after" / "town.db"
    raw = _raw(file.parent)
    answers = dict(orders_of_answers(file, raw))
    people = dict(orders_of_people(file, raw))
    assert all(len(rows) == MANY * 9 for rows in answers.values())

    tried = 0
    for (how, rows), (whose, order) in itertools.product(answers.items(), people.items()):
        for way in (order, order[::-1]):
            found = put_back(rows, way, answered.truth)
            assert _at_chance(found, answered.truth), f"{how} / {whose}: {found:.0%}"
            tried += 1
    assert tried >= 30


@pytest.mark.asyncio(loop_scope="module")
async def test_the_attack_itself_would_find_an_ordinary_table(answered: Answered):
    """What a plain table gives away, so that chance level above means something."""
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE answers (key TEXT PRIMARY KEY, item TEXT, value INTEGER)")
        for n, told in enumerate(answered.truth.values()):
            for item, value in told.items():
                row = (f"{n * 7919 % 4001}{item}", item, value)
                db.execute("INSERT INTO answers VALUES (?, ?, ?)", row)
        rows = db.execute("SELECT key, item, value FROM answers ORDER BY rowid").fetchall()
    assert put_back(rows, list(answered.truth), answered.truth) == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_two_backups_one_after_the_other_tell_no_more(answered: Answered):
    old, new = (answered.folder / when / "town.db" for when in ("before", "after"))
    with opened(old) as before, opened(new) as after:
        states = "SELECT id, person, state_sealed FROM check_ins"
        then = {row[0]: row[2] for row in before.execute(states)}
        changed = [row[1] for row in after.execute(states) if then.get(row[0]) != row[2]]
        untouched = [row[1] for row in after.execute(states) if then.get(row[0]) == row[2]]
        had = before.execute("SELECT key FROM check_in_answers").fetchall()
    fresh = [row for row in dict(orders_of_answers(new, _raw(new.parent)))["as they are stored"]
             if (row[0],) not in had]  # fmt: skip

    # Nobody's row changes when answers are let out: the two have nothing to do with each other.
    assert (len(changed), len(untouched), len(fresh)) == (0, MANY, MANY * 9)
    assert _at_chance(put_back(fresh, untouched, answered.truth), answered.truth)


@pytest.mark.asyncio(loop_scope="module")
async def test_no_key_can_be_made_from_an_event_and_our_secret(answered: Answered):
    """Ids of everything else follow from the event that caused them; whoever has both could make them."""
    with opened(answered.folder / "after" / "town.db") as db:
        keys = {row[0] for row in db.execute("SELECT key FROM check_in_answers")}
    made = set()
    for n in range(1, next(answered.town._ids)):
        for kind in ("press", "e"):
            made |= {answered.town.vault.index("id", f"${kind}{n}\0{i}") for i in range(1, 30)}
    assert made & keys == set()


@pytest.mark.asyncio(loop_scope="module")
async def test_with_the_key_no_row_of_a_person_holds_an_answer(answered: Answered):
    sealed = {(table.name, column.name): row.name for table, row, column in SEALED}

    def look(db: Transaction) -> list[str]:
        found = []
        for table in metadata.sorted_tables:
            for row in db.all(sa.select(table)):
                said = [
                    db.unseal(table.c[name], row[sealed[table.name, name]], value)
                    if (table.name, name) in sealed and value is not None
                    else str(value)
                    for name, value in row.items()
                ]
                whole = " ".join(said)
                if any(person in whole for person in answered.truth):
                    found.append(f"{table.name}: {whole}")
        return found

    rows = await answered.town.database.read(look)
    assert len(rows) >= MANY
    for row in rows:
        if row.startswith("check_ins:"):
            assert '"open": null' in row
        assert '"answers": {' not in row, row


@pytest.mark.asyncio(loop_scope="module")
async def test_no_time_is_kept_with_an_answer_but_a_week(answered: Answered):
    assert {column.name for column in tables.check_in_answers.c} == {
        "key", "programme", "round", "item", "value", "week",
    }  # fmt: skip
    with opened(answered.folder / "after" / "town.db") as db:
        weeks = db.execute("SELECT DISTINCT week FROM check_in_answers").fetchall()
        noted = db.execute("SELECT DISTINCT action FROM journal WHERE action LIKE 'check-in%'")
        steps = {row[0] for row in noted}
    assert len(weeks) <= 2
    assert steps == {"check-in-asked", "check-ins-let-out"}  # and none when anybody answered

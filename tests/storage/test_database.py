"""Units of work: one writer at a time, whole or not at all, whatever happens to whoever waits."""

import asyncio
import random
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.messages import Address
from storage import inbox, people, timers
from storage.database import Database, Transaction, is_trouble
from storage.tables import people as people_table
from storage.tables import timers as timers_table


def _count(db: Transaction, table: sa.Table) -> int:
    return db.count(sa.select(sa.func.count()).select_from(table))


async def test_a_unit_that_fails_leaves_nothing(database: Database, now: datetime):
    def half(db: Transaction) -> None:
        timers.start(db, "give-up", "wish", now)
        raise LookupError("in the middle")

    with pytest.raises(LookupError):
        await database.run(half)

    assert await database.read(timers.next_due) is None


async def test_who_reads_cannot_write(database: Database, now: datetime):
    with pytest.raises(sa.exc.OperationalError) as refused:
        await database.read(timers.start, "give-up", "wish", now)

    assert is_trouble(refused.value)
    assert await database.read(timers.next_due) is None


async def test_a_unit_that_reads_before_it_writes_never_loses_what_another_wrote(
    database: Database, now: datetime
):
    def one_more(db: Transaction) -> None:
        seen = _count(db, timers_table)
        timers.start(db, "n", str(seen), now)

    await asyncio.gather(*(database.run(one_more) for _ in range(100)))

    assert await database.read(_count, timers_table) == 100


async def test_a_writer_takes_the_lock_before_it_reads(database: Database):
    def another_tries(db: Transaction) -> str:
        db.one(sa.select(timers_table))  # nothing is written, and yet
        other = sqlite3.connect(database.path, timeout=0)
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            return str(error)
        finally:
            other.close()
        return "it could"

    assert await database.run(another_tries) == "database is locked"


def _lock_and_let_go(path: Path) -> None:
    other = sqlite3.connect(path, timeout=5)  # raises if a lock was left behind
    other.execute("BEGIN IMMEDIATE")
    other.close()


async def test_500_cancelled_callers_leave_no_lock_and_nothing_half_done(
    database: Database, now: datetime
):
    chance = random.Random(7)

    def pair(db: Transaction, number: int) -> None:
        timers.start(db, "left", str(number), now)
        timers.start(db, "right", str(number), now)

    async def impatient(number: int) -> None:
        async with asyncio.timeout(chance.random() * 0.01):
            await database.run(pair, number)

    for start in range(0, 500, 25):
        batch = (impatient(number) for number in range(start, start + 25))
        await asyncio.gather(*batch, return_exceptions=True)
        await asyncio.to_thread(_lock_and_let_go, database.path)
    await database.close()

    with sqlite3.connect(database.path) as plain:
        left = {about for (about,) in plain.execute("SELECT about FROM timers WHERE kind='left'")}
        right = {about for (about,) in plain.execute("SELECT about FROM timers WHERE kind='right'")}
        assert left == right
        assert 0 < len(left) <= 500
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()


async def test_a_cancelled_caller_may_find_the_work_done_and_do_it_again(
    database: Database, now: datetime
):
    asking = asyncio.create_task(database.run(inbox.first_time, "event", now))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert await database.run(inbox.first_time, "event", now) is False


async def test_what_follows_from_one_cause_has_the_same_ids_each_time(database: Database):
    def three(db: Transaction) -> list[str]:
        return [db.new_id() for _ in range(3)]

    once = await database.run_caused("event", three)
    again = await database.run_caused("event", three)
    other = await database.run_caused("other event", three)

    assert once == again and len({*once, *other}) == 6


async def test_what_nothing_caused_has_ids_of_its_own(database: Database, now: datetime):
    for name in ("gry", "ole"):  # appointed at two different starts
        address = Address("matrix", f"@{name}:example.org")
        await database.run(people.appoint, address, "da", "Europe/Copenhagen", now)

    assert len(await database.read(people.coordinators)) == 2


MARK = "@a-name-to-look-for:example.org"


def _copies(folder: Path, needle: bytes) -> int:
    return sum(file.read_bytes().count(needle) for file in folder.iterdir() if file.is_file())


async def test_what_is_deleted_is_in_no_file_of_the_database_after_folding(
    database: Database, now: datetime, tmp_path: Path
):
    address = Address("matrix", MARK)
    person = await database.run(people.meet, address, "da", True, "Europe/Copenhagen", now)
    index = await database.read(people.address_index, address)
    (row,) = await database.read(lambda db: db.all(sa.select(people_table.c.address_sealed)))
    sealed = row["address_sealed"]
    assert _copies(tmp_path, MARK.encode()) == 0
    assert _copies(tmp_path, index.encode()) and _copies(tmp_path, sealed)

    await database.run(
        lambda db: db.execute(sa.delete(people_table).where(people_table.c.id == person.id))
    )
    assert await database.checkpoint()

    for needle in (index.encode(), sealed, person.id.encode()):
        assert _copies(tmp_path, needle) == 0


async def test_folding_waits_for_nobody_for_ever(database: Database, now: datetime):
    await database.run(timers.start, "give-up", "wish", now)
    reader = sqlite3.connect(database.path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM timers").fetchall()
    await database.run(timers.stop, "give-up", "wish")

    assert await database.checkpoint() is False

    reader.close()
    assert await database.checkpoint() is True


@pytest.mark.parametrize("pragma,value", [("journal_mode", "wal"), ("synchronous", 2),
                                          ("secure_delete", 1), ("foreign_keys", 1)])  # fmt: skip
async def test_the_settings_that_durability_and_erasure_rest_on(
    database: Database, pragma: str, value: object
):
    def look(db: Transaction) -> object:
        return db.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()

    assert await database.run(look) == value
    await database.checkpoint()
    assert await database.run(look) == value


async def test_an_error_shows_no_values(database: Database, now: datetime):
    address = Address("matrix", "@rosa:example.org")
    await database.run(people.meet, address, "da", True, "Europe/Marker", now)

    with pytest.raises(sa.exc.IntegrityError) as told:
        await database.run(people.meet, address, "da", True, "Europe/Marker", now)

    assert "Marker" not in str(told.value)
    assert not is_trouble(told.value)

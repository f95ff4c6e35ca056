"""Units that wait together: one commit for all of them, and each whole or not at all."""

import asyncio
import sqlite3
import time
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from storage import timers
from storage.committing import AT_ONCE
from storage.database import Database, Transaction, is_trouble
from storage.tables import timers as timers_table


def _names(db: Transaction) -> list[str]:
    rows = db.all(sa.select(timers_table.c.about).order_by(timers_table.c.due_at))
    return [row["about"] for row in rows]


@pytest.fixture
def commits(database: Database) -> list[str]:
    seen: list[str] = []
    sa.event.listen(database.writer.engine, "commit", lambda _: seen.append("commit"))
    return seen


def _starts(now: datetime, name: str) -> Any:
    return lambda db: timers.start(db, "n", name, now)


async def test_a_hundred_at_once_are_a_few_commits_in_order(
    database: Database, now: datetime, commits: list[str]
):
    seen: list[int] = []

    def one_more(db: Transaction, n: int) -> int:
        seen.append(n)
        timers.start(db, "n", str(n), now)
        return n * n

    done = await asyncio.gather(*(database.run(one_more, n) for n in range(100)))

    assert done == [n * n for n in range(100)] and seen == list(range(100))
    assert len(commits) <= 2 + 100 // AT_ONCE
    assert len(await database.read(_names)) == 100


async def test_nobody_hears_of_it_before_it_is_committed(database: Database, now: datetime):
    heard: list[str] = []
    before: list[list[str]] = []
    sa.event.listen(database.writer.engine, "commit", lambda _: before.append(list(heard)))

    async def run(name: str) -> None:
        await database.run(_starts(now, name))
        heard.append(name)

    await asyncio.gather(*(run(str(n)) for n in range(10)))
    assert before == [[]]
    assert len(heard) == 10


async def test_one_that_fails_leaves_nothing_and_the_others_stand(
    database: Database, now: datetime, commits: list[str]
):
    def half(db: Transaction) -> None:
        timers.start(db, "n", "half", now)
        raise LookupError("in the middle")

    def twice(db: Transaction) -> None:
        timers.start(db, "n", "twice", now)
        db.execute(sa.insert(timers_table).values(kind="n", about="twice", due_at=now))

    works = [_starts(now, "a"), half, _starts(now, "b"), twice, _starts(now, "c")]
    found = await asyncio.gather(*(database.run(work) for work in works), return_exceptions=True)

    assert [type(one).__name__ for one in found] == [
        "NoneType", "LookupError", "NoneType", "IntegrityError", "NoneType",
    ]  # fmt: skip
    assert sorted(await database.read(_names)) == ["a", "b", "c"]


async def test_trouble_of_one_is_nobody_elses(database: Database, now: datetime):
    def full(db: Transaction) -> None:
        timers.start(db, "n", "full", now)
        raise sa.exc.OperationalError("INSERT", {}, sqlite3.OperationalError("disk is full"))

    works = [_starts(now, "a"), _starts(now, "b"), full, _starts(now, "c")]
    found = await asyncio.gather(*(database.run(work) for work in works), return_exceptions=True)

    assert [isinstance(one, Exception) for one in found] == [False, False, True, False]
    assert sorted(await database.read(_names)) == ["a", "b", "c"]


async def test_a_commit_that_fails_is_tried_by_each_alone(database: Database, now: datetime):
    await database.run(_starts(now, "first"))
    tries: list[int] = []

    def fails_once(_: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise sa.exc.OperationalError("COMMIT", {}, OSError("disk full"))

    sa.event.listen(database.writer.engine, "commit", fails_once)
    await asyncio.gather(*(database.run(_starts(now, f"n{n}")) for n in range(6)))

    assert len(await database.read(_names)) == 7
    assert len(tries) == 1 + 6


async def test_all_who_wait_for_another_processes_lock_hear_it_at_once(
    database: Database, now: datetime
):
    def impatient(db: Transaction) -> None:
        db.connection.exec_driver_sql("PRAGMA busy_timeout=300").close()

    await database.run(impatient)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    found = await asyncio.gather(
        *(database.run(_starts(now, str(n))) for n in range(20)), return_exceptions=True
    )
    took = time.monotonic() - began
    other.execute("ROLLBACK")
    other.close()

    assert all(isinstance(one, Exception) and is_trouble(one) for one in found)
    assert took < 20 * 0.3 / 2
    await database.run(_starts(now, "after"))
    assert await database.read(_names) == ["after"]


async def test_closing_waits_for_all_that_was_asked_for(database: Database, now: datetime):
    asked = [asyncio.create_task(database.run(_starts(now, str(n)))) for n in range(60)]
    await asyncio.sleep(0)

    await database.close()
    await asyncio.gather(*asked)
    assert len(await database.read(_names)) == 60

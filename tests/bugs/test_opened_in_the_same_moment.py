"""Connections that opened a new database in the same moment found it locked and gave up."""

import asyncio
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database, Transaction
from storage.vault import Key, Vault


def one(db: Transaction) -> int:
    return db.count(sa.text("SELECT 1"))


async def test_all_of_them_wait_for_their_turn(tmp_path: Path):
    vault = Vault(Key.new())
    for attempt in range(40):  # two of a hundred attempts failed
        several = [Database(tmp_path / f"{attempt}.db", vault) for _ in range(8)]

        units = [db.run(one) if n % 2 else db.read(one) for n, db in enumerate(several)]
        assert await asyncio.gather(*units) == [1] * 8
        for database in several:
            await database.close()

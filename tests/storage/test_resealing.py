"""A new key: everything is sealed anew, also when it was cut off half-way."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.messages import Address, Place
from storage import memory, outbox, people, resealing
from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.tables import SEALED
from storage.vault import Key, Vault

PEOPLE = 40


async def _filled(path: Path, key: Key, now: datetime) -> None:
    database = Database(path, Vault(key))
    await migrate(database)

    def fill(db: Transaction) -> None:
        for n in range(PEOPLE):
            address = Address("matrix", f"@p{n}:example.org")
            met = people.meet(db, address, "da", True, "Europe/Copenhagen", now)
            people.heard_at(db, met.id, Place("matrix", f"!room{n}:example.org"), now)
            outbox.put(db, id=f"l{n}", lane=met.id, kind="tell", payload={"n": n}, now=now)
        memory.keep(db, "matrix:since", "s1")

    await database.run(fill)
    await database.close()


def _stale(db: Transaction) -> int:
    found = 0
    for table, _, column in SEALED:
        rows = db.all(sa.select(column.label("sealed")).where(column.is_not(None)))
        found += sum(db.is_stale(row["sealed"]) for row in rows)
        assert table is column.table
    return found


async def test_everything_is_sealed_anew_and_the_old_key_is_needed_no_more(
    tmp_path: Path, key: Key, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resealing, "BATCH", 7)
    path = tmp_path / "p.db"
    await _filled(path, key, now)
    database = Database(path, Vault(key.rotated()))

    assert await resealing.reseal_everything(database) == 3 * PEOPLE + 1
    assert await database.read(_stale) == 0
    assert await resealing.reseal_everything(database) == 0
    await database.close()


async def test_a_rotation_that_was_cut_off_is_simply_run_again(
    tmp_path: Path, key: Key, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resealing, "BATCH", 7)
    path = tmp_path / "p.db"
    await _filled(path, key, now)
    first = key.rotated()
    database = Database(path, Vault(first))
    really, batches = resealing._reseal_some, iter(range(9))

    def dies_after_nine(*args: Any) -> Any:
        if next(batches, None) is None:
            raise ConnectionAbortedError
        return really(*args)

    with monkeypatch.context() as patch, pytest.raises(ConnectionAbortedError):
        patch.setattr(resealing, "_reseal_some", dies_after_nine)
        await resealing.reseal_everything(database)

    assert 0 < await database.read(_stale) < 3 * PEOPLE + 1
    await database.close()

    second = first.rotated()
    again = Database(path, Vault(second))
    assert await resealing.reseal_everything(again) == 3 * PEOPLE + 1
    await again.close()

    only = Database(path, Vault(second.only_current()))
    assert await only.read(_stale) == 0
    assert await only.read(memory.recall, "matrix:since") == "s1"
    anna = await only.read(people.recognise, Address("matrix", "@p7:example.org"))
    assert anna is not None
    place = await only.read(people.place_of, PersonId(anna.id))
    assert place == Place("matrix", "!room7:example.org")
    await only.close()

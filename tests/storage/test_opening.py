"""A database is opened with the key it was made with, whole, or not at all."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.messages import Address
from storage import people
from storage.database import Database, is_trouble
from storage.opening import DamagedDatabase, open_up
from storage.vault import Key, Vault, VaultError

ROSA = Address("matrix", "@rosa:example.org")


async def test_the_key_a_database_was_made_with_opens_it(tmp_path: Path, key: Key):
    database = Database(tmp_path / "p.db", Vault(key))

    assert await open_up(database) is True
    assert await open_up(database) is False
    await database.close()


@pytest.mark.parametrize("wrong", ["another", "other index", "other sealing"])
async def test_a_wrong_key_is_told_before_it_does_harm(tmp_path: Path, key: Key, wrong: str):
    made = Database(tmp_path / "p.db", Vault(key))
    await open_up(made)
    await made.close()
    keys = {
        "another": Key.new(),
        "other index": Key(Key.new().index, key.sealing),
        "other sealing": Key(key.index, Key.new().sealing),
    }
    database = Database(tmp_path / "p.db", Vault(keys[wrong]))

    with pytest.raises(VaultError, match="does not fit this database"):
        await open_up(database)
    await database.close()


async def test_a_key_that_was_rotated_still_fits(tmp_path: Path, key: Key):
    made = Database(tmp_path / "p.db", Vault(key))
    await open_up(made)
    await made.close()

    again = Database(tmp_path / "p.db", Vault(key.rotated()))
    assert await open_up(again) is False
    await again.close()


async def test_a_file_with_a_damaged_page_is_not_worked_on(tmp_path: Path, key: Key, now: datetime):
    path = tmp_path / "p.db"
    made = Database(path, Vault(key))
    await open_up(made)
    for n in range(300):
        address = Address("matrix", f"@p{n}:example.org")
        await made.run(people.meet, address, "da", True, "Europe/Copenhagen", now)
    await made.checkpoint()
    await made.close()
    raw = bytearray(path.read_bytes())
    for page in range(3, len(raw) // 4096, 2):
        raw[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(raw)

    database = Database(path, Vault(key))
    try:
        with pytest.raises(Exception) as told:
            await open_up(database)
        assert isinstance(told.value, DamagedDatabase) or is_trouble(told.value)
    finally:
        await database.close()


async def test_a_file_that_is_no_database_is_trouble(tmp_path: Path, key: Key):
    (tmp_path / "p.db").write_text("this is a letter to my sister, " * 200)
    database = Database(tmp_path / "p.db", Vault(key))

    with pytest.raises(Exception) as told:
        await open_up(database)

    assert is_trouble(told.value)
    assert "sister" not in str(told.value)
    await database.close()

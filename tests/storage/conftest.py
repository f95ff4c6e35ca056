"""A database of its own for each test. Whatever runs on it must make sense to PostgreSQL as well."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from storage.database import Database
from storage.migrating import migrate
from storage.vault import Key, Vault
from tests.storage.twin import compile_for_postgresql_too

NOW = datetime(2030, 1, 7, 19, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def key() -> Key:
    return Key.new()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest_asyncio.fixture
async def database(tmp_path: Path, key: Key) -> AsyncIterator[Database]:
    database = Database(tmp_path / "peerbot.db", Vault(key))
    compile_for_postgresql_too(database)
    await migrate(database)
    yield database
    await database.close()

"""Brings the database to the newest shape at start; safe when several processes start at once."""

import importlib.resources
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database, Transaction
from storage.tables import metadata


class NewerDatabase(Exception):
    """The database was written by a newer peerbot; says which."""


async def migrate(database: Database) -> bool:
    """Run what is missing, each step whole or not at all; whether anything was done.

    Raises NewerDatabase when the file is from a later version than this program.
    """
    _load()
    return await database.run(_upgrade)


def _load() -> None:
    # Before the lock is taken: processes that start at the same time wait for each other, and on a busy
    # machine six times loading Alembic was longer than any of them waits.
    import alembic.autogenerate
    import alembic.command
    import alembic.script  # noqa: F401


def _upgrade(db: Transaction) -> bool:
    # Imported here: Alembic costs 185 ms that a start without news need not pay twice.
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_folder()))
    # Statements over tables that a migration looks up are never run again, and would stay for good.
    connection = db.connection.execution_options(compiled_cache=None)
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    before = MigrationContext.configure(connection).get_current_revision()
    if before is not None and before not in {r.revision for r in script.walk_revisions()}:
        raise NewerDatabase(before)
    if before == script.get_current_head():
        return False
    command.upgrade(config, "head")
    return True


def _folder() -> Path:
    return Path(str(importlib.resources.files("storage") / "migrations"))


def differences(connection: sa.Connection) -> list[object]:
    """What the database's tables lack against `storage.tables`; empty when they are the same."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    return list(compare_metadata(MigrationContext.configure(connection), metadata))

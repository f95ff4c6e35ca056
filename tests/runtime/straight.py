"""The same database without the threads between: units run at once, so that thousands can be played.

Same engine, statements, settings and file; `tests/storage/test_database.py` is about the threads.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from storage.connecting import set_up
from storage.database import Database, Transaction
from storage.vault import Vault


class StraightDatabase(Database):
    """Runs every unit where it is asked for."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self.path, self.vault = path, vault
        self.straight, self.looking = _engine(path, writes=True), _engine(path, writes=False)

    async def run_caused(
        self, cause: str, unit: Callable[..., Any], *args: Any, **more: Any
    ) -> Any:
        with self.straight.begin() as connection:
            return unit(Transaction(connection, self.vault, cause), *args, **more)

    async def read(self, look: Callable[..., Any], *args: Any, **more: Any) -> Any:
        with self.looking.connect() as connection:
            return look(Transaction(connection, self.vault), *args, **more)

    async def checkpoint(self) -> bool:
        with self.straight.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            row = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return bool(row[0] == 0)

    async def close(self) -> None:
        self.straight.dispose()
        self.looking.dispose()


COMPILED: dict[Any, Any] = {}  # statements, for all the databases of this process


def _engine(path: Path, *, writes: bool) -> sa.Engine:
    engine = sa.create_engine(f"sqlite:///{path}", hide_parameters=True)
    set_up(engine, writes=writes)
    return engine.execution_options(compiled_cache=COMPILED)

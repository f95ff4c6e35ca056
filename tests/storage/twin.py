"""Nothing may be said to SQLite that cannot be said to PostgreSQL."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Database

POSTGRESQL = postgresql.dialect()


def compile_for_postgresql_too(database: Database) -> list[str]:
    """From now on every statement that runs here is compiled for PostgreSQL as well; those texts.

    Upserts are left out: they are built for one dialect, and `test_twin` builds them for the other.
    """
    said: list[str] = []

    def before(connection: Any, statement: Any, *_: Any) -> None:
        if isinstance(statement, sa.sql.ClauseElement) and not isinstance(statement, sqlite.Insert):
            said.append(str(statement.compile(dialect=POSTGRESQL)))

    for engine in (line.engine for line in (database.writer, *database.readers)):
        sa.event.listen(engine, "before_execute", before)
    return said

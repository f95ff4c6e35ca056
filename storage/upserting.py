"""Put a row there whether or not it was there before, on either database."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Transaction


def upsert(db: Transaction, table: sa.Table, row: Mapping[str, Any]) -> None:
    """Insert `row`, or overwrite the columns it names in the row with the same primary key."""
    db.execute(_overwriting(db.connection.dialect.name, table, tuple(row)), dict(row))


def add_if_new(db: Transaction, table: sa.Table, row: Mapping[str, Any]) -> bool:
    """Insert `row` unless its primary key is taken; whether it was new."""
    statement = _adding(db.connection.dialect.name, table)
    return db.execute(statement, dict(row)).rowcount == 1


@lru_cache  # a statement that is built anew for every event costs more than running it
def _overwriting(dialect: str, table: sa.Table, names: tuple[str, ...]) -> sa.Executable:
    keys = _keys(table)
    statement = _insert(dialect, table)
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    made: sa.Executable = statement.on_conflict_do_update(index_elements=keys, set_=rest)
    return made


@lru_cache
def _adding(dialect: str, table: sa.Table) -> sa.Executable:
    made: sa.Executable = _insert(dialect, table).on_conflict_do_nothing(
        index_elements=_keys(table)
    )
    return made


def _keys(table: sa.Table) -> list[str]:
    return [column.name for column in table.primary_key]


def _insert(dialect: str, table: sa.Table) -> Any:
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)

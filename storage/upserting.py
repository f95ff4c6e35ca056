"""Put a row there whether or not it was there before, on either database."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Transaction


def upsert(db: Transaction, table: sa.Table, row: Mapping[str, Any]) -> None:
    """Insert `row`, or overwrite the columns it names in the row with the same primary key."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(db, table).values(**row)
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    db.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def add_if_new(db: Transaction, table: sa.Table, row: Mapping[str, Any]) -> bool:
    """Insert `row` unless its primary key is taken; whether it was new."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(db, table).values(**row).on_conflict_do_nothing(index_elements=keys)
    return db.execute(statement).rowcount == 1


def _insert(db: Transaction, table: sa.Table) -> Any:
    dialect = postgresql if db.connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)

"""Statements that are built for one kind of database must be right for the other, too."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
import sqlalchemy as sa

from storage import outbox
from storage.database import Transaction
from storage.tables import metadata
from storage.upserting import add_if_new, upsert
from tests.storage.conftest import NOW
from tests.storage.twin import POSTGRESQL


class OnPostgresql:
    """Writes down what would be said to PostgreSQL, and finds nothing there."""

    connection = SimpleNamespace(dialect=SimpleNamespace(name="postgresql"))

    def __init__(self) -> None:
        self.said: list[str] = []

    def execute(self, statement: sa.ClauseElement, rows: Any = None) -> Any:
        self.said.append(str(statement.compile(dialect=POSTGRESQL)))
        return SimpleNamespace(rowcount=1, scalars=list)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_every_table_can_be_upserted_on_postgresql(table: sa.Table):
    db = OnPostgresql()
    row = {column.name: None for column in table.c}

    assert add_if_new(cast(Transaction, db), table, row)
    if len(row) > len(table.primary_key):
        upsert(cast(Transaction, db), table, row)

    nothing, *update = db.said
    assert nothing.endswith("DO NOTHING")
    assert all("ON CONFLICT (" in said and "DO UPDATE SET" in said for said in update)


def test_several_workers_on_postgresql_pass_over_what_another_is_taking():
    db = OnPostgresql()

    outbox.claim(cast(Transaction, db), "me", NOW, NOW, lanes=3, without=["busy"])

    assert db.said[0].endswith("FOR UPDATE SKIP LOCKED")

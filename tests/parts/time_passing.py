"""Time that passes for an installation while its bot does not run: all its moments move back."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from storage.columns import UtcTime
from storage.tables import metadata

_TICK = timedelta(microseconds=1)


def let_pass(database: Path, time: timedelta) -> None:
    """As long a pause as this, with nobody having to wait for it. The bot must be stopped."""
    with sqlite3.connect(database) as db:
        for table in metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, UtcTime):
                    moved = f'UPDATE "{table.name}" SET "{column.name}" = "{column.name}" - ?'
                    db.execute(moved, (time // _TICK,))
    db.close()


def moment(database: Path, column: sa.Column[object]) -> int:
    """The one value in this column of moments, in microseconds since 1970."""
    with sqlite3.connect(database) as db:
        ((value,),) = db.execute(f'SELECT "{column.name}" FROM "{column.table.name}"').fetchall()
    db.close()
    return int(value)

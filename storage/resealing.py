"""Seal everything anew with the current key."""

import sqlalchemy as sa

from storage.database import Database, Transaction
from storage.tables import SEALED

BATCH = 500  # rows of one transaction; more would hold the writer for long


async def reseal_everything(database: Database) -> int:
    """Walk every sealed column; how many values were sealed anew. Safe to run again."""
    total = 0
    for table, row, column in SEALED:
        last = ""
        while True:
            done, last = await database.run(_reseal_some, table, row, column, last)
            total += done
            if not last:
                break
    return total


def _reseal_some(
    db: Transaction,
    table: sa.Table,
    row: sa.Column[str],
    column: sa.Column[bytes],
    after: str,
) -> tuple[int, str]:
    """The next rows after this one; how many were stale, and the last one ("": the end)."""
    found = db.all(
        sa.select(row.label("row"), column.label("sealed"))
        .where(row > after, column.is_not(None))
        .order_by(row)
        .limit(BATCH)
    )
    done = 0
    for one in found:
        if not db.is_stale(one["sealed"]):
            continue
        text = db.unseal(column, one["row"], one["sealed"])
        sealed = db.seal(column, one["row"], text)
        db.execute(sa.update(table).where(row == one["row"]).values({column.name: sealed}))
        done += 1
    return done, found[-1]["row"] if len(found) == BATCH else ""

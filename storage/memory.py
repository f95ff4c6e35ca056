"""What platform adapters must remember across restarts: positions, devices, keys. All sealed."""

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import memory
from storage.upserting import upsert


def recall(db: Transaction, name: str) -> str | None:
    """The value kept under `name`, or None."""
    row = db.one(sa.select(memory).where(memory.c.name == db.index("memory", name)))
    if row is None:
        return None
    return db.unseal(memory.c.value_sealed, row["name"], row["value_sealed"])


def keep(db: Transaction, name: str, value: str) -> None:
    """Keep `value` under `name`; the name itself is not kept in clear."""
    key = db.index("memory", name)
    sealed = db.seal(memory.c.value_sealed, key, value)
    upsert(db, memory, {"name": key, "value_sealed": sealed})

"""Events a fault of ours kept us from handling: sealed, to be tried again after a mend."""

from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import set_aside
from storage.upserting import upsert


def keep(
    db: Transaction, event: str, kind: str, fault: str, written: str, tries: int, now: datetime
) -> str:
    """Put one aside; the key it is known by."""
    key = db.index("event", event)
    sealed = db.seal(set_aside.c.event_sealed, key, written)
    row = {"event": key, "at": now, "kind": kind, "fault": fault, "tries": tries}
    upsert(db, set_aside, {**row, "event_sealed": sealed})
    return key


def count(db: Transaction) -> int:
    """How many wait for a mend."""
    return db.count(sa.select(sa.func.count()).select_from(set_aside))

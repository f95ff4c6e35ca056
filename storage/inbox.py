"""Which events we have seen, so that each is handled once."""

from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import inbox
from storage.upserting import add_if_new


def first_time(db: Transaction, event: str, now: datetime) -> bool:
    """Whether this event is new to us; from now on it is not."""
    return add_if_new(db, inbox, {"event": db.index("event", event), "at": now})


def prune(db: Transaction, before: datetime) -> int:
    """Forget events handled before then; platforms repeat theirs within hours, not weeks."""
    return db.execute(sa.delete(inbox).where(inbox.c.at < before)).rowcount

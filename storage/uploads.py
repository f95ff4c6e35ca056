"""Files a visitor brought, until the relay has fetched them: sealed with a key that only the letter has."""

from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import uploads


def keep(db: Transaction, id: str, sealed: bytes, now: datetime) -> None:
    """Put one by. What nobody fetches is thrown away after a while (`visits.prune`)."""
    db.execute(sa.insert(uploads).values(id=id, upload_sealed=sealed, at=now))


def get(db: Transaction, id: str) -> bytes | None:
    """One that was put by, still sealed."""
    row = db.one(sa.select(uploads.c.upload_sealed).where(uploads.c.id == id))
    return None if row is None else bytes(row["upload_sealed"])

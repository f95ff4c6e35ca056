"""What must happen later."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import timers
from storage.upserting import add_if_new, upsert


class Due(NamedTuple):
    """A timer whose time has come."""

    kind: str
    about: str
    due_at: datetime


def start(db: Transaction, kind: str, about: str, due: datetime) -> None:
    """Ring at `due`; moves the timer if it was running."""
    upsert(db, timers, {"kind": kind, "about": about, "due_at": due})


def ensure(db: Transaction, kind: str, about: str, due: datetime) -> None:
    """Ring at `due`, unless it is set already."""
    add_if_new(db, timers, {"kind": kind, "about": about, "due_at": due})


def stop(db: Transaction, kind: str, about: str) -> None:
    """It need not ring any more."""
    db.execute(sa.delete(timers).where(timers.c.kind == kind, timers.c.about == about))


def stop_all_about(db: Transaction, about: str) -> None:
    """Nothing more is to happen to this thing."""
    db.execute(sa.delete(timers).where(timers.c.about == about))


def rung(db: Transaction, kind: str, about: str, due: datetime) -> bool:
    """Take a timer off because it rings now; False if it was moved or stopped meanwhile."""
    same = sa.and_(timers.c.kind == kind, timers.c.about == about, timers.c.due_at == due)
    return db.execute(sa.delete(timers).where(same)).rowcount == 1


def due(db: Transaction, now: datetime, limit: int = 100) -> Sequence[Due]:
    """Timers whose time has come, the earliest first."""
    rows = db.all(
        sa.select(timers.c.kind, timers.c.about, timers.c.due_at)
        .where(timers.c.due_at <= now)
        .order_by(timers.c.due_at, timers.c.kind, timers.c.about)
        .limit(limit)
    )
    return [Due(**row) for row in rows]


def is_due(db: Transaction, kind: str, about: str, now: datetime) -> bool:
    """Whether this one's time has come, and it has not rung yet."""
    this = sa.and_(timers.c.kind == kind, timers.c.about == about, timers.c.due_at <= now)
    return db.one(sa.select(timers.c.kind).where(this)) is not None


def next_due(db: Transaction) -> datetime | None:
    """When the next timer rings, if any."""
    row = db.one(sa.select(timers.c.due_at).order_by(timers.c.due_at).limit(1))
    return None if row is None else row["due_at"]

"""Days for which coordinators decided other opening hours than the programme's file says."""

from collections.abc import Sequence
from datetime import date, time

import sqlalchemy as sa

from bot.domain.opening import Exceptional, Hours
from storage.database import Transaction
from storage.tables import exceptional_days as days
from storage.upserting import upsert


def of(db: Transaction, programme: str) -> Sequence[Exceptional]:
    """What was decided for a programme, by day."""
    rows = db.all(sa.select(days).where(days.c.programme == programme).order_by(days.c.day))
    return [
        Exceptional(
            date.fromisoformat(row["day"]),
            tuple(Hours(*map(time.fromisoformat, pair)) for pair in row["hours"]),
        )
        for row in rows
    ]


def save(db: Transaction, programme: str, exception: Exceptional) -> None:
    """So it is on this day, whatever was decided for it before."""
    hours = [[one.opens.isoformat(), one.to.isoformat()] for one in exception.hours]
    day = exception.day.isoformat()
    upsert(db, days, {"programme": programme, "day": day, "hours": hours})


def take_back(db: Transaction, programme: str, day: date) -> None:
    """Nothing is decided for this day any more."""
    which = sa.and_(days.c.programme == programme, days.c.day == day.isoformat())
    db.execute(sa.delete(days).where(which))


def prune(db: Transaction, before: date) -> None:
    """Days that are over are needed no more."""
    db.execute(sa.delete(days).where(days.c.day < before.isoformat()))

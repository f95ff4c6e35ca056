"""Appointments that come back. What they are about is sealed."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain.ids import PersonId, SeriesId
from bot.domain.lifecycle import SeriesStatus
from bot.domain.recurring import Recurring
from bot.domain.when.series import Rhythm
from storage.database import Transaction
from storage.tables import appointments, series
from storage.upserting import upsert

_PLAIN = (
    "receiver", "volunteer", "programme", "status", "first_at", "zone", "rhythm", "times", "made",
    "minutes", "made_at", "language", "form",
)  # fmt: skip


def get(db: Transaction, id: str | None) -> Recurring | None:
    """The series with this id."""
    return next(iter(_found(db, series.c.id == id)), None) if id else None


def of_person(db: Transaction, person: PersonId) -> Sequence[Recurring]:
    """Those that are not over of this person, on either side, the oldest first."""
    theirs = sa.or_(series.c.receiver == person, series.c.volunteer == person)
    return _found(db, theirs, series.c.status != SeriesStatus.ENDED)


def prune(db: Transaction) -> int:
    """Forget those that are over and of which no appointment is kept any more."""
    kept = sa.select(appointments.c.series).where(appointments.c.series.is_not(None))
    over = sa.and_(series.c.status == SeriesStatus.ENDED, series.c.id.not_in(kept))
    return db.execute(sa.delete(series).where(over)).rowcount


def save(db: Transaction, one: Recurring) -> None:
    """Keep it as it is now."""
    wish = json.dumps({"topics": sorted(one.topics), "note": one.note, "left_out": one.left_out})
    row: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    sealed = db.seal(series.c.wish_sealed, one.id, wish)
    upsert(db, series, {"id": one.id, "wish_sealed": sealed, **row})


def _found(db: Transaction, *conditions: sa.ColumnElement[bool]) -> list[Recurring]:
    rows = db.all(sa.select(series).where(*conditions).order_by(series.c.made_at, series.c.id))
    return [_series(db, row) for row in rows]


def _series(db: Transaction, row: sa.RowMapping) -> Recurring:
    wish = json.loads(db.unseal(series.c.wish_sealed, row["id"], row["wish_sealed"]))
    plain = {name: row[name] for name in _PLAIN}
    return Recurring(
        **{**plain, "status": SeriesStatus(row["status"]), "rhythm": Rhythm(row["rhythm"])},
        id=SeriesId(row["id"]),
        topics=frozenset(wish["topics"]),
        note=wish["note"],
        left_out=tuple(wish.get("left_out", ())),
    )

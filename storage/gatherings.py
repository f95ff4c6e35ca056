"""Gatherings to come, and those that are over for a while. What they are called is sealed."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.gathering import Gathering, Kind
from bot.domain.ids import GatheringId
from bot.domain.lifecycle import GatheringStatus
from bot.messages import Place
from storage.database import Transaction
from storage.tables import gatherings
from storage.upserting import upsert

_PLAIN = (
    "code", "programme", "kind", "status", "begins_at", "minutes", "made_at", "shown", "changes",
)  # fmt: skip
_TO_COME = gatherings.c.status.in_([GatheringStatus.PLANNED, GatheringStatus.BEGUN])


def get(db: Transaction, id: str) -> Gathering | None:
    """The gathering with this id."""
    return next(iter(_found(db, gatherings.c.id == id)), None)


def coded(db: Transaction, code: str) -> Gathering | None:
    """The gathering coordinators call by this code."""
    return next(iter(_found(db, gatherings.c.code == code.strip().upper())), None)


def to_come(db: Transaction, programme: str, kind: Kind | None = None) -> Sequence[Gathering]:
    """Those of a programme that are to come or going on, the earliest first."""
    wanted = [gatherings.c.programme == programme, _TO_COME]
    return _found(db, *wanted, *([gatherings.c.kind == kind] if kind else []))


def save(db: Transaction, one: Gathering) -> None:
    """Keep it as it is now."""
    said = json.dumps({"name": one.name, "where": one.where})
    row: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    sealed = db.seal(gatherings.c.said_sealed, one.id, said)
    upsert(db, gatherings, {"id": one.id, "said_sealed": sealed, **row})


def keep_room(db: Transaction, id: str, place: Place | None) -> None:
    """Remember where a group meets, or that it does so no longer."""
    said = f"{place.platform}\n{place.room}" if place else None
    sealed = db.seal(gatherings.c.room_sealed, id, said) if said else None
    db.execute(sa.update(gatherings).where(gatherings.c.id == id).values(room_sealed=sealed))


def room_of(db: Transaction, id: str) -> Place | None:
    """Where a group meets, while that is open."""
    row = db.one(sa.select(gatherings.c.room_sealed).where(gatherings.c.id == id))
    if row is None or row["room_sealed"] is None:
        return None
    return Place(*db.unseal(gatherings.c.room_sealed, id, row["room_sealed"]).split("\n"))


def prune(db: Transaction, before: datetime) -> int:
    """Forget those that were over, or to be, before this moment."""
    old = sa.and_(sa.not_(_TO_COME), gatherings.c.begins_at < before)
    return db.execute(sa.delete(gatherings).where(old)).rowcount


def _found(db: Transaction, *conditions: sa.ColumnElement[bool]) -> list[Gathering]:
    asked = sa.select(gatherings).where(*conditions)
    rows = db.all(asked.order_by(gatherings.c.begins_at, gatherings.c.id))
    return [_gathering(db, row) for row in rows]


def _gathering(db: Transaction, row: sa.RowMapping) -> Gathering:
    said = json.loads(db.unseal(gatherings.c.said_sealed, row["id"], row["said_sealed"]))
    return Gathering(
        id=GatheringId(row["id"]),
        programme=row["programme"],
        kind=Kind(row["kind"]),
        name=said["name"],
        where=said["where"],
        begins_at=row["begins_at"],
        minutes=row["minutes"],
        made_at=row["made_at"],
        shown=row["shown"],
        status=GatheringStatus(row["status"]),
        changes=row["changes"],
    )

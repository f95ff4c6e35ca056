"""Receivers who would rather be asked later. What they wish, and when, is sealed."""

import json
from collections.abc import Sequence
from datetime import date, time

import sqlalchemy as sa

from bot.domain.called_back import CallBack, CallBackId, WishedHours
from bot.domain.ids import PersonId
from bot.domain.opening import Hours
from storage.database import Transaction
from storage.tables import call_backs
from storage.upserting import upsert

_PLAIN = ("id", "receiver", "programme", "kept_at", "ends_at", "asks", "asked_until_at",
          "not_before_at")  # fmt: skip


def get(db: Transaction, id: CallBackId) -> CallBack | None:
    """The one with this id, while it lasts."""
    return _first(db, call_backs.c.id == id)


def of(db: Transaction, receiver: PersonId) -> CallBack | None:
    """What this receiver is to be asked about, if anything. There is never more than one."""
    return _first(db, call_backs.c.receiver == receiver)


def of_programme(db: Transaction, programme: str) -> Sequence[CallBack]:
    """Everybody who is to be asked, who wished it first first."""
    rows = db.all(
        sa.select(call_backs)
        .where(call_backs.c.programme == programme)
        .order_by(call_backs.c.kept_at, call_backs.c.id)
    )
    return [_call_back(db, row) for row in rows]


def save(db: Transaction, wish: CallBack) -> None:
    """Keep it as it is now."""
    hours = wish.hours
    sealed = json.dumps(
        {
            "zone": hours.zone,
            "days": sorted(hours.days),
            "hours": [hours.hours.opens.isoformat(), hours.hours.to.isoformat()],
            "on": hours.on and hours.on.isoformat(),
            "language": wish.language,
            "form": wish.form,
            "topics": sorted(wish.topics),
            "note": wish.note,
        }
    )
    row = {name: getattr(wish, name.removesuffix("_at"), None) for name in _PLAIN}
    row |= {"kept_at": wish.kept_at, "ends_at": wish.ends_at}
    row["wish_sealed"] = db.seal(call_backs.c.wish_sealed, wish.id, sealed)
    older = sa.and_(call_backs.c.receiver == wish.receiver, call_backs.c.id != wish.id)
    db.execute(sa.delete(call_backs).where(older))
    upsert(db, call_backs, row)


def end(db: Transaction, id: str) -> None:
    """It is over, and nothing of it stays."""
    db.execute(sa.delete(call_backs).where(call_backs.c.id == id))


def _first(db: Transaction, condition: sa.ColumnElement[bool]) -> CallBack | None:
    row = db.one(sa.select(call_backs).where(condition))
    return None if row is None else _call_back(db, row)


def _call_back(db: Transaction, row: sa.RowMapping) -> CallBack:
    kept = json.loads(db.unseal(call_backs.c.wish_sealed, row["id"], row["wish_sealed"]))
    return CallBack(
        id=CallBackId(row["id"]),
        receiver=PersonId(row["receiver"]),
        programme=row["programme"],
        kept_at=row["kept_at"],
        ends_at=row["ends_at"],
        asks=row["asks"],
        asked_until=row["asked_until_at"],
        not_before=row["not_before_at"],
        hours=WishedHours(
            kept["zone"],
            frozenset(kept["days"]),
            Hours(*map(time.fromisoformat, kept["hours"])),
            date.fromisoformat(kept["on"]) if kept["on"] else None,
        ),
        language=kept["language"],
        form=kept["form"],
        topics=frozenset(kept["topics"]),
        note=kept["note"],
    )

"""Receivers' wishes. What they are about is sealed."""

import json
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.ids import PersonId, RequestId
from bot.domain.lifecycle import RequestStatus
from bot.domain.request import Request
from storage.database import Transaction
from storage.tables import requests
from storage.upserting import upsert

NO_WISH = '{"topics": [], "note": null}'
FORGOTTEN = "forgotten"  # the outcome of a request whose wish is no longer kept

_WAITING = requests.c.status.in_([RequestStatus.OPEN, RequestStatus.OFFERED])


def get(db: Transaction, id: RequestId) -> Request | None:
    """The request with this id, or None when it was erased."""
    return _first(db, requests.c.id == id)


def coded(db: Transaction, code: str) -> Request | None:
    """The request people call by this code."""
    return _first(db, requests.c.code == code.strip().upper())


def waiting_by(db: Transaction, receiver: PersonId) -> Request | None:
    """What this receiver is waiting for, if anything. There is never more than one."""
    return _first(db, requests.c.receiver == receiver, _WAITING)


def waiting(db: Transaction, programme: str) -> Sequence[Request]:
    """Everybody who waits, in the order they are served."""
    rows = db.all(
        sa.select(requests)
        .where(requests.c.programme == programme, _WAITING)
        .order_by(requests.c.front.desc(), requests.c.waiting_since, requests.c.id)
    )
    return [_request(db, row) for row in rows]


def receivers_waiting(db: Transaction) -> set[PersonId]:
    """Everybody who waits for somebody: they are not asked to give meanwhile."""
    found = db.execute(sa.select(requests.c.receiver).where(_WAITING)).scalars()
    return {PersonId(receiver) for receiver in found}


def prune(db: Transaction, wishes_before: datetime, before: datetime) -> None:
    """Forget what old wishes were about, and older ones altogether."""
    over = sa.not_(_WAITING)
    db.execute(sa.delete(requests).where(over, requests.c.opened_at < before))
    # Once blank it is not looked at again: the wished-for volunteer goes with the wish.
    old = sa.select(requests.c.id).where(
        over, requests.c.opened_at < wishes_before, requests.c.outcome != FORGOTTEN
    )
    for row in db.all(old):
        blank = db.seal(requests.c.wish_sealed, row["id"], NO_WISH)
        where = sa.update(requests).where(requests.c.id == row["id"])
        db.execute(where.values(wish_sealed=blank, wished_for=None, outcome=FORGOTTEN))


def save(db: Transaction, request: Request) -> None:
    """Keep it as it is now."""
    wish = json.dumps({"topics": sorted(request.topics), "note": request.note})
    names = ("receiver", "programme", "status", "opened_at", "waiting_since", "language", "form")
    more = ("wave", "signs", "front", "wished_for", "outcome")
    row = {name: getattr(request, name) for name in (*names, *more)}
    sealed = db.seal(requests.c.wish_sealed, request.id, wish)
    upsert(db, requests, {"id": request.id, "code": request.code, "wish_sealed": sealed, **row})


def _first(db: Transaction, *conditions: sa.ColumnElement[bool]) -> Request | None:
    row = db.one(sa.select(requests).where(*conditions))
    return None if row is None else _request(db, row)


def _request(db: Transaction, row: sa.RowMapping) -> Request:
    wish = json.loads(db.unseal(requests.c.wish_sealed, row["id"], row["wish_sealed"]))
    plain = {k: v for k, v in row.items() if k not in ("code", "wish_sealed", "status")}
    return Request(
        **plain,
        status=RequestStatus(row["status"]),
        topics=frozenset(wish["topics"]),
        note=wish["note"],
    )

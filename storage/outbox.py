"""What must go out. A letter is sealed while it waits and deleted when it is delivered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage import sealed_json
from storage.columns import UtcTime
from storage.database import Transaction
from storage.tables import outbox
from storage.vault import VaultError

# Run for every event, and so built once: building costs more than running.
_NOW = sa.bindparam("now", type_=UtcTime())
_earlier = outbox.alias("earlier")
_FREE = sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= _NOW)
_HEADS = (
    sa.select(outbox.c.lane)
    .where(
        outbox.c.due_at <= _NOW,
        _FREE,
        ~sa.exists().where(_earlier.c.lane == outbox.c.lane, _earlier.c.seq < outbox.c.seq),
        outbox.c.lane.not_in(sa.bindparam("without", expanding=True)),
    )
    .order_by(outbox.c.seq)
    .limit(sa.bindparam("lanes", type_=sa.Integer()))
    .with_for_update(skip_locked=True)
)
_OF_LANES = (
    sa.select(outbox)
    .where(outbox.c.lane.in_(sa.bindparam("chosen", expanding=True)), outbox.c.due_at <= _NOW)
    .order_by(outbox.c.seq)
)
_LEASE = (
    sa.update(outbox)
    .where(outbox.c.id.in_(sa.bindparam("ids", expanding=True)))
    .values(lease_owner=sa.bindparam("owner"), lease_until=sa.bindparam("until", type_=UtcTime()))
)
_LEFT = sa.select(outbox.c.id).where(outbox.c.due_at <= _NOW, _FREE).limit(1)
_PUT = sa.insert(outbox)
_SETTLE = sa.delete(outbox).where(outbox.c.id == sa.bindparam("letter"))

LANE_BATCH = 5  # letters of one lane taken at once; more would make other lanes wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One letter, claimed for sending. `id` is what a platform may remember it by."""

    id: str
    lane: str
    kind: str
    person: str | None
    about: str
    text: str
    attempts: int
    put_at: datetime
    expires_at: datetime | None
    damaged: bool = False  # what it says cannot be opened any more
    payload: Mapping[str, Any] = field(repr=False)


def put(
    db: Transaction,
    *,
    id: str,
    lane: str,
    kind: str,
    payload: Mapping[str, Any],
    now: datetime,
    person: str | None = None,
    about: str = "",
    text: str = "",
    expires_at: datetime | None = None,
) -> None:
    """One letter more, behind the others of its lane."""
    db.execute(
        _PUT,
        {
            "id": id,
            "lane": lane,
            "kind": kind,
            "person": person,
            "about": about,
            "text": text,
            "payload_sealed": db.seal(outbox.c.payload_sealed, id, sealed_json.written(payload)),
            "due_at": now,
            "expires_at": expires_at,
            "attempts": 0,
            "put_at": now,
        },
    )


def claim(
    db: Transaction,
    owner: str,
    now: datetime,
    lease_until: datetime,
    lanes: int,
    without: Collection[str] = (),
) -> Sequence[Waiting]:
    """Take letters to send: the first ones of up to `lanes` lanes nobody else is sending from.

    A lease that ran out counts as none: whoever held it died, and the letter goes again under the
    same id.
    """
    asked = {"now": now, "lanes": lanes, "without": list(without)}
    chosen = list(db.execute(_HEADS, asked).scalars())
    if not chosen:
        return []
    rows = db.all(_OF_LANES, {"now": now, "chosen": chosen})
    taken = [row for lane in chosen for row in _first_of(rows, lane)]
    ids = [row["id"] for row in taken]
    db.execute(_LEASE, {"ids": ids, "owner": owner, "until": lease_until})
    return [_waiting(db, row) for row in taken]


def leaves_any(db: Transaction, now: datetime) -> bool:
    """Whether a letter is due that nobody has claimed."""
    return db.one(_LEFT, {"now": now}) is not None


def find(db: Transaction, id: str) -> Waiting | None:
    """The letter with this id, if it still waits."""
    row = db.one(sa.select(outbox).where(outbox.c.id == id))
    return None if row is None else _waiting(db, row)


def settle(db: Transaction, id: str) -> bool:
    """It is delivered, or given up: its words are gone. False if it was settled before."""
    return db.execute(_SETTLE, {"letter": id}).rowcount == 1


def put_off(db: Transaction, id: str, until: datetime) -> None:
    """Try again then; the letters behind it in its lane wait."""
    db.execute(
        sa.update(outbox)
        .where(outbox.c.id == id)
        .values(due_at=until, attempts=outbox.c.attempts + 1, lease_owner=None, lease_until=None)
    )


def let_go(db: Transaction, owner: str, ids: Collection[str]) -> None:
    """Give back letters claimed but not tried."""
    db.execute(
        sa.update(outbox)
        .where(outbox.c.id.in_(ids), outbox.c.lease_owner == owner)
        .values(lease_owner=None, lease_until=None)
    )


def let_go_all(db: Transaction) -> None:
    """Take back every lease: at start, when nobody else can be sending from this database."""
    db.execute(sa.update(outbox).values(lease_owner=None, lease_until=None))


def next_due(db: Transaction, now: datetime) -> datetime | None:
    """When the next letter that was put off is due."""
    later = sa.select(sa.func.min(outbox.c.due_at)).where(outbox.c.due_at > now)
    found: datetime | None = db.execute(later).scalar_one_or_none()
    return found


def drop_for(db: Transaction, person: str) -> None:
    """Nothing more goes to this person."""
    db.execute(sa.delete(outbox).where(outbox.c.person == person))


def _first_of(rows: Sequence[sa.RowMapping], lane: str) -> list[sa.RowMapping]:
    return [row for row in rows if row["lane"] == lane][:LANE_BATCH]


def _waiting(db: Transaction, row: sa.RowMapping) -> Waiting:
    names = ("id", "lane", "kind", "person", "about", "text", "attempts", "put_at", "expires_at")
    found = {name: row[name] for name in names}
    try:
        payload = db.unseal(outbox.c.payload_sealed, row["id"], row["payload_sealed"])
    except VaultError:  # one damaged letter must not keep all the others back
        return Waiting(**found, payload={}, damaged=True)
    return Waiting(**found, payload=sealed_json.read(payload))

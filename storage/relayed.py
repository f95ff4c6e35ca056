"""Which message became which on the other side: kept hours, for edits, replies and deletions."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.messages import Place
from storage.database import Transaction
from storage.questions import message_index
from storage.tables import relayed
from storage.upserting import add_if_new

_COPIED = (
    sa.update(relayed)
    .where(relayed.c.origin_index == sa.bindparam("origin"))
    .values(copy_index=sa.bindparam("index"), copy_sealed=sa.bindparam("sealed"))
)


class Pair(NamedTuple):
    """One relayed message: where it came from and, once delivered, where its copy is."""

    origin: str  # the origin's keyed hash
    contact: str
    sender: PersonId


class Shown(NamedTuple):
    """A message and where it is."""

    place: Place
    message: str


def came(
    db: Transaction, contact: str, sender: PersonId, place: Place, message: str, now: datetime
) -> str:
    """A message to relay came in; its keyed hash."""
    origin = message_index(db, place, message)
    sealed = db.seal(relayed.c.origin_sealed, origin, _written(place, message))
    row = {"origin_index": origin, "contact": contact, "sender": sender}
    add_if_new(db, relayed, {**row, "origin_sealed": sealed, "at": now})
    return origin


def copied(db: Transaction, origin: str, place: Place, message: str) -> None:
    """Its copy is on the other side."""
    sealed = db.seal(relayed.c.copy_sealed, origin, _written(place, message))
    index = message_index(db, place, message)
    db.execute(_COPIED, {"origin": origin, "index": index, "sealed": sealed})


def from_message(db: Transaction, place: Place, message: str) -> Pair | None:
    """The pair that this message is the origin of."""
    return _pair(db, relayed.c.origin_index == message_index(db, place, message))


def touching(db: Transaction, place: Place, message: str) -> Pair | None:
    """The pair that this message is either side of."""
    index = message_index(db, place, message)
    return _pair(db, sa.or_(relayed.c.origin_index == index, relayed.c.copy_index == index))


def seen_by(db: Transaction, origin: str, person: PersonId) -> Shown | None:
    """The side of this pair that `person` sees: their own message, or the copy they got."""
    row = db.one(sa.select(relayed).where(relayed.c.origin_index == origin))
    if row is None:
        return None
    own = row["sender"] == person
    column = relayed.c.origin_sealed if own else relayed.c.copy_sealed
    sealed = row["origin_sealed"] if own else row["copy_sealed"]
    if sealed is None:
        return None
    platform, room, message = db.unseal(column, origin, sealed).split("\n")
    return Shown(Place(platform, room), message)


def unanswered_since(
    db: Transaction, contact: str, asker: PersonId, other: PersonId
) -> datetime | None:
    """When `asker` wrote the first of what `other` has not answered by anything; None if nothing."""
    theirs = sa.select(sa.func.max(relayed.c.at)).where(
        relayed.c.contact == contact, relayed.c.sender == other
    )
    last: datetime | None = db.execute(theirs).scalar_one_or_none()
    mine = [relayed.c.contact == contact, relayed.c.sender == asker]
    if last is not None:
        mine.append(relayed.c.at > last)
    first: datetime | None = db.execute(
        sa.select(sa.func.min(relayed.c.at)).where(*mine)
    ).scalar_one_or_none()
    return first


def prune(db: Transaction, before: datetime) -> int:
    """Forget pairs older than that."""
    return db.execute(sa.delete(relayed).where(relayed.c.at < before)).rowcount


def _pair(db: Transaction, condition: sa.ColumnElement[bool]) -> Pair | None:
    row = db.one(sa.select(relayed).where(condition))
    return None if row is None else Pair(row["origin_index"], row["contact"], row["sender"])


def _written(place: Place, message: str) -> str:
    return f"{place.platform}\n{place.room}\n{message}"

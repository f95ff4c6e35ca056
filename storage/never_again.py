"""Pairs that are never matched again. Only a keyed hash is kept, and it outlives both people."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage.database import Transaction
from storage.tables import never_again, people
from storage.upserting import add_if_new


def add(db: Transaction, receiver: PersonId, volunteer: PersonId) -> None:
    """These two are never matched again, whichever of them asks."""
    indexes = _address_indexes(db, [receiver, volunteer])
    if len(indexes) == 2:
        add_if_new(db, never_again, {"pair": _pair(db, *indexes.values())})


def among(db: Transaction, person: PersonId, others: Sequence[PersonId]) -> set[PersonId]:
    """Which of `others` are never to be matched with `person`."""
    indexes = _address_indexes(db, [person, *others])
    own = indexes.pop(person, None)
    if own is None:
        return set()
    pairs = {_pair(db, own, index): other for other, index in indexes.items()}
    found = db.execute(sa.select(never_again.c.pair).where(never_again.c.pair.in_(pairs)))
    return {pairs[pair] for pair in found.scalars()}


def _address_indexes(db: Transaction, ids: Sequence[PersonId]) -> dict[PersonId, str]:
    rows = db.all(sa.select(people.c.id, people.c.address_index).where(people.c.id.in_(ids)))
    return {PersonId(row["id"]): row["address_index"] for row in rows}


def _pair(db: Transaction, one: str, other: str) -> str:
    # By address, not by id: somebody who is forgotten and comes back is still the same person.
    return db.index("never-again", "\n".join(sorted((one, other))))

"""Pairs that are never matched again. Only a keyed hash is kept, and it outlives both people."""

import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage import people
from storage.database import Transaction
from storage.tables import never_again
from storage.upserting import add_if_new


def add(db: Transaction, receiver: PersonId, volunteer: PersonId) -> None:
    """These two are never matched again, whichever of them asks."""
    pair = _pair(db, receiver, volunteer)
    if pair:
        add_if_new(db, never_again, {"pair": pair})


def among(db: Transaction, person: PersonId, others: list[PersonId]) -> set[PersonId]:
    """Which of `others` are never to be matched with `person`."""
    pairs = {pair: other for other in others if (pair := _pair(db, person, other))}
    if not pairs:
        return set()
    found = db.execute(sa.select(never_again.c.pair).where(never_again.c.pair.in_(pairs)))
    return {pairs[pair] for pair in found.scalars()}


def _pair(db: Transaction, one: PersonId, other: PersonId) -> str | None:
    # By address, not by id: somebody who is forgotten and comes back is still the same person.
    addresses = [people.address_of(db, one), people.address_of(db, other)]
    if None in addresses:
        return None
    return db.index("never-again", "\n".join(sorted(map(str, addresses))))

"""Who was asked to a group, and what they said; until it is over."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.domain.gathering import Guest
from bot.domain.ids import GatheringId, PersonId
from bot.domain.lifecycle import GuestStatus
from storage.database import Transaction
from storage.tables import gathering_guests
from storage.upserting import upsert


def save(db: Transaction, guest: Guest) -> None:
    """Keep it as it is now."""
    row = {"gathering": guest.gathering, "person": guest.person, "answer": guest.status}
    upsert(db, gathering_guests, row)


def of(db: Transaction, gathering: str) -> Sequence[Guest]:
    """Everybody who was asked to this one."""
    return _found(db, gathering_guests.c.gathering == gathering)


def of_person(db: Transaction, person: PersonId) -> Sequence[Guest]:
    """All that this person was asked to, whatever they said."""
    return _found(db, gathering_guests.c.person == person)


def get(db: Transaction, gathering: str, person: PersonId) -> Guest | None:
    """This person in this one, if they were asked."""
    return next((one for one in of(db, gathering) if one.person == person), None)


def drop(db: Transaction, gathering: str) -> None:
    """Nobody is a guest of it any more."""
    db.execute(sa.delete(gathering_guests).where(gathering_guests.c.gathering == gathering))


def _found(db: Transaction, which: sa.ColumnElement[bool]) -> list[Guest]:
    asked = sa.select(gathering_guests).where(which)
    rows = db.all(asked.order_by(gathering_guests.c.gathering, gathering_guests.c.person))
    return [
        Guest(
            gathering=GatheringId(row["gathering"]),
            person=PersonId(row["person"]),
            status=GuestStatus(row["answer"]),
        )
        for row in rows
    ]

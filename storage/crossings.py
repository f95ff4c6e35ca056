"""Contacts that go on at our page, for people whose own platform passes no words on.

Such a person has an account on our page for this one contact. It is theirs alone, and ends with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from bot.domain.ids import ContactId, PersonId
from bot.messages import Address, Place
from storage import sealed_json
from storage.database import Transaction
from storage.tables import crossings
from storage.upserting import upsert
from storage.visits import account_index

OWN_PAGE = "web"


class Stands(StrEnum):
    """Where somebody is."""

    NOT_YET = "not-yet"  # they have a link, and have not come
    THERE = "there"  # at our page
    BACK = "back"  # they were there, and have since written where they came from


@dataclass(frozen=True, slots=True)
class Crossing:
    """One person on their way to a contact. `told`: what they are told of it when they first come."""

    person: PersonId = field(repr=False)
    contact: ContactId
    account: str = field(repr=False)
    told: Mapping[str, Any] = field(repr=False)
    stands: Stands

    @property
    def address(self) -> Address:
        """Where they are reached on our page."""
        return Address(OWN_PAGE, self.account)

    @property
    def place(self) -> Place:
        """Where they talk with us on our page."""
        return Place(OWN_PAGE, self.account)


def begin(
    db: Transaction, person: PersonId, contact: ContactId, account: str, told: Mapping[str, Any]
) -> Crossing:
    """Somebody is given a way to this contact; a way to an earlier one is over."""
    row = {
        "person": person,
        "contact": contact,
        "account_index": account_index(db, account),
        "account_sealed": db.seal(crossings.c.account_sealed, person, account),
        "told_sealed": db.seal(crossings.c.told_sealed, person, sealed_json.written(dict(told))),
        "stands": Stands.NOT_YET,
    }
    upsert(db, crossings, row)
    return Crossing(person, contact, account, told, Stands.NOT_YET)


def of(db: Transaction, person: PersonId) -> Crossing | None:
    """Their way to a contact that goes on, if they have one."""
    return _crossing(db, db.one(sa.select(crossings).where(crossings.c.person == person)))


def by_account(db: Transaction, account: str) -> Crossing | None:
    """Who comes by this account of our page, if it is for a contact."""
    wanted = crossings.c.account_index == account_index(db, account)
    return _crossing(db, db.one(sa.select(crossings).where(wanted)))


def of_contact(db: Transaction, contact: str) -> Sequence[Crossing]:
    """Everybody who takes part in a contact at our page in this way."""
    rows = db.all(sa.select(crossings).where(crossings.c.contact == contact))
    return [found for row in rows if (found := _crossing(db, row))]


def stand(db: Transaction, person: PersonId, where: Stands) -> None:
    """They are here now, as far as we have heard."""
    db.execute(sa.update(crossings).where(crossings.c.person == person).values(stands=where))


def met(db: Transaction, person: PersonId) -> None:
    """They have come, and been told: nothing of that stays."""
    nothing = db.seal(crossings.c.told_sealed, person, sealed_json.written({}))
    db.execute(sa.update(crossings).where(crossings.c.person == person).values(told_sealed=nothing))


def turned_back(db: Transaction, person: PersonId) -> None:
    """They wrote where they came from: that is where they are answered."""
    at_page = sa.and_(crossings.c.person == person, crossings.c.stands == Stands.THERE)
    db.execute(sa.update(crossings).where(at_page).values(stands=Stands.BACK))


def end(db: Transaction, person: PersonId) -> None:
    """There is no way any more."""
    db.execute(sa.delete(crossings).where(crossings.c.person == person))


def _crossing(db: Transaction, row: sa.RowMapping | None) -> Crossing | None:
    if row is None:
        return None
    person = PersonId(row["person"])
    return Crossing(
        person,
        ContactId(row["contact"]),
        db.unseal(crossings.c.account_sealed, person, row["account_sealed"]),
        sealed_json.read(db.unseal(crossings.c.told_sealed, person, row["told_sealed"])),
        Stands(row["stands"]),
    )

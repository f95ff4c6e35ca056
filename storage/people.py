"""People, found by the keyed hash of their address; the address itself is sealed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from bot.domain.by_role import BY_A_ROLE, Held, MadeBy
from bot.domain.ids import PersonId
from bot.domain.people import Person
from bot.messages import Address, Place
from storage import crossings
from storage.columns import Plain
from storage.crossings import OWN_PAGE, Stands
from storage.database import Transaction
from storage.tables import people, volunteers

# Asked for with every message, and so built once: building costs more than asking.
_BY_ADDRESS = sa.select(people).where(people.c.address_index == sa.bindparam("index"))
_BY_ID = sa.select(people).where(people.c.id == sa.bindparam("person"))


class Known(NamedTuple):
    """Somebody we know, and where they were last heard in private."""

    person: Person
    place: Place | None


class Reach(NamedTuple):
    """Somebody we know, and how to reach them."""

    person: Person
    address: Address
    place: Place | None


class WithRoles(NamedTuple):
    """Somebody whose roles matter. `unsettled`: something a role gave them is still to be taken away."""

    address: Address
    place: Place | None
    holds: frozenset[str]
    unsettled: bool


def address_index(db: Transaction, address: Address) -> str:
    """The keyed hash an address is found by."""
    return db.index("address", str(address))


def recognise(db: Transaction, address: Address) -> Person | None:
    """Who writes from this address, if we know them."""
    return _person(db.one(_BY_ADDRESS, {"index": address_index(db, address)}))


def recognise_at(db: Transaction, address: Address) -> Known | None:
    """The same, with where they were last heard in private."""
    row = db.one(_BY_ADDRESS, {"index": address_index(db, address)})
    person = _person(row)
    return None if row is None or person is None else Known(person, _place(db, row))


def reach(db: Transaction, person: PersonId, *, words: bool = False) -> Reach | None:
    """Everything a letter to them needs, or None when they were forgotten.

    Whoever takes part in a contact at our page is reached there while they are there. `words`: what
    the other one wrote, which also after that is shown nowhere else.
    """
    row = db.one(_BY_ID, {"person": person})
    found = _person(row)
    if row is None or found is None:
        return None
    way = crossings.of(db, person) if found.platform != OWN_PAGE else None
    if way and (way.stands is Stands.THERE or (words and way.stands is Stands.BACK)):
        return Reach(found, way.address, way.place)
    address = db.unseal(people.c.address_sealed, person, row["address_sealed"])
    return Reach(found, Address.parse(address), _place(db, row))


def meet(
    db: Transaction, address: Address, language: str, known: bool, zone: str, now: datetime
) -> Person:
    """Somebody new. They are forgotten again unless they consent."""
    person = Person(
        id=PersonId(db.new_id()),
        platform=address.platform,
        language=language,
        language_known=known,
        zone=zone,
    )
    db.execute(
        sa.insert(people).values(
            id=person.id,
            platform=address.platform,
            address_index=address_index(db, address),
            address_sealed=db.seal(people.c.address_sealed, person.id, str(address)),
            language=language,
            language_known=known,
            zone=zone,
            is_coordinator=False,
            made_by="",
            holds=[],
            reachable=True,
            seen_at=now,
        )
    )
    return person


def get(db: Transaction, person: PersonId) -> Person | None:
    """The person with this id, or None when they were forgotten."""
    return _person(db.one(_BY_ID, {"person": person}))


def address_of(db: Transaction, person: PersonId) -> Address | None:
    """Where they can be reached, or None when they were forgotten."""
    row = db.one(sa.select(people.c.address_sealed).where(people.c.id == person))
    if row is None:
        return None
    return Address.parse(db.unseal(people.c.address_sealed, person, row["address_sealed"]))


def place_of(db: Transaction, person: PersonId) -> Place | None:
    """Where they were last heard in private."""
    row = db.one(_BY_ID, {"person": person})
    return None if row is None else _place(db, row)


def heard_at(db: Transaction, person: PersonId, place: Place | None, now: datetime) -> None:
    """They were heard in this private place just now (None: there is none with them any more)."""
    sealed = place and db.seal(people.c.place_sealed, person, place.room)
    db.execute(
        sa.update(people)
        .where(people.c.id == person)
        .values(place_sealed=sealed, reachable=place is not None, seen_at=now)
    )


def reached_at(db: Transaction, person: str, place: Place) -> None:
    """A letter reached them in this place, perhaps one opened for it."""
    row = db.one(_BY_ID, {"person": person})
    if row is None or row["platform"] != place.platform:
        return  # at our page, for one contact
    if _place(db, row) != place:
        sealed = db.seal(people.c.place_sealed, person, place.room)
        where = sa.update(people).where(people.c.id == person)
        db.execute(where.values(place_sealed=sealed, reachable=True))


def unreachable(db: Transaction, person: str) -> None:
    """Nothing reaches them where we knew them; they are heard of again when they write."""
    where = sa.update(people).where(people.c.id == person)
    db.execute(where.values(place_sealed=None, reachable=False))


def coordinators(db: Transaction) -> Sequence[Person]:
    """Everybody who coordinates."""
    rows = db.all(sa.select(people).where(people.c.is_coordinator).order_by(people.c.id))
    return [person for row in rows if (person := _person(row))]


def save(db: Transaction, person: Person) -> None:
    """Keep what has changed about a person we know."""
    db.execute(
        sa.update(people)
        .where(people.c.id == person.id)
        .values(
            language=person.language,
            language_known=person.language_known,
            zone=person.zone,
            consented_at=person.consented_at,
            is_coordinator=person.is_coordinator,
            made_by=person.made_by,
            holds=sorted(person.holds),
            reachable=person.reachable,
        )
    )


def appoint(
    db: Transaction,
    address: Address,
    language: str,
    zone: str,
    now: datetime,
    by: MadeBy = MadeBy.WORD,
) -> Person:
    """Make whoever has this address a coordinator, known to us or not."""
    person = recognise(db, address) or meet(db, address, language, False, zone, now)
    person = replace(person, is_coordinator=True, made_by=by)
    save(db, person)
    return person


def dismiss(db: Transaction, address: Address) -> None:
    """Whoever has this address coordinates no more, whatever role they hold."""
    where = sa.update(people).where(people.c.address_index == address_index(db, address))
    db.execute(where.values(is_coordinator=False, made_by=MadeBy.REMOVED))


def no_longer_in_the_file(db: Transaction) -> None:
    """Whoever was named in the configuration is taken as named earlier, until it is read again."""
    where = sa.update(people).where(people.c.made_by == MadeBy.FILE)
    db.execute(where.values(made_by=MadeBy.EARLIER))


def with_roles(db: Transaction, platform: str) -> Sequence[WithRoles]:
    """Everybody there who was last seen with a role, or may do something here because of one."""
    joined = sa.outerjoin(people, volunteers, volunteers.c.person == people.c.id)
    rows = db.all(
        sa.select(people, sa.func.coalesce(volunteers.c.by_role, sa.false()).label("by_role"))
        .select_from(joined)
        .where(
            people.c.platform == platform,
            sa.or_(
                people.c.holds != sa.literal([], Plain),
                people.c.made_by.in_(BY_A_ROLE),
                volunteers.c.by_role,
            ),
        )
        .order_by(people.c.id)
    )
    found = []
    for row in rows:
        holds = frozenset(row["holds"])
        owes = row["made_by"] == MadeBy.LAST or (row["by_role"] and Held.VOLUNTEER not in holds)
        address = db.unseal(people.c.address_sealed, row["id"], row["address_sealed"])
        found.append(WithRoles(Address.parse(address), _place(db, row), holds, owes))
    return found


def _place(db: Transaction, row: sa.RowMapping) -> Place | None:
    if row["place_sealed"] is None:
        return None
    return Place(row["platform"], db.unseal(people.c.place_sealed, row["id"], row["place_sealed"]))


def _person(row: sa.RowMapping | None) -> Person | None:
    if row is None:
        return None
    names = ("id", "platform", "language", "language_known", "zone", "consented_at")
    return Person(
        **{name: row[name] for name in names},
        is_coordinator=row["is_coordinator"],
        made_by=row["made_by"],
        holds=frozenset(row["holds"]),
        reachable=row["reachable"],
    )

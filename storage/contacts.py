"""Who is, and was, in touch."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.contact import Contact, EndedBy
from bot.domain.ids import ContactId, PersonId
from bot.domain.lifecycle import ContactStatus
from bot.messages import Place
from storage.database import Transaction
from storage.tables import appointments, contacts
from storage.upserting import upsert

_OPEN = contacts.c.status == ContactStatus.OPEN
_OPEN_OF = sa.select(contacts).where(
    _OPEN,
    sa.or_(
        contacts.c.receiver == sa.bindparam("person"),
        contacts.c.volunteer == sa.bindparam("person"),
    ),
)
_NOT_COLUMNS_OF_OURS = ("code", "room_sealed", "room_entered", "status", "ended_by")


def get(db: Transaction, id: str) -> Contact | None:
    """The contact with this id, or None when it was erased."""
    return _first(db, contacts.c.id == id)


def coded(db: Transaction, code: str) -> Contact | None:
    """The contact people call by this code."""
    return _first(db, contacts.c.code == code.strip().upper())


def open_of(db: Transaction, person: PersonId) -> Contact | None:
    """The contact this person is in now, on either side."""
    row = db.one(_OPEN_OF, {"person": person})
    return None if row is None else _contact(row)


def latest_of(db: Transaction, person: PersonId) -> Contact | None:
    """The last contact this person was in, on either side."""
    either = sa.or_(contacts.c.receiver == person, contacts.c.volunteer == person)
    return _latest(db, either)


def latest_given_to(db: Transaction, receiver: PersonId) -> Contact | None:
    """The last contact this person received."""
    return _latest(db, contacts.c.receiver == receiver)


def received_since(db: Transaction, receiver: PersonId, since: datetime) -> Sequence[Contact]:
    """What this receiver has had since then, the earliest first."""
    return _since(db, contacts.c.receiver == receiver, since)


def of_since(
    db: Transaction, people: Sequence[PersonId], since: datetime
) -> Mapping[PersonId, Sequence[Contact]]:
    """What each of these people was in, on either side, that began or still went on since then."""
    lasted = sa.or_(contacts.c.began_at >= since, contacts.c.ended_at >= since, _OPEN)
    # One after the other, so that each side's index is used; `or` would read every contact ever.
    either = (contacts.c.volunteer.in_(people), contacts.c.receiver.in_(people))
    found: dict[PersonId, list[Contact]] = {person: [] for person in people}
    for mine, side in zip(either, ("volunteer", "receiver"), strict=True):
        for row in db.all(sa.select(contacts).where(mine, lasted)):
            found[row[side]].append(_contact(row))
    return found


def ongoing(db: Transaction, programme: str) -> Sequence[Contact]:
    """Everybody in touch now."""
    rows = db.all(sa.select(contacts).where(_OPEN, contacts.c.programme == programme))
    return [_contact(row) for row in rows]


def nth_of_both(
    db: Transaction, contact: Contact, since: datetime, *, by_appointment: bool
) -> dict[str, int]:
    """Which contact in this programme it is for each of the two since then, 1 being the first.

    Those by appointment and those by request are numbered each for themselves.
    """
    booked = contacts.c.id.in_(
        sa.select(appointments.c.contact).where(appointments.c.contact.is_not(None))
    )
    alike = (
        contacts.c.programme == contact.programme,
        contacts.c.began_at >= since,
        contacts.c.id != contact.id,
        booked if by_appointment else sa.not_(booked),
    )
    sides = (("receiver", contact.receiver), ("volunteer", contact.volunteer))
    return {
        side: 1 + db.count(sa.select(sa.func.count()).where(contacts.c[side] == person, *alike))
        for side, person in sides
    }


def prune(db: Transaction, before: datetime) -> int:
    """Forget contacts that ended before then; what reports need is in the journal, without persons."""
    return db.execute(sa.delete(contacts).where(contacts.c.ended_at < before)).rowcount


def save(db: Transaction, contact: Contact) -> None:
    """Keep it as it is now."""
    names = [c.name for c in contacts.c if c.name not in ("code", "room_sealed", "room_entered")]
    row = {name: getattr(contact, name) for name in names}
    upsert(db, contacts, {**row, "code": contact.code})


def keep_room(db: Transaction, contact: ContactId, place: Place | None) -> None:
    """Remember, or forget, the shared room of a contact."""
    sealed = place and db.seal(contacts.c.room_sealed, contact, f"{place.platform}\n{place.room}")
    db.execute(sa.update(contacts).where(contacts.c.id == contact).values(room_sealed=sealed))


def room_of(db: Transaction, contact: str) -> Place | None:
    """The shared room of a contact, while we are in it."""
    row = db.one(sa.select(contacts.c.room_sealed).where(contacts.c.id == contact))
    if row is None or row["room_sealed"] is None:
        return None
    platform, room = db.unseal(contacts.c.room_sealed, contact, row["room_sealed"]).split("\n")
    return Place(platform, room)


def entered_room(db: Transaction, contact: Contact, person: PersonId) -> bool:
    """One of the two came into the shared room; whether both have by now."""
    row = db.one(sa.select(contacts.c.room_entered).where(contacts.c.id == contact.id))
    entered = {*(row["room_entered"] or [] if row else []), person}
    where = sa.update(contacts).where(contacts.c.id == contact.id)
    db.execute(where.values(room_entered=sorted(entered)))
    return {contact.receiver, contact.volunteer} <= entered


def _since(db: Transaction, who: sa.ColumnElement[bool], since: datetime) -> Sequence[Contact]:
    rows = db.all(
        sa.select(contacts).where(who, contacts.c.began_at >= since).order_by(contacts.c.began_at)
    )
    return [_contact(row) for row in rows]


def _latest(db: Transaction, who: sa.ColumnElement[bool]) -> Contact | None:
    row = db.one(sa.select(contacts).where(who).order_by(contacts.c.began_at.desc()).limit(1))
    return None if row is None else _contact(row)


def _first(db: Transaction, *conditions: sa.ColumnElement[bool]) -> Contact | None:
    row = db.one(sa.select(contacts).where(*conditions))
    return None if row is None else _contact(row)


def _contact(row: sa.RowMapping) -> Contact:
    plain = {k: v for k, v in row.items() if k not in _NOT_COLUMNS_OF_OURS}
    return Contact(
        **plain,
        status=ContactStatus(row["status"]),
        ended_by=row["ended_by"] and EndedBy(row["ended_by"]),
    )

"""Times agreed, or being sought. What they are about is sealed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.appointment import Appointment, Part
from bot.domain.ids import AppointmentId, PersonId, SeriesId
from bot.domain.lifecycle import AppointmentStatus
from storage.database import Transaction
from storage.tables import appointments
from storage.upserting import upsert

LONGEST = timedelta(hours=4)  # no appointment is longer

_TO_COME = appointments.c.status.in_([AppointmentStatus.SOUGHT, AppointmentStatus.CONFIRMED])
_CONFIRMED = appointments.c.status == AppointmentStatus.CONFIRMED
_HELD = appointments.c.status.in_([AppointmentStatus.BEGUN, AppointmentStatus.MISSED])
_PLAIN = (
    "receiver", "programme", "begins_at", "minutes", "language", "made_at", "sought_since", "form",
    "status", "volunteer", "wished_for", "wave", "front", "contact", "changes",
    "series", "part",
)  # fmt: skip


def get(db: Transaction, id: str) -> Appointment | None:
    """The appointment with this id."""
    return next(iter(_found(db, appointments.c.id == id)), None)


def coded(db: Transaction, code: str) -> Appointment | None:
    """The appointment people call by this code."""
    return next(iter(_found(db, appointments.c.code == code.strip().upper())), None)


def of_contact(db: Transaction, contact: str) -> Appointment | None:
    """The appointment this contact came of, if any."""
    return next(iter(_found(db, appointments.c.contact == contact)), None)


def received_by(db: Transaction, person: PersonId) -> Sequence[Appointment]:
    """What this receiver has to come, sought or confirmed, the earliest first."""
    return _found(db, appointments.c.receiver == person, _TO_COME)


def proposed_to(db: Transaction, person: PersonId) -> Sequence[Appointment]:
    """What coordinators have proposed to this receiver, and they have not answered yet."""
    proposed = appointments.c.status == AppointmentStatus.PROPOSED
    return _found(db, appointments.c.receiver == person, proposed)


def given_by(db: Transaction, person: PersonId) -> Sequence[Appointment]:
    """What this volunteer has said yes to and is to come, the earliest first."""
    return _found(db, appointments.c.volunteer == person, _CONFIRMED)


def of_person(db: Transaction, person: PersonId) -> Sequence[Appointment]:
    """All that is to come for this person, on either side, the earliest first."""
    both = [*received_by(db, person), *given_by(db, person)]
    return sorted(both, key=lambda one: (one.begins_at, one.id))


def of_series(db: Transaction, series: SeriesId) -> Sequence[Appointment]:
    """What is still to come of this series, the earliest first."""
    return _found(db, appointments.c.series == series, _TO_COME)


def were_held(db: Transaction, series: SeriesId) -> bool:
    """Whether the time of any date of this series has come, whoever was there."""
    return bool(_found(db, appointments.c.series == series, _HELD))


def sought(db: Transaction, programme: str) -> Sequence[Appointment]:
    """Those nobody has said yes to, in the order they are served; not what waits for another."""
    found = _found(
        db,
        appointments.c.programme == programme,
        appointments.c.status == AppointmentStatus.SOUGHT,
        appointments.c.part != Part.WAITS,
    )
    return sorted(found, key=lambda one: (not one.front, one.sought_since, one.begins_at, one.id))


def between(
    db: Transaction, programme: str, start: datetime, end: datetime
) -> Sequence[Appointment]:
    """Those to come that begin between these moments, the earliest first."""
    return _found(
        db,
        appointments.c.programme == programme,
        appointments.c.begins_at >= start,
        appointments.c.begins_at < end,
        _TO_COME,
    )


def all_between(
    db: Transaction, programme: str, start: datetime, end: datetime
) -> Sequence[Appointment]:
    """Those that begin between these moments, however they stand, the earliest first."""
    return _found(
        db,
        appointments.c.programme == programme,
        appointments.c.begins_at >= start,
        appointments.c.begins_at < end,
    )


def agreed_around(
    db: Transaction, people: Sequence[PersonId], start: datetime, end: datetime
) -> Mapping[PersonId, Sequence[Appointment]]:
    """What each of them has to come between these moments: given, or received and be it only sought."""
    found: dict[PersonId, list[Appointment]] = {person: [] for person in people}
    within = (appointments.c.begins_at > start - LONGEST, appointments.c.begins_at < end)
    for one in _found(db, appointments.c.volunteer.in_(people), *within, _CONFIRMED):
        if one.volunteer is not None:
            found[one.volunteer].append(one)
    for one in _found(db, appointments.c.receiver.in_(people), *within, _TO_COME):
        found[one.receiver].append(one)
    return found


def in_calendar(db: Transaction, person: PersonId, since: datetime) -> Sequence[Appointment]:
    """What belongs in this person's calendar from `since` on: settled or begun, on either side."""
    theirs = sa.or_(appointments.c.receiver == person, appointments.c.volunteer == person)
    settled = (AppointmentStatus.CONFIRMED, AppointmentStatus.BEGUN)
    return _found(db, theirs, appointments.c.begins_at >= since, appointments.c.status.in_(settled))


def prune(db: Transaction, before: datetime) -> int:
    """Forget those that were over before then."""
    old = sa.and_(appointments.c.begins_at < before, sa.not_(_TO_COME))
    return db.execute(sa.delete(appointments).where(old)).rowcount


def save(db: Transaction, appointment: Appointment) -> None:
    """Keep it as it is now."""
    wish = json.dumps({"topics": sorted(appointment.topics), "note": appointment.note})
    row: dict[str, Any] = {name: getattr(appointment, name) for name in _PLAIN}
    sealed = db.seal(appointments.c.wish_sealed, appointment.id, wish)
    own = {"id": appointment.id, "code": appointment.code, "wish_sealed": sealed}
    upsert(db, appointments, {**own, **row})


def _found(db: Transaction, *conditions: sa.ColumnElement[bool]) -> list[Appointment]:
    rows = db.all(
        sa.select(appointments)
        .where(*conditions)
        .order_by(appointments.c.begins_at, appointments.c.id)
    )
    return [_appointment(db, row) for row in rows]


def _appointment(db: Transaction, row: sa.RowMapping) -> Appointment:
    wish = json.loads(db.unseal(appointments.c.wish_sealed, row["id"], row["wish_sealed"]))
    plain = {name: row[name] for name in _PLAIN}
    return Appointment(
        **{**plain, "status": AppointmentStatus(row["status"]), "part": Part(row["part"])},
        id=AppointmentId(row["id"]),
        topics=frozenset(wish["topics"]),
        note=wish["note"],
    )

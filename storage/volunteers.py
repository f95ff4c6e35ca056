"""Volunteers: what they told us, whether they are on duty, and what they have carried lately."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, time

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import OwnLimits, Volunteer
from bot.domain.shifts import Slot
from storage.database import Transaction
from storage.tables import duties, volunteers
from storage.upserting import upsert


def get(db: Transaction, person: PersonId) -> Volunteer | None:
    """The volunteer this person is, if they are one."""
    row = db.one(sa.select(volunteers).where(volunteers.c.person == person))
    return None if row is None else _volunteer(db, row)


def named(db: Transaction, programme: str, name: str) -> Volunteer | None:
    """The volunteer with this pseudonym, whatever its capitals."""
    wanted = name.strip().casefold()
    return next((v for v in everyone(db, programme) if v.name.casefold() == wanted), None)


def everyone(db: Transaction, programme: str) -> Sequence[Volunteer]:
    """Every volunteer of a programme, by name."""
    rows = db.all(
        sa.select(volunteers).where(volunteers.c.programme == programme).order_by(volunteers.c.name)
    )
    return [_volunteer(db, row) for row in rows]


def longest_rested(
    db: Transaction, programme: str, *, behind: int, most: int
) -> Sequence[Volunteer]:
    """Active volunteers, those first whose last contact is longest ago; `behind` so many others."""
    rows = db.all(
        sa.select(volunteers)
        .where(volunteers.c.programme == programme, volunteers.c.status == VolunteerStatus.ACTIVE)
        .order_by(sa.nulls_first(volunteers.c.last_contact_at), volunteers.c.person)
        .offset(behind)
        .limit(most)
    )
    return [_volunteer(db, row) for row in rows]


def on_duty(db: Transaction, programme: str, now: datetime) -> Sequence[Volunteer]:
    """Active volunteers who said they may be asked now."""
    rows = db.all(
        sa.select(volunteers).where(
            volunteers.c.programme == programme,
            volunteers.c.status == VolunteerStatus.ACTIVE,
            volunteers.c.on_duty_until > now,
        )
    )
    return [_volunteer(db, row) for row in rows]


def save(db: Transaction, volunteer: Volunteer) -> None:
    """Keep them as they are now, and a record of their duty hours."""
    limits = asdict(volunteer.limits)
    row = {
        "person": volunteer.person,
        "programme": volunteer.programme,
        "name": volunteer.name,
        "status": volunteer.status,
        "steps_done": list(volunteer.steps_done),
        "topics_sealed": db.seal(
            volunteers.c.topics_sealed, volunteer.person, json.dumps(sorted(volunteer.topics))
        ),
        "languages": sorted(volunteer.languages),
        "forms": sorted(volunteer.forms),
        "zone": volunteer.zone,
        "limits": {k: v.isoformat() if isinstance(v, time) else v for k, v in limits.items()},
        "on_duty_since": volunteer.on_duty_since,
        "on_duty_until": volunteer.on_duty_until,
        "last_contact_at": volunteer.last_contact_at,
        "rest_until": volunteer.rest_until,
        "by_role": volunteer.by_role,
    }
    upsert(db, volunteers, row)
    if volunteer.on_duty_since is not None:
        duty = {
            "volunteer": volunteer.person,
            "began_at": volunteer.on_duty_since,
            "ended_at": volunteer.on_duty_until,
        }
        upsert(db, duties, duty)


def duty_between(
    db: Transaction, volunteer: PersonId, start: datetime, end: datetime
) -> list[tuple[datetime, datetime]]:
    """When they were (or will be) on duty between these two moments, clipped to them."""
    rows = db.all(
        sa.select(duties).where(
            duties.c.volunteer == volunteer,
            duties.c.began_at < end,
            duties.c.ended_at > start,
        )
    )
    return [(max(row["began_at"], start), min(row["ended_at"], end)) for row in rows]


def duties_between(db: Transaction, programme: str, start: datetime, end: datetime) -> list[Slot]:
    """Every duty of a volunteer of this programme that overlaps this time."""
    rows = db.all(
        sa.select(duties)
        .join(volunteers, volunteers.c.person == duties.c.volunteer)
        .where(
            volunteers.c.programme == programme,
            duties.c.began_at < end,
            duties.c.ended_at > start,
        )
    )
    return [Slot(PersonId(r["volunteer"]), r["began_at"], r["ended_at"]) for r in rows]


def _volunteer(db: Transaction, row: sa.RowMapping) -> Volunteer:
    limits = dict(row["limits"])
    for name in ("quiet_from", "quiet_to"):
        limits[name] = limits[name] and time.fromisoformat(limits[name])
    topics = json.loads(db.unseal(volunteers.c.topics_sealed, row["person"], row["topics_sealed"]))
    return Volunteer(
        person=PersonId(row["person"]),
        programme=row["programme"],
        name=row["name"],
        status=VolunteerStatus(row["status"]),
        steps_done=tuple(row["steps_done"]),
        topics=frozenset(topics),
        languages=frozenset(row["languages"]),
        forms=frozenset(row["forms"]),
        zone=row["zone"],
        limits=OwnLimits(**limits),
        on_duty_since=row["on_duty_since"],
        on_duty_until=row["on_duty_until"],
        last_contact_at=row["last_contact_at"],
        rest_until=row["rest_until"],
        by_role=row["by_role"],
    )

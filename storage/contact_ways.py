"""How the two of an appointment reach each other, sealed, for as long as that appointment stands."""

from collections.abc import Mapping

import sqlalchemy as sa

from bot.domain.appointment import Appointment, ContactWay
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.programme import Form
from storage.database import Transaction
from storage.tables import contact_ways
from storage.upserting import upsert

STANDS = (AppointmentStatus.CONFIRMED, AppointmentStatus.BEGUN)


def save(db: Transaction, told: ContactWay) -> None:
    """Keep it instead of what they told before; with nothing told, nothing is kept."""
    id = db.index("contact-way", f"{told.appointment}\n{told.person}")
    if not told.way:
        db.execute(sa.delete(contact_ways).where(contact_ways.c.id == id))
        return
    sealed = db.seal(contact_ways.c.way_sealed, id, told.way)
    row = {"id": id, "appointment": told.appointment, "person": told.person, "way_sealed": sealed}
    upsert(db, contact_ways, row)


def of(db: Transaction, appointment: AppointmentId) -> Mapping[PersonId, str]:
    """What each of the two has told."""
    rows = db.all(sa.select(contact_ways).where(contact_ways.c.appointment == appointment))
    return {
        PersonId(row["person"]): db.unseal(contact_ways.c.way_sealed, row["id"], row["way_sealed"])
        for row in rows
    }


def of_person(db: Transaction, person: PersonId) -> Mapping[AppointmentId, str]:
    """All that somebody has told, by appointment."""
    rows = db.all(sa.select(contact_ways).where(contact_ways.c.person == person))
    return {
        AppointmentId(row["appointment"]): db.unseal(
            contact_ways.c.way_sealed, row["id"], row["way_sealed"]
        )
        for row in rows
    }


def drop(db: Transaction, appointment: AppointmentId) -> None:
    """Keep none of it any longer."""
    db.execute(sa.delete(contact_ways).where(contact_ways.c.appointment == appointment))


def keep_with(db: Transaction, appointment: Appointment) -> None:
    """Drop what was told of an appointment that does not stand, or to somebody who comes no more.

    Told to one person, it is never shown to another who takes their place.
    """
    if appointment.form == Form.CHAT:  # nothing is told for it, and it is saved most often
        return
    told = contact_ways.c.appointment == appointment.id
    if appointment.status not in STANDS:
        db.execute(sa.delete(contact_ways).where(told))
        return
    others = contact_ways.c.person.not_in(appointment.people)
    gone = sa.select(contact_ways.c.id).where(told, others)
    if db.one(gone) is not None:
        db.execute(sa.delete(contact_ways).where(told))

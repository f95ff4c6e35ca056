"""Which volunteer was asked for which appointment, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.appointment import AppointmentOffer
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import OfferStatus
from bot.domain.refusal import Refusal
from storage.database import Transaction
from storage.tables import appointment_offers as offers
from storage.upserting import upsert

_PENDING = offers.c.status == OfferStatus.PENDING


def put_to(db: Transaction, id: str, volunteer: PersonId) -> AppointmentOffer:
    """This question, if it was put to this volunteer; refuses anyone who was not asked."""
    row = db.one(sa.select(offers).where(offers.c.id == id, offers.c.volunteer == volunteer))
    if row is None:
        raise Refusal("offer-not-yours")
    return _offer(row)


def get(db: Transaction, id: str) -> AppointmentOffer | None:
    """The question with this id."""
    row = db.one(sa.select(offers).where(offers.c.id == id))
    return None if row is None else _offer(row)


def pending_for(db: Transaction, volunteer: PersonId) -> AppointmentOffer | None:
    """What this volunteer is being asked. There is never more than one."""
    row = db.one(sa.select(offers).where(offers.c.volunteer == volunteer, _PENDING))
    return None if row is None else _offer(row)


def pending(db: Transaction, appointment: AppointmentId) -> Sequence[AppointmentOffer]:
    """Who is being asked for this appointment."""
    rows = db.all(sa.select(offers).where(offers.c.appointment == appointment, _PENDING))
    return [_offer(row) for row in rows]


def about(db: Transaction, appointment: AppointmentId) -> Sequence[AppointmentOffer]:
    """Everybody who was ever asked for this appointment."""
    rows = db.all(sa.select(offers).where(offers.c.appointment == appointment))
    return [_offer(row) for row in rows]


def asks_since(db: Transaction, since: datetime) -> dict[PersonId, int]:
    """How often each volunteer was asked since then."""
    rows = db.all(
        sa.select(offers.c.volunteer, sa.func.count().label("asks"))
        .where(offers.c.put_at >= since)
        .group_by(offers.c.volunteer)
    )
    return {PersonId(row["volunteer"]): row["asks"] for row in rows}


def busy(db: Transaction) -> set[PersonId]:
    """Volunteers who are being asked for some appointment."""
    found = db.execute(sa.select(offers.c.volunteer).where(_PENDING)).scalars()
    return {PersonId(id) for id in found}


def prune(db: Transaction, before: datetime) -> int:
    """Forget what was answered and put before then."""
    old = sa.and_(offers.c.put_at < before, sa.not_(_PENDING))
    return db.execute(sa.delete(offers).where(old)).rowcount


def save(db: Transaction, offer: AppointmentOffer) -> None:
    """Keep it as it is now."""
    names = ("id", "appointment", "volunteer", "status", "put_at", "lapses_at")
    upsert(db, offers, {name: getattr(offer, name) for name in names})


def _offer(row: sa.RowMapping) -> AppointmentOffer:
    return AppointmentOffer(**{**row, "status": OfferStatus(row["status"])})

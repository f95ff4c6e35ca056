"""Which volunteer was asked for which appointment, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.appointment import AppointmentOffer
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import OfferStatus
from storage import asked
from storage.database import Transaction
from storage.tables import appointment_offers as offers
from storage.upserting import upsert


def put_to(db: Transaction, id: str, volunteer: PersonId) -> AppointmentOffer:
    """This question, if it was put to this volunteer; refuses anyone who was not asked."""
    return _offer(asked.put_to(db, offers, id, volunteer))


def get(db: Transaction, id: str) -> AppointmentOffer | None:
    """The question with this id."""
    row = asked.get(db, offers, id)
    return None if row is None else _offer(row)


def pending_for(db: Transaction, volunteer: PersonId) -> AppointmentOffer | None:
    """What this volunteer is being asked. There is never more than one."""
    row = asked.pending_for(db, offers, volunteer)
    return None if row is None else _offer(row)


def pending(db: Transaction, appointment: AppointmentId) -> Sequence[AppointmentOffer]:
    """Who is being asked for this appointment."""
    rows = asked.about(db, offers.c.appointment, appointment, only_pending=True)
    return [_offer(row) for row in rows]


def about(db: Transaction, appointment: AppointmentId) -> Sequence[AppointmentOffer]:
    """Everybody who was ever asked for this appointment."""
    return [_offer(row) for row in asked.about(db, offers.c.appointment, appointment)]


def asks_since(db: Transaction, since: datetime) -> dict[PersonId, int]:
    """How often each volunteer was asked since then."""
    return asked.asks_since(db, offers, since)


def busy(db: Transaction) -> set[PersonId]:
    """Volunteers who are being asked for some appointment."""
    return asked.busy(db, offers)


def prune(db: Transaction, before: datetime) -> int:
    """Forget what was answered and put before then."""
    return asked.prune(db, offers, before)


def save(db: Transaction, offer: AppointmentOffer) -> None:
    """Keep it as it is now."""
    names = ("id", "appointment", "volunteer", "status", "put_at", "lapses_at")
    upsert(db, offers, {name: getattr(offer, name) for name in names})


def _offer(row: sa.RowMapping) -> AppointmentOffer:
    return AppointmentOffer(**{**row, "status": OfferStatus(row["status"])})

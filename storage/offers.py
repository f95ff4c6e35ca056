"""Which volunteer was asked about which request, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.ids import OfferId, PersonId, RequestId
from bot.domain.lifecycle import OfferStatus
from bot.domain.request import Offer
from storage import asked
from storage.database import Transaction
from storage.tables import offers
from storage.upserting import upsert


def put_to(db: Transaction, id: str, volunteer: PersonId) -> Offer:
    """This offer, if it was put to this volunteer.

    The only way to an offer from what somebody pressed: refuses anyone who was not asked.
    """
    return _offer(asked.put_to(db, offers, id, volunteer))


def get(db: Transaction, id: OfferId) -> Offer | None:
    """The offer with this id."""
    row = asked.get(db, offers, id)
    return None if row is None else _offer(row)


def pending_for(db: Transaction, volunteer: PersonId) -> Offer | None:
    """What this volunteer is being asked at this moment. There is never more than one."""
    row = asked.pending_for(db, offers, volunteer)
    return None if row is None else _offer(row)


def pending(db: Transaction, request: RequestId) -> Sequence[Offer]:
    """Who is being asked about this request at this moment."""
    return [_offer(row) for row in asked.about(db, offers.c.request, request, only_pending=True)]


def about(db: Transaction, request: RequestId) -> Sequence[Offer]:
    """Everybody who was ever asked about this request."""
    return [_offer(row) for row in asked.about(db, offers.c.request, request)]


def latest_for(db: Transaction, volunteer: PersonId) -> Offer | None:
    """What this volunteer was last asked."""
    row = db.one(
        sa.select(offers)
        .where(offers.c.volunteer == volunteer)
        .order_by(offers.c.put_at.desc())
        .limit(1)
    )
    return None if row is None else _offer(row)


def asks_since(db: Transaction, since: datetime) -> dict[PersonId, int]:
    """How often each volunteer was asked since then."""
    return asked.asks_since(db, offers, since)


def busy(db: Transaction) -> set[PersonId]:
    """Volunteers who are being asked something at this moment."""
    return asked.busy(db, offers)


def prune(db: Transaction, before: datetime) -> int:
    """Forget who was asked about what before then; nobody's answer is still awaited."""
    return asked.prune(db, offers, before)


def save(db: Transaction, offer: Offer) -> None:
    """Keep it as it is now."""
    names = ("id", "request", "volunteer", "status", "put_at", "lapses_at", "by_hand")
    upsert(db, offers, {name: getattr(offer, name) for name in names})


def _offer(row: sa.RowMapping) -> Offer:
    return Offer(**{**row, "status": OfferStatus(row["status"])})

"""Which volunteer was asked about which request, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.ids import OfferId, PersonId, RequestId
from bot.domain.lifecycle import OfferStatus
from bot.domain.refusal import Refusal
from bot.domain.request import Offer
from storage.database import Transaction
from storage.tables import offers
from storage.upserting import upsert


def put_to(db: Transaction, id: str, volunteer: PersonId) -> Offer:
    """This offer, if it was put to this volunteer.

    The only way to an offer from what somebody pressed: refuses anyone who was not asked.
    """
    row = db.one(sa.select(offers).where(offers.c.id == id, offers.c.volunteer == volunteer))
    if row is None:
        raise Refusal("offer-not-yours")
    return _offer(row)


def get(db: Transaction, id: OfferId) -> Offer | None:
    """The offer with this id."""
    row = db.one(sa.select(offers).where(offers.c.id == id))
    return None if row is None else _offer(row)


def pending_for(db: Transaction, volunteer: PersonId) -> Offer | None:
    """What this volunteer is being asked at this moment. There is never more than one."""
    row = db.one(sa.select(offers).where(offers.c.volunteer == volunteer, _PENDING))
    return None if row is None else _offer(row)


def pending(db: Transaction, request: RequestId) -> Sequence[Offer]:
    """Who is being asked about this request at this moment."""
    rows = db.all(sa.select(offers).where(offers.c.request == request, _PENDING))
    return [_offer(row) for row in rows]


def about(db: Transaction, request: RequestId) -> Sequence[Offer]:
    """Everybody who was ever asked about this request."""
    return [_offer(row) for row in db.all(sa.select(offers).where(offers.c.request == request))]


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
    rows = db.all(
        sa.select(offers.c.volunteer, sa.func.count().label("asks"))
        .where(offers.c.put_at >= since)
        .group_by(offers.c.volunteer)
    )
    return {PersonId(row["volunteer"]): row["asks"] for row in rows}


def busy(db: Transaction) -> set[PersonId]:
    """Volunteers who are being asked something at this moment."""
    return {
        PersonId(id) for id in db.execute(sa.select(offers.c.volunteer).where(_PENDING)).scalars()
    }


def prune(db: Transaction, before: datetime) -> int:
    """Forget who was asked about what before then; nobody's answer is still awaited."""
    old = sa.and_(offers.c.put_at < before, sa.not_(_PENDING))
    return db.execute(sa.delete(offers).where(old)).rowcount


def save(db: Transaction, offer: Offer) -> None:
    """Keep it as it is now."""
    names = ("id", "request", "volunteer", "status", "put_at", "lapses_at", "by_hand")
    upsert(db, offers, {name: getattr(offer, name) for name in names})


_PENDING = offers.c.status == OfferStatus.PENDING


def _offer(row: sa.RowMapping) -> Offer:
    return Offer(**{**row, "status": OfferStatus(row["status"])})

"""What holds of every question put to volunteers until they answer: `offers`, `appointment_offers`.

Both tables have an id, the volunteer, a status and when it was put.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.domain.lifecycle import OfferStatus
from bot.domain.refusal import Refusal
from storage.database import Transaction


def pending(table: sa.Table) -> sa.ColumnElement[bool]:
    """It waits for an answer."""
    return table.c.status == OfferStatus.PENDING


def put_to(db: Transaction, table: sa.Table, id: str, volunteer: PersonId) -> sa.RowMapping:
    """This question, if it was put to this volunteer. Raises Refusal for anyone who was not asked."""
    row = db.one(sa.select(table).where(table.c.id == id, table.c.volunteer == volunteer))
    if row is None:
        raise Refusal("offer-not-yours")
    return row


def get(db: Transaction, table: sa.Table, id: str) -> sa.RowMapping | None:
    """The question with this id."""
    return db.one(sa.select(table).where(table.c.id == id))


def pending_for(db: Transaction, table: sa.Table, volunteer: PersonId) -> sa.RowMapping | None:
    """What this volunteer is being asked. There is never more than one."""
    return db.one(sa.select(table).where(table.c.volunteer == volunteer, pending(table)))


def about(
    db: Transaction, column: sa.Column[str], id: str, *, only_pending: bool = False
) -> Sequence[sa.RowMapping]:
    """Every question about the thing with this id, which `column` holds; or those unanswered."""
    asked = sa.select(column.table).where(column == id)
    return db.all(asked.where(pending(column.table)) if only_pending else asked)


def asks_since(db: Transaction, table: sa.Table, since: datetime) -> dict[PersonId, int]:
    """How often each volunteer was asked since then."""
    rows = db.all(
        sa.select(table.c.volunteer, sa.func.count().label("asks"))
        .where(table.c.put_at >= since)
        .group_by(table.c.volunteer)
    )
    return {PersonId(row["volunteer"]): row["asks"] for row in rows}


def busy(db: Transaction, table: sa.Table) -> set[PersonId]:
    """Volunteers who are being asked something of this kind."""
    found = db.execute(sa.select(table.c.volunteer).where(pending(table))).scalars()
    return {PersonId(id) for id in found}


def prune(db: Transaction, table: sa.Table, before: datetime) -> int:
    """Forget what was put before then and is answered."""
    old = sa.and_(table.c.put_at < before, sa.not_(pending(table)))
    return db.execute(sa.delete(table).where(old)).rowcount

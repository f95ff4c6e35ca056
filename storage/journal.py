"""Steps taken, without people: what reports are made of. And what coordinators did, with theirs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage.database import Transaction
from storage.tables import audit, journal


def note(
    db: Transaction,
    action: str,
    about: str,
    programme: str,
    numbers: Mapping[str, int | str],
    now: datetime,
) -> None:
    """One step more."""
    db.execute(
        sa.insert(journal).values(
            id=db.new_id(), at=now, action=action, about=about, programme=programme,
            numbers=dict(numbers),
        )
    )  # fmt: skip


class Act(NamedTuple):
    """One thing a coordinator did."""

    at: datetime
    actor: PersonId
    action: str
    subject: str


def acted(db: Transaction, actor: PersonId, action: str, subject: str, now: datetime) -> None:
    """Put it on the record, chained to the act before it, so that a change afterwards shows."""
    last = db.one(sa.select(audit.c.chain).order_by(audit.c.seq.desc()).limit(1))
    id = db.new_id()
    before = last["chain"] if last else ""
    chain = db.index("audit", _link(before, id, now, actor, action, subject))
    db.execute(
        sa.insert(audit).values(
            id=id, at=now, actor=actor, action=action, subject=subject, chain=chain
        )
    )


def acts(db: Transaction, limit: int = 20) -> Sequence[Act]:
    """The latest acts, the newest first."""
    columns = (audit.c.at, audit.c.actor, audit.c.action, audit.c.subject)
    return [
        Act(**row) for row in db.all(sa.select(*columns).order_by(audit.c.seq.desc()).limit(limit))
    ]


def audit_is_whole(db: Transaction) -> bool:
    """Whether no act was changed, removed from the middle, or slipped in."""
    before = ""
    for row in db.all(sa.select(audit).order_by(audit.c.seq)):
        link = _link(before, row["id"], row["at"], row["actor"], row["action"], row["subject"])
        if db.index("audit", link) != row["chain"]:
            return False
        before = row["chain"]
    return True


def _link(before: str, id: str, at: datetime, actor: str, action: str, subject: str) -> str:
    return "\n".join((before, id, at.isoformat(), actor, action, subject))

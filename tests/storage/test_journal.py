"""The record of what coordinators did: a change afterwards shows."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage import journal
from storage.database import Database, Transaction
from storage.tables import audit

GRY = PersonId("gry")


async def _five_acts(database: Database, now: datetime) -> None:
    for n, action in enumerate(("open", "approve", "assign", "suspend", "pause")):
        at = now + timedelta(minutes=n)
        await database.run(journal.acted, GRY, action, f"about {n}", at)


async def test_the_latest_act_is_told_first(database: Database, now: datetime):
    await _five_acts(database, now)

    acts = await database.read(journal.acts, 2)

    assert [act.action for act in acts] == ["pause", "suspend"]
    assert acts[0].at == now + timedelta(minutes=4)
    assert await database.read(journal.audit_is_whole)


@pytest.mark.parametrize(
    "meddle",
    [
        sa.update(audit).where(audit.c.seq == 3).values(actor="ole"),
        sa.update(audit).where(audit.c.seq == 3).values(subject="somebody else"),
        sa.update(audit).where(audit.c.seq == 3).values(action="resume"),
        sa.update(audit).where(audit.c.seq == 3).values(at=datetime.fromisoformat("2030-01-01T00Z")),
        sa.delete(audit).where(audit.c.seq == 3),
        sa.delete(audit).where(audit.c.seq == 1),
        sa.update(audit).where(audit.c.seq == 2).values(seq=9),
    ],
    ids=["actor", "subject", "action", "time", "gone", "first gone", "order"],
)  # fmt: skip
async def test_an_act_changed_afterwards_is_noticed(
    database: Database, now: datetime, meddle: sa.Executable
):
    await _five_acts(database, now)

    await database.run(lambda db: db.execute(meddle))

    assert not await database.read(journal.audit_is_whole)


async def test_an_act_slipped_in_without_the_key_is_noticed(database: Database, now: datetime):
    await _five_acts(database, now)

    def slip_in(db: Transaction) -> None:
        row = {"id": "x", "at": now, "actor": GRY, "action": "approve", "subject": "me"}
        db.execute(sa.insert(audit).values(**row, chain="0" * 26))

    await database.run(slip_in)

    assert not await database.read(journal.audit_is_whole)

"""Whom we ask whether they are well, because they meet somebody in person."""

import sqlalchemy as sa

from bot.domain.appointment import SafetyCheck
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import SafetyStep
from storage.database import Transaction
from storage.tables import safety_checks
from storage.upserting import upsert


def save(db: Transaction, check: SafetyCheck) -> None:
    """Keep it as it is now; one that is done is kept no longer."""
    if check.step is SafetyStep.DONE:
        db.execute(
            sa.delete(safety_checks).where(
                safety_checks.c.appointment == check.appointment,
                safety_checks.c.person == check.person,
            )
        )
        return
    row = {"appointment": check.appointment, "person": check.person,
           "step": check.step, "asked": check.asked}  # fmt: skip
    upsert(db, safety_checks, row)


def of(db: Transaction, appointment: AppointmentId) -> dict[PersonId, SafetyCheck]:
    """The checks of a meeting that are not done."""
    rows = db.all(sa.select(safety_checks).where(safety_checks.c.appointment == appointment))
    return {
        PersonId(row["person"]): SafetyCheck(
            appointment=appointment,
            person=PersonId(row["person"]),
            step=SafetyStep(row["step"]),
            asked=row["asked"],
        )
        for row in rows
    }

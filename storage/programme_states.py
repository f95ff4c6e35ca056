"""Whether a programme is paused by its coordinators, and what people are told meanwhile."""

from typing import NamedTuple

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import programme_states as states
from storage.upserting import upsert


class ProgrammeState(NamedTuple):
    """What coordinators decided today."""

    paused: bool
    message: str


def get(db: Transaction, programme: str) -> ProgrammeState:
    """How the programme stands; open unless somebody paused it."""
    row = db.one(sa.select(states).where(states.c.programme == programme))
    if row is None:
        return ProgrammeState(paused=False, message="")
    sealed = row["message_sealed"]
    message = db.unseal(states.c.message_sealed, programme, sealed) if sealed else ""
    return ProgrammeState(row["paused"], message)


def save(db: Transaction, programme: str, state: ProgrammeState) -> None:
    """Keep it as it is now."""
    sealed = db.seal(states.c.message_sealed, programme, state.message) if state.message else None
    row = {"programme": programme, "paused": state.paused, "message_sealed": sealed}
    upsert(db, states, row)

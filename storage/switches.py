"""What coordinators turn on and off for the whole house."""

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import switches
from storage.upserting import upsert


def is_on(db: Transaction, name: str, *, at_first: bool) -> bool:
    """Whether it is on; `at_first`, as long as nobody has turned it."""
    row = db.one(sa.select(switches.c.is_on).where(switches.c.name == name))
    return at_first if row is None else bool(row["is_on"])


def turn(db: Transaction, name: str, on: bool) -> None:
    """So it is from now on."""
    upsert(db, switches, {"name": name, "is_on": on})

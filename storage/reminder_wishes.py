"""How people want to be reminded of their appointments, where they said so."""

import sqlalchemy as sa

from bot.domain.appointment import ReminderWish
from bot.domain.ids import PersonId
from storage.database import Transaction
from storage.tables import reminder_wishes as wishes
from storage.upserting import upsert


def of(db: Transaction, person: PersonId) -> ReminderWish:
    """What this person wishes; the usual unless they said otherwise."""
    row = db.one(sa.select(wishes).where(wishes.c.person == person))
    return ReminderWish(person=person, **({"leads": tuple(row["leads"])} if row else {}))


def save(db: Transaction, wish: ReminderWish) -> None:
    """Keep it as it is now."""
    upsert(db, wishes, {"person": wish.person, "leads": sorted(wish.leads, reverse=True)})

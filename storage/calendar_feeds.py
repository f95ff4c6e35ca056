"""Feeds for people's own calendars: one for each, found by the keyed hash of its secret."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.feeds import CalendarFeed
from bot.domain.ids import PersonId
from storage.database import Transaction
from storage.tables import calendar_feeds


def save(db: Transaction, feed: CalendarFeed) -> None:
    """Keep it instead of the one before; without a key there is none any more."""
    db.execute(sa.delete(calendar_feeds).where(calendar_feeds.c.person == feed.person))
    if feed.key:
        row = {"key_index": _index(db, feed.key), "person": feed.person, "made_at": feed.made_at}
        db.execute(sa.insert(calendar_feeds).values(row))


def made_at(db: Transaction, person: PersonId) -> datetime | None:
    """Since when somebody has one; None if they have none. The secret itself nobody can tell."""
    row = db.one(sa.select(calendar_feeds.c.made_at).where(calendar_feeds.c.person == person))
    return None if row is None else row["made_at"]


def whose(db: Transaction, key: str) -> PersonId | None:
    """Whose calendar this secret opens, if anybody's."""
    wanted = calendar_feeds.c.key_index == _index(db, key)
    row = db.one(sa.select(calendar_feeds.c.person).where(wanted))
    return None if row is None else PersonId(row["person"])


def _index(db: Transaction, key: str) -> str:
    return db.index("calendar-feed", key)

"""Ways in on our own page: sign-in links, used once, and return phrases. Kept as keyed hashes alone."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import ways_in
from storage.upserting import upsert
from storage.visits import account_index


class Kind(StrEnum):
    """What sort of way in it is."""

    LINK = "link"  # signs in, once
    PHRASE = "phrase"  # comes back, as often as wished until it runs out


class WayIn(NamedTuple):
    """Whom a key lets in as, and whether they coordinate from then on."""

    account: str
    coordinates: bool


def issue(
    db: Transaction,
    kind: Kind,
    key: str,
    account: str,
    coordinates: bool,
    ends_at: datetime,
) -> None:
    """`key` lets in as `account` until it runs out. A new phrase replaces the one before."""
    index = db.index(f"way-in:{kind}", key)
    owner = account_index(db, account)
    if kind is Kind.PHRASE:
        old = sa.and_(ways_in.c.account_index == owner, ways_in.c.kind == kind)
        db.execute(sa.delete(ways_in).where(old))
    upsert(
        db,
        ways_in,
        {
            "key_index": index,
            "kind": kind,
            "account_index": owner,
            "account_sealed": db.seal(ways_in.c.account_sealed, index, account),
            "coordinates": coordinates,
            "ends_at": ends_at,
        },
    )


def use(db: Transaction, kind: Kind, key: str, now: datetime) -> WayIn | None:
    """Whom this key lets in as; a link is used up by that. None if it lets nobody in."""
    index = db.index(f"way-in:{kind}", key)
    row = db.one(sa.select(ways_in).where(ways_in.c.key_index == index, ways_in.c.ends_at > now))
    if row is None:
        return None
    account = db.unseal(ways_in.c.account_sealed, index, row["account_sealed"])
    if kind is Kind.LINK:
        db.execute(sa.delete(ways_in).where(ways_in.c.key_index == index))
    return WayIn(account, row["coordinates"])


def has_phrase(db: Transaction, account: str, now: datetime) -> bool:
    """Whether somebody can come back with a phrase."""
    owner = account_index(db, account)
    of_them = sa.and_(ways_in.c.account_index == owner, ways_in.c.kind == Kind.PHRASE)
    good = sa.select(ways_in.c.key_index).where(of_them, ways_in.c.ends_at > now)
    return db.one(good) is not None


def close(db: Transaction, account: str) -> None:
    """Nobody gets in as `account` any more by a key given out before."""
    db.execute(sa.delete(ways_in).where(ways_in.c.account_index == account_index(db, account)))

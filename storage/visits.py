"""Visits: a browser's time with us. A cookie's secret finds one, and we know the secret's hash alone."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import shown, uploads, visits, ways_in
from storage.visitor_seal import VisitKey

_BY_SECRET = sa.select(visits).where(visits.c.secret_index == sa.bindparam("index"))


class Visit(NamedTuple):
    """One visit. `account` is the person's own id on our platform, `web:<account>` their address."""

    id: str
    account: str
    signed_in: bool
    last_seq: int
    began_at: datetime
    seen_at: datetime
    ends_at: datetime


class Ended(NamedTuple):
    """Somebody whose last visit is over."""

    account: str
    visit: str
    signed_in: bool


def begin(
    db: Transaction, secret: str, account: str, signed_in: bool, lasts: timedelta, now: datetime
) -> Visit:
    """A visit begins for `account`; it lasts so long after it was last seen."""
    id = db.new_id()
    db.execute(
        sa.insert(visits).values(
            id=id,
            secret_index=db.index("visit", secret),
            account_index=account_index(db, account),
            account_sealed=db.seal(visits.c.account_sealed, id, account),
            signed_in=signed_in,
            seal_to=VisitKey(secret).seal_to,
            last_seq=0,
            began_at=now,
            seen_at=now,
            ends_at=now + lasts,
        )
    )
    return Visit(id, account, signed_in, 0, now, now, now + lasts)


def find(db: Transaction, secret: str, now: datetime) -> Visit | None:
    """The visit this secret belongs to, unless it has run out."""
    row = db.one(_BY_SECRET, {"index": db.index("visit", secret)})
    return None if row is None or row["ends_at"] <= now else _visit(db, row)


def is_there(db: Transaction, visit: str) -> bool:
    """Whether a visit has not ended."""
    return db.one(sa.select(visits.c.id).where(visits.c.id == visit)) is not None


def seen(
    db: Transaction,
    here: Collection[str],
    visitor: timedelta,
    signed_in: timedelta,
    now: datetime,
) -> None:
    """These visits are here: they last longer, how long depends on whether they signed in."""
    for kind, lasts in ((False, visitor), (True, signed_in)):
        where = sa.update(visits).where(visits.c.id.in_(here), visits.c.signed_in == kind)
        db.execute(where.values(seen_at=now, ends_at=now + lasts))


def of_account(db: Transaction, account: str) -> Sequence[Visit]:
    """Every visit of somebody, the latest seen first."""
    theirs = visits.c.account_index == account_index(db, account)
    rows = db.all(sa.select(visits).where(theirs).order_by(visits.c.seen_at.desc()))
    return [_visit(db, row) for row in rows]


def signed_in(db: Transaction, now: datetime) -> Sequence[Visit]:
    """The visits of those who signed in by a link, the latest seen first."""
    good = sa.and_(visits.c.signed_in, visits.c.ends_at > now)
    rows = db.all(sa.select(visits).where(good).order_by(visits.c.seen_at.desc()))
    return [_visit(db, row) for row in rows]


def run_out(db: Transaction, now: datetime) -> Sequence[Ended]:
    """Those whose visits have all run out, and who have no phrase to come back with."""
    old = db.all(sa.select(visits).where(visits.c.ends_at <= now))
    found: dict[str, Ended] = {}
    for row in old:
        index = row["account_index"]
        others = sa.select(sa.func.count()).select_from(visits)
        alive = others.where(visits.c.account_index == index, visits.c.ends_at > now)
        phrases = sa.select(sa.func.count()).select_from(ways_in)
        back = phrases.where(ways_in.c.account_index == index, ways_in.c.ends_at > now)
        if not db.count(alive) and not db.count(back):
            visit = _visit(db, row)
            found[index] = Ended(visit.account, visit.id, visit.signed_in)
    return list(found.values())


def end(db: Transaction, visit: str) -> None:
    """This visit is over, and what it was shown is gone."""
    db.execute(sa.delete(shown).where(shown.c.visit == visit))
    db.execute(sa.delete(visits).where(visits.c.id == visit))


def end_all(db: Transaction, account: str) -> Sequence[str]:
    """Every visit of somebody is over; the ids of these."""
    ended = [visit.id for visit in of_account(db, account)]
    for visit in ended:
        end(db, visit)
    return ended


def prune(db: Transaction, now: datetime, shown_before: datetime, uploads_before: datetime) -> None:
    """Throw away what ran out: visits, ways in, what was shown, and files nobody fetched.

    A visit that ran out goes only when its person need not be told of it (`run_out`) any more.
    """
    waiting = {ended.visit for ended in run_out(db, now)}
    for row in db.all(sa.select(visits.c.id).where(visits.c.ends_at <= now)):
        if row["id"] not in waiting:
            end(db, row["id"])
    db.execute(sa.delete(ways_in).where(ways_in.c.ends_at <= now))
    db.execute(sa.delete(shown).where(shown.c.at < shown_before))
    db.execute(sa.delete(uploads).where(uploads.c.at < uploads_before))


def account_index(db: Transaction, account: str) -> str:
    """The keyed hash an account's visits are found by."""
    return db.index("web-account", account)


def _visit(db: Transaction, row: sa.RowMapping) -> Visit:
    account = db.unseal(visits.c.account_sealed, row["id"], row["account_sealed"])
    names = ("signed_in", "last_seq", "began_at", "seen_at", "ends_at")
    return Visit(row["id"], account, *(row[name] for name in names))

"""What a visit was shown, numbered, sealed so that only the visitor's own browser opens it again.

The two sides of a message are rows of the same kind: what the bot said, and what the visitor wrote.
A change to an earlier message is a row of its own, and the earlier row says the new thing from then
on: whoever was there hears of the change, whoever comes later sees only what it came to.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import inbox, shown, visits
from storage.visitor_seal import VisitKey, sealed_to
from storage.visits import account_index

Content = Mapping[str, Any]

BLOCK = 256  # bytes: "7" and "10" are equally long
ASKED_BLOCK = 4_096  # of a check-in: with and without the crisis doors in it

_VISITS = (
    sa.select(visits.c.id, visits.c.seal_to, visits.c.last_seq)
    .where(visits.c.account_index == sa.bindparam("account"), visits.c.ends_at > sa.bindparam(
        "now", type_=visits.c.ends_at.type))
    .order_by(visits.c.began_at)
)  # fmt: skip
_BEFORE = sa.select(shown.c.seq).where(
    shown.c.visit == sa.bindparam("visit"), shown.c.once_index == sa.bindparam("once")
)
_PUT = sa.insert(shown)
_COUNTED = (
    sa.update(visits)
    .where(visits.c.id == sa.bindparam("visit"))
    .values(last_seq=sa.bindparam("seq"))
)
_AFTER = (
    sa.select(shown, inbox.c.event.label("handled"))
    .select_from(shown.outerjoin(inbox, inbox.c.event == shown.c.once_index))
    .where(shown.c.visit == sa.bindparam("visit"), shown.c.seq > sa.bindparam("after"))
    .order_by(shown.c.seq)
    .limit(sa.bindparam("limit"))
)


class Put(NamedTuple):
    """A row of one visit; not `fresh` if it was there before."""

    visit: str
    seq: int
    fresh: bool


class Seen(NamedTuple):
    """One row, opened. `handled`: whether the event it stands for was handled, if it does for one."""

    seq: int
    at: datetime
    content: dict[str, Any]
    handled: bool


def once_for_letter(db: Transaction, letter: str) -> str:
    """What a letter of ours is known by among what is shown."""
    return db.index("shown-letter", letter)


def once_for_event(db: Transaction, event: str) -> str:
    """The same for something a visitor did: the hash by which the inbox knows it, too."""
    return db.index("event", event)


def put(
    db: Transaction,
    account: str,
    once: str,
    message: str,
    content: Content,
    now: datetime,
    file: bytes | None = None,
) -> Sequence[Put]:
    """Show `content` in every visit of `account`, once each; empty if there is none.

    `message` is what later changes call it by.
    """
    index = db.index("shown-message", message)
    done: list[Put] = []
    for row in _visits(db, account, now):
        visit = row["id"]
        before = db.one(_BEFORE, {"visit": visit, "once": once})
        if before is not None:
            done.append(Put(visit, before["seq"], False))
            continue
        seq = row["last_seq"] + 1
        sealed = _sealed(row["seal_to"], visit, seq, content)
        kept = file and sealed_to(row["seal_to"], f"file:{visit}:{seq}", file)
        db.execute(_PUT, {"visit": visit, "seq": seq, "once_index": once, "message_index": index,
                          "shown_sealed": sealed, "file_sealed": kept, "at": now})  # fmt: skip
        db.execute(_COUNTED, {"visit": visit, "seq": seq})
        done.append(Put(visit, seq, True))
    return done


def change(
    db: Transaction,
    account: str,
    once: str,
    message: str,
    change: Content,
    becomes: Content,
    now: datetime,
) -> Sequence[Put]:
    """Show that an earlier message changed; from now on its own row holds `becomes`, and no file.

    What `becomes` does not name of a message is not known here: the row is sealed.
    """
    index = db.index("shown-message", message)
    done = put(db, account, once, f"change:{once}", change, now)
    for one in done:
        rows = db.all(
            sa.select(shown.c.seq, visits.c.seal_to)
            .join(visits, visits.c.id == shown.c.visit)
            .where(shown.c.visit == one.visit, shown.c.message_index == index)
        )
        for row in rows:
            sealed = _sealed(row["seal_to"], one.visit, row["seq"], becomes)
            where = sa.update(shown).where(shown.c.visit == one.visit, shown.c.seq == row["seq"])
            db.execute(where.values(shown_sealed=sealed, file_sealed=None))
    return done


def after(db: Transaction, visit: str, key: VisitKey, seq: int, limit: int = 200) -> Sequence[Seen]:
    """What this visit was shown after number `seq`, the earliest first. Raises NotOpened."""
    rows = db.all(_AFTER, {"visit": visit, "after": seq, "limit": limit})
    return [
        Seen(
            row["seq"],
            row["at"],
            json.loads(key.opened(f"shown:{visit}:{row['seq']}", row["shown_sealed"])),
            row["handled"] is not None,
        )
        for row in rows
    ]


def file(db: Transaction, visit: str, key: VisitKey, message: str) -> tuple[Content, bytes] | None:
    """The file of a message this visit was shown, with what was said of it. Raises NotOpened."""
    index = db.index("shown-message", message)
    row = db.one(
        sa.select(shown).where(
            shown.c.visit == visit,
            shown.c.message_index == index,
            shown.c.file_sealed.is_not(None),
        )
    )
    if row is None:
        return None
    content = json.loads(key.opened(f"shown:{visit}:{row['seq']}", row["shown_sealed"]))
    return content, key.opened(f"file:{visit}:{row['seq']}", row["file_sealed"])


def knows(db: Transaction, account: str, message: str) -> bool:
    """Whether somebody is shown a message called that, in any of their visits."""
    theirs = sa.select(visits.c.id).where(visits.c.account_index == account_index(db, account))
    called = shown.c.message_index == db.index("shown-message", message)
    return db.one(sa.select(shown.c.seq).where(shown.c.visit.in_(theirs), called)) is not None


def forget(db: Transaction, account: str) -> None:
    """Nothing of what somebody was shown is kept; their visit goes on, and knows nobody."""
    theirs = sa.select(visits.c.id).where(visits.c.account_index == account_index(db, account))
    db.execute(sa.delete(shown).where(shown.c.visit.in_(theirs)))


def _visits(db: Transaction, account: str, now: datetime) -> list[sa.RowMapping]:
    return db.all(_VISITS, {"account": account_index(db, account), "now": now})


def _sealed(seal_to: str, visit: str, seq: int, content: Content) -> bytes:
    written = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    even = written + b" " * (-len(written) % _block(content))
    return sealed_to(seal_to, f"shown:{visit}:{seq}", even)


def _block(content: Content) -> int:
    return ASKED_BLOCK if str(content.get("textId")).startswith("check-in") else BLOCK

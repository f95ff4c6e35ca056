"""The journal, added up: how many steps there were that are alike. Reads only."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.report.counting import ACTIONS, Steps
from storage.database import Transaction
from storage.tables import journal

_NAMES = ("from", "form", "receiver", "volunteer", "why", "by")


def _number(name: str) -> sa.ColumnElement[str]:
    found = sa.func.json_extract(sa.type_coerce(journal.c.numbers, sa.Text), f"$.{name}")
    return sa.type_coerce(found, sa.String)


_WAITED = sa.cast(_number("waited_seconds"), sa.Integer) / sa.literal_column("60")
_COLUMNS = (journal.c.action, *(_number(name).label(name) for name in _NAMES))
_ALIKE = (
    sa.select(
        *_COLUMNS,
        sa.cast(_WAITED, sa.Integer).label("waited"),
        sa.func.count().label("steps"),
        sa.func.coalesce(sa.func.sum(sa.cast(_number("minutes"), sa.Integer)), 0).label(
            "all_minutes"
        ),
    )
    .where(
        journal.c.at >= sa.bindparam("since"),
        journal.c.at < sa.bindparam("until"),
        journal.c.programme == sa.bindparam("programme"),
        journal.c.action.in_(ACTIONS),
    )
    .group_by(*(sa.literal_column(str(n)) for n in range(1, len(_COLUMNS) + 2)))
)


def between(db: Transaction, programme: str, since: datetime, until: datetime) -> Sequence[Steps]:
    """The steps of a programme from `since` until before `until`, those that are alike together."""
    rows = db.all(_ALIKE, {"programme": programme, "since": since, "until": until})
    return [
        Steps(
            action=row["action"],
            count=row["steps"],
            minutes=row["all_minutes"],
            numbers={name: row[name] for name in (*_NAMES, "waited") if row[name] is not None},
        )
        for row in rows
    ]


def first_at(db: Transaction) -> datetime | None:
    """When the first step of all was taken."""
    row = db.one(sa.select(journal.c.at).order_by(journal.c.at).limit(1))
    return None if row is None else row["at"]

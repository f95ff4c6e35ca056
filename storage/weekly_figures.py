"""What was counted week by week, and what of it was released: each week once, and never changed."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from bot.domain.report.book import Book
from bot.domain.report.counting import Counts
from bot.domain.report.releasing import Block, Release, Split
from bot.domain.report.weeks import Week
from storage.database import Transaction
from storage.tables import weekly_figures as figures
from storage.upserting import add_if_new


def keep(db: Transaction, programme: str, week: Week, counts: Counts, released: Release) -> None:
    """Keep one week, unless it is kept already: what was released once stays as it was."""
    row = {
        "programme": programme,
        "week": week.key,
        "counts": dict(counts),
        "released": _written(released),
    }
    add_if_new(db, figures, row)


def latest(db: Transaction, programme: str) -> Week | None:
    """The last week that is counted."""
    row = db.one(
        sa.select(sa.func.max(figures.c.week).label("week")).where(figures.c.programme == programme)
    )
    return Week.read(row["week"]) if row and row["week"] else None


def book(db: Transaction, programme: str, first_year: int, last_year: int) -> Book:
    """Everything on record of a programme in these years, both included."""
    rows = db.all(
        sa.select(figures.c.week, figures.c.counts, figures.c.released)
        .where(
            figures.c.programme == programme,
            figures.c.week >= f"{first_year:04}",
            figures.c.week < f"{last_year + 1:04}",
        )
        .order_by(figures.c.week)
    )
    return Book(
        programme,
        {Week.read(row["week"]): row["counts"] for row in rows},
        {Week.read(row["week"]): _read(row["released"]) for row in rows},
    )


def _written(released: Release) -> Mapping[str, Any]:
    return {
        "blocks": [
            {
                "cells": {key: [w.key for w in weeks] for key, weeks in block.cells.items()},
                "count": block.count,
                "measures": dict(block.measures),
            }
            for block in released.blocks
        ],
        "splits": [
            {
                "leaf": split.leaf,
                "what": split.what,
                "weeks": [w.key for w in split.weeks],
                "parts": dict(split.parts),
            }
            for split in released.splits
        ],
    }


def _read(written: Mapping[str, Any]) -> Release:
    return Release(
        tuple(
            Block(
                {key: _weeks(weeks) for key, weeks in block["cells"].items()},
                block["count"],
                block["measures"],
            )
            for block in written["blocks"]
        ),
        tuple(
            Split(split["leaf"], split["what"], _weeks(split["weeks"]), split["parts"])
            for split in written["splits"]
        ),
    )


def _weeks(keys: list[str]) -> tuple[Week, ...]:
    return tuple(Week.read(key) for key in keys)

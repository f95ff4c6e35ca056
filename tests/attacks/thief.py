"""A thief of the database: everything there is to put rows in an order by, and to lay orders side by side."""

import random
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Orders = Mapping[str, Sequence[str]]


def opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("town.db*"))


def orders_of_answers(file: Path, raw: bytes) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """Every order the answers can be read in, as (key, item, value)."""
    with opened(file) as db:
        rows = db.execute("SELECT key, item, value FROM check_in_answers NOT INDEXED").fetchall()
        assert _has_no_rowid(db, "check_in_answers")
    yield "as they are stored", rows
    yield "by key", sorted(rows)
    yield "as they lie in the file", sorted(rows, key=lambda row: raw.rfind(row[0].encode()))


def orders_of_people(file: Path, raw: bytes) -> Iterator[tuple[str, list[str]]]:
    """Every order the people who were asked can be read in."""
    with opened(file) as db:
        ids = dict(db.execute("SELECT id, person FROM check_ins").fetchall())
        assert _has_no_rowid(db, "check_ins")
        asked = db.execute("SELECT person FROM questions ORDER BY seq").fetchall()
        timers = db.execute("SELECT about FROM timers ORDER BY due_at").fetchall()
        people = db.execute("SELECT id FROM people ORDER BY rowid").fetchall()
        seen = db.execute("SELECT id FROM people ORDER BY seen_at").fetchall()
    known = set(ids.values())
    yield "as check-ins are stored", list(ids.values())
    yield "by the last question", [p for p in dict.fromkeys(r[0] for r in asked) if p in known]
    yield "by what is due next", [ids[row[0]] for row in timers if row[0] in ids]
    yield "as they came", [row[0] for row in people if row[0] in known]
    yield "as they were last heard", [row[0] for row in seen if row[0] in known]
    yield (
        "as they lie in the file",
        sorted(known, key=lambda one: raw.rfind(one.encode())),
    )


def put_back(
    answers: Sequence[tuple[str, str, int]],
    people: Sequence[str],
    truth: Mapping[str, Mapping[str, int]],
) -> float:
    """How many answers come to the right person, if both orders are the same; by item."""
    right = told = 0
    for item in sorted({row[1] for row in answers}):
        values = [value for _, name, value in answers if name == item]
        for person, value in zip(people, values, strict=False):
            right += truth[person][item] == value
            told += 1
    return right / told


def by_chance(truth: Mapping[str, Mapping[str, int]], seed: int = 1) -> float:
    """The same, if people are put in any order."""
    chance, people = random.Random(seed), list(truth)
    items = sorted({item for told in truth.values() for item in told})
    right = told = 0
    for _ in range(20):
        for item in items:
            mixed = people[:]
            chance.shuffle(mixed)
            pairs = zip(people, mixed, strict=True)
            right += sum(truth[one][item] == truth[other][item] for one, other in pairs)
            told += len(people)
    return right / told


def _has_no_rowid(db: sqlite3.Connection, table: str) -> bool:
    try:
        db.execute(f"SELECT rowid FROM {table}")
    except sqlite3.OperationalError:
        return True
    return False

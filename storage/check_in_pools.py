"""What was answered and waits for others' answers. Each pool is one sealed value, written anew whole.

In it stand no sets, no order and no time but the week in which it began: values lie sorted, words
shuffled, and its length grows by blocks.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain.check_in.plan import Who
from bot.domain.check_in.pools import WORDS, Pool, WordPool
from bot.domain.report.weeks import Week
from storage import sealed_json
from storage.database import Transaction
from storage.tables import check_in_pools as pools
from storage.upserting import upsert

ANSWERS_BLOCK = 4_096  # bytes: some hundred people's round
WORDS_BLOCK = 16_384  # bytes: as many comments, at their longest, as are read together
_CHANCE = secrets.SystemRandom()


def gather(
    db: Transaction,
    programme: str,
    who: Who,
    round: str,
    week: Week,
    answers: Mapping[str, int],
    batch: str = "",
) -> None:
    """One person's answers more. What has another `batch` is another pool."""
    id = _id(db, programme, who.value, round, batch)
    kept = _kept(db, id) or {
        "programme": programme, "who": who.value, "round": round, "since": week.key,
        "people": 0, "values": {},
    }  # fmt: skip
    values: dict[str, list[int]] = kept["values"]
    for item, value in answers.items():
        values[item] = sorted([*values.get(item, ()), value])
    kept["values"] = dict(sorted(values.items()))
    kept["people"] += 1
    _keep(db, id, "answers", kept, ANSWERS_BLOCK)


def gather_words(db: Transaction, programme: str, week: Week, words: str) -> None:
    """Some words more."""
    id = _id(db, programme, WORDS)
    empty = {"programme": programme, "since": week.key, "ripe": [], "fresh": []}
    kept = _kept(db, id) or empty
    kept["fresh"] = _shuffled([*kept["fresh"], words])
    _keep(db, id, "words", kept, WORDS_BLOCK)


def answers(db: Transaction) -> Sequence[Pool]:
    """Every pool of answers there is."""
    return [
        Pool(**{**kept, "id": id, "who": Who(kept["who"]), "since": Week.read(kept["since"])})
        for id, kept in _all(db, "answers")
    ]


def words(db: Transaction) -> Sequence[WordPool]:
    """Every pool of words there is."""
    return [
        WordPool(**{**kept, "id": id, "since": Week.read(kept["since"])})
        for id, kept in _all(db, "words")
    ]


def ripen(db: Transaction, id: str, week: Week, *, read: bool) -> None:
    """What is fresh is ripe from now on; what was ripe is gone if it was read out."""
    kept = _kept(db, id)
    if kept is None:
        return
    ripe = _shuffled(([] if read else kept["ripe"]) + kept["fresh"])
    if not ripe:
        take_away(db, id)
        return
    since = week.key if read else kept["since"]
    _keep(db, id, "words", {**kept, "since": since, "ripe": ripe, "fresh": []}, WORDS_BLOCK)


def taken(db: Transaction, id: str) -> Pool | None:
    """A pool of answers, for the last time: it is gone from here."""
    found = next((pool for pool in answers(db) if pool.id == id), None)
    take_away(db, id)
    return found


def take_away(db: Transaction, id: str) -> None:
    """Nothing of it is kept."""
    db.execute(sa.delete(pools).where(pools.c.id == id))


def _id(db: Transaction, *parts: str) -> str:
    return db.index("check-in-pool", "\n".join(parts))


def _shuffled(words: Sequence[str]) -> list[str]:
    mixed = list(words)
    _CHANCE.shuffle(mixed)
    return mixed


def _keep(db: Transaction, id: str, kind: str, kept: Mapping[str, Any], block: int) -> None:
    sealed = db.seal(pools.c.pool_sealed, id, sealed_json.padded(dict(kept), block))
    upsert(db, pools, {"id": id, "kind": kind, "pool_sealed": sealed})


def _kept(db: Transaction, id: str) -> dict[str, Any] | None:
    row = db.one(sa.select(pools.c.pool_sealed).where(pools.c.id == id))
    return None if row is None else _read(db, id, row["pool_sealed"])


def _all(db: Transaction, kind: str) -> list[tuple[str, dict[str, Any]]]:
    rows = db.all(sa.select(pools).where(pools.c.kind == kind).order_by(pools.c.id))
    return [(row["id"], _read(db, row["id"], row["pool_sealed"])) for row in rows]


def _read(db: Transaction, id: str, sealed: bytes) -> dict[str, Any]:
    found: dict[str, Any] = sealed_json.read(db.unseal(pools.c.pool_sealed, id, sealed))
    return found

"""What is kept of check-ins: even lengths, sorted values, and nothing of anybody once it is let out."""

from datetime import UTC, date, datetime

import sqlalchemy as sa

from bot.domain.check_in.plan import Who
from bot.domain.check_in.pools import Pool
from bot.domain.check_in.standing import CheckIn, CheckInId, Coming, OpenRound
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus
from bot.domain.report.counting import Answers
from bot.domain.report.weeks import Week
from storage import check_in_answers, check_in_pools, check_ins, erasing, timers
from storage.database import Database, Transaction
from storage.tables import check_in_answers as answers
from storage.tables import check_in_pools as pools
from storage.tables import check_ins as rows

NOW = datetime(2030, 1, 7, 19, tzinfo=UTC)
WEEK = Week(2030, 2)
ROSA = PersonId("rosa")
ONE = CheckIn(
    id=CheckInId("one"), person=ROSA, who=Who.RECEIVER, programme="drop-in",
    status=CheckInStatus.AGREED, began_on=date(2030, 1, 7),
    coming=(Coming("2-weeks", NOW), Coming("series-end", None)), asked=frozenset({"end"}),
    open=OpenRound(round="end", since=NOW, answers={"met": 7}, skipped=frozenset({"stigma"})),
)  # fmt: skip


async def test_where_somebody_stands_comes_back_as_it_was_kept(database: Database):
    await database.run(check_ins.save, ONE)

    assert await database.read(check_ins.of, ROSA, Who.RECEIVER) == ONE
    assert await database.read(check_ins.get, "one") == ONE
    assert await database.read(check_ins.of, ROSA, Who.VOLUNTEER) is None


async def test_values_of_a_pool_lie_sorted_and_its_length_says_nothing(database: Database):
    lengths = set()
    for value in (9, 2, 10, 0):
        told = {"met": value, "control": 10 - value}
        await database.run(check_in_pools.gather, "drop-in", Who.RECEIVER, "end", WEEK, told)
        lengths.add(await database.read(_longest))

    (pool,) = await database.read(check_in_pools.answers)
    assert pool.values == {"control": [0, 1, 8, 10], "met": [0, 2, 9, 10]}
    assert (pool.people, pool.since) == (4, WEEK)
    assert len(lengths) == 1


def _longest(db: Transaction) -> int:
    return db.count(sa.select(sa.func.max(sa.func.length(pools.c.pool_sealed))))


async def test_batches_of_the_same_round_are_not_mixed(database: Database):
    for batch in ("2030-01", "2030-02"):
        told = {"meaning": 5}
        await database.run(
            check_in_pools.gather, "drop-in", Who.VOLUNTEER, "month", WEEK, told, batch
        )
    found = await database.read(check_in_pools.answers)
    assert [pool.people for pool in found] == [1, 1]


async def test_what_is_let_out_is_counted_in_that_week_and_keyed_by_chance(database: Database):
    pool = Pool(
        id="p", programme="drop-in", who=Who.RECEIVER, round="end", since=WEEK, people=5,
        values={"met": (3, 3, 7, 8, 9)},
    )  # fmt: skip
    keys = set()
    for _ in range(2):  # the same cause makes the same ids, and other keys
        await database.run_caused("same", check_in_answers.let_out, pool, WEEK)
        keys |= await database.read(_keys)

    assert len(keys) == 10
    told = await database.read(check_in_answers.of_week, "drop-in", WEEK)
    assert list(told) == [Answers("met", "end", v, n) for v, n in ((3, 4), (7, 2), (8, 2), (9, 2))]
    assert await database.read(check_in_answers.of_week, "drop-in", WEEK.next) == []


def _keys(db: Transaction) -> set[str]:
    return {row["key"] for row in db.all(sa.select(answers.c.key))}


async def test_words_ripen_for_a_look_and_are_gone_when_read(database: Database):
    for words in ("one", "two"):
        await database.run(check_in_pools.gather_words, "drop-in", WEEK, words)
    (pool,) = await database.read(check_in_pools.words)
    assert (sorted(pool.fresh), list(pool.ripe)) == (["one", "two"], [])

    await database.run(check_in_pools.ripen, pool.id, WEEK.next, read=False)
    await database.run(check_in_pools.gather_words, "drop-in", WEEK.next, "three")
    await database.run(check_in_pools.ripen, pool.id, WEEK.next.next, read=True)

    (pool,) = await database.read(check_in_pools.words)
    assert (list(pool.ripe), list(pool.fresh), pool.since) == (["three"], [], WEEK.next.next)


async def test_whoever_is_forgotten_leaves_no_check_ins_and_no_timer(database: Database):
    await database.run(check_ins.save, ONE)
    await database.run(timers.start, "check-in-round", "one", NOW)
    await database.run(erasing.forget, ROSA)

    assert await database.read(lambda db: db.all(sa.select(rows))) == []
    assert await database.read(timers.next_due) is None

"""The outbox: in order for each reader, one sender at a time, and gone when it is delivered."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage import outbox
from storage.database import Database, Transaction
from storage.outbox import LANE_BATCH, Waiting
from storage.tables import outbox as table

MINUTE = timedelta(minutes=1)


async def _put(database: Database, now: datetime, *letters: tuple[str, str]) -> None:
    def put(db: Transaction) -> None:
        for id, lane in letters:
            outbox.put(db, id=id, lane=lane, kind="tell", payload={"at": now}, now=now)

    await database.run(put)


async def _claim(
    database: Database, now: datetime, *, owner: str = "me", lanes: int = 9, without=()
) -> list[str]:
    found = await database.run(outbox.claim, owner, now, now + MINUTE, lanes, without)
    return [waiting.id for waiting in found]


async def test_letters_to_one_reader_go_out_in_the_order_they_were_written(
    database: Database, now: datetime
):
    await _put(database, now, ("1", "rosa"), ("2", "mia"), ("3", "rosa"), ("4", "rosa"))

    assert await _claim(database, now) == ["1", "3", "4", "2"]


async def test_what_it_says_comes_back_as_it_was(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"))

    (waiting,) = await database.run(outbox.claim, "me", now, now + MINUTE, 1)

    assert waiting.payload == {"at": now}
    assert "2030" not in repr(waiting).replace(repr(now), "")


async def test_of_one_reader_no_more_are_taken_than_others_can_wait_for(
    database: Database, now: datetime
):
    await _put(database, now, *((str(n), "rosa") for n in range(LANE_BATCH + 3)))

    assert len(await _claim(database, now)) == LANE_BATCH


async def test_what_one_sends_no_other_takes(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"), ("2", "mia"))

    assert await _claim(database, now, owner="one", lanes=1) == ["1"]
    assert await _claim(database, now, owner="two") == ["2"]
    assert await _claim(database, now, owner="three") == []


async def test_what_comes_for_a_reader_who_is_being_written_to_waits(
    database: Database, now: datetime
):
    await _put(database, now, ("1", "rosa"))
    await _claim(database, now)
    await _put(database, now, ("2", "rosa"))

    assert await _claim(database, now, owner="other") == []
    assert await _claim(database, now, without=["rosa"]) == []


async def test_a_lease_that_ran_out_is_nobodys(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"), ("2", "rosa"))
    await _claim(database, now, owner="who died")

    assert await _claim(database, now + MINUTE / 2, owner="next") == []
    assert await _claim(database, now + MINUTE, owner="next") == ["1", "2"]


async def test_a_letter_put_off_holds_back_those_behind_it(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"), ("2", "rosa"))
    await _claim(database, now)
    await database.run(outbox.put_off, "1", now + MINUTE)
    await database.run(outbox.let_go, "me", ["2"])

    assert await database.read(outbox.next_due, now) == now + MINUTE
    assert await _claim(database, now + MINUTE / 2) == []
    (first, second) = await database.run(outbox.claim, "me", now + MINUTE, now + 2 * MINUTE, 1)
    assert (first.id, first.attempts, second.id) == ("1", 1, "2")


async def test_a_letter_is_settled_once(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"))

    assert await database.run(outbox.settle, "1") is True
    assert await database.run(outbox.settle, "1") is False


async def test_only_what_is_ours_is_let_go(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"))
    await _claim(database, now, owner="one")

    await database.run(outbox.let_go, "another", ["1"])
    assert await _claim(database, now) == []
    await database.run(outbox.let_go_all)
    assert await _claim(database, now) == ["1"]


async def test_one_damaged_letter_does_not_keep_the_others_back(database: Database, now: datetime):
    await _put(database, now, ("1", "rosa"), ("2", "mia"))
    broken = sa.update(table).where(table.c.id == "1").values(payload_sealed=b"\x01\x01rubbish")
    await database.run(lambda db: db.execute(broken))

    found: dict[str, Waiting] = {
        waiting.id: waiting
        for waiting in await database.run(outbox.claim, "me", now, now + MINUTE, 9)
    }

    assert found["1"].damaged and found["1"].payload == {}
    assert not found["2"].damaged

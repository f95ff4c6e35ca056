"""Timers: set, moved, stopped, and rung once."""

from datetime import datetime, timedelta

import pytest

from storage import timers
from storage.database import Database

MINUTE = timedelta(minutes=1)


async def test_a_timer_set_again_is_moved(database: Database, now: datetime):
    await database.run(timers.start, "give-up", "wish", now)
    await database.run(timers.start, "give-up", "wish", now + MINUTE)

    assert await database.read(timers.due, now) == []
    assert await database.read(timers.next_due) == now + MINUTE


async def test_a_timer_that_was_moved_does_not_ring_at_its_old_time(
    database: Database, now: datetime
):
    await database.run(timers.start, "give-up", "wish", now + MINUTE)

    assert await database.run(timers.rung, "give-up", "wish", now) is False
    assert await database.run(timers.rung, "give-up", "wish", now + MINUTE) is True
    assert await database.run(timers.rung, "give-up", "wish", now + MINUTE) is False


async def test_a_timer_that_is_to_be_there_is_left_where_it_is(database: Database, now: datetime):
    await database.run(timers.ensure, "check-doors", "house", now)
    await database.run(timers.ensure, "check-doors", "house", now + MINUTE)

    assert await database.read(timers.next_due) == now


async def test_the_earliest_ring_first(database: Database, now: datetime):
    for minutes, about in ((2, "later"), (0, "first"), (1, "second"), (9, "not yet")):
        await database.run(timers.start, "give-up", about, now + minutes * MINUTE)

    due = await database.read(timers.due, now + 2 * MINUTE)

    assert [timer.about for timer in due] == ["first", "second", "later"]


async def test_nothing_more_happens_to_what_is_over(database: Database, now: datetime):
    for kind in ("give-up", "alarm"):
        await database.run(timers.start, kind, "wish", now)
    await database.run(timers.start, "alarm", "other", now)

    await database.run(timers.stop_all_about, "wish")

    assert [timer.about for timer in await database.read(timers.due, now)] == ["other"]


async def test_a_moment_without_a_zone_is_refused(database: Database, now: datetime):
    with pytest.raises(Exception, match="without a time zone"):
        await database.run(timers.start, "give-up", "wish", now.replace(tzinfo=None))


async def test_a_moment_is_kept_to_the_microsecond_whatever_its_zone(
    database: Database, now: datetime
):
    from zoneinfo import ZoneInfo

    moment = now.replace(microsecond=123456).astimezone(ZoneInfo("Europe/Copenhagen"))
    await database.run(timers.start, "give-up", "wish", moment)

    assert await database.read(timers.next_due) == moment

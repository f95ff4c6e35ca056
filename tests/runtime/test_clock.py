"""The clock: what is due rings once, also after a night, a jump of the clock, or a move."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decision import NOTHING
from bot.messages import TimeCame
from bot.rehearsal.town import Town
from bot.runtime.clock import Clock
from storage import timers


@pytest.fixture
def rung(town: Town, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What rang, in order."""
    heard: list[str] = []

    def decide(_self, event, db, now):
        assert isinstance(event, TimeCame)
        heard.append(event.about)
        return NOTHING

    monkeypatch.setattr(type(town.reception), "decide", decide)
    return heard


async def _set(town: Town, about: str, **delta: float) -> None:
    await town.database.run(timers.start, "x", about, town.now + timedelta(**delta))


async def test_what_came_due_in_three_days_of_silence_rings_once_in_order(
    town: Town, rung: list[str]
):
    for hours, about in ((30, "second"), (1, "first"), (71, "third"), (90, "not yet")):
        await _set(town, about, hours=hours)
    town.now += timedelta(days=3)

    assert await town.clock.ring() == 3
    assert await town.clock.ring() == 0
    assert rung == ["first", "second", "third"]


async def test_a_clock_set_back_two_hours_rings_nothing_twice(town: Town, rung: list[str]):
    await _set(town, "tea", minutes=10)
    await _set(town, "later", minutes=70)
    town.now += timedelta(minutes=30)
    await town.clock.ring()

    town.now -= timedelta(hours=2)
    await town.clock.ring()
    assert rung == ["tea"]
    town.now += timedelta(hours=3)
    await town.clock.ring()

    assert rung == ["tea", "later"]


async def test_a_clock_set_forward_two_hours_rings_what_is_due_at_once(town: Town, rung: list[str]):
    await _set(town, "tea", minutes=10)
    town.now += timedelta(hours=2)
    await town.clock.ring()

    assert rung == ["tea"]


async def test_a_timer_that_was_moved_rings_at_its_new_time_only(town: Town, rung: list[str]):
    await _set(town, "tea", minutes=10)
    await _set(town, "tea", minutes=20)

    await town.later(minutes=15)
    assert rung == []
    await town.later(minutes=6)

    assert rung == ["tea"]


async def test_two_clocks_ring_a_timer_once(town: Town, rung: list[str]):
    for n in range(20):
        await _set(town, str(n))

    await asyncio.gather(town.clock.ring(), town.clock.ring())

    assert sorted(rung, key=int) == [str(n) for n in range(20)]


async def test_it_rings_by_itself_in_real_time(town: Town, rung: list[str]):
    async def nothing_else() -> None:
        return None

    clock = Clock(town.database, town.engine, lambda: datetime.now(UTC), nothing_else)
    town.now = datetime.now(UTC)
    await _set(town, "at once")
    await _set(town, "soon", seconds=0.6)
    running = asyncio.create_task(clock.run())
    async with asyncio.timeout(40):
        while rung != ["at once", "soon"]:
            await asyncio.sleep(0.01)
        assert datetime.now(UTC) >= town.now + timedelta(seconds=0.6)
        town.now = datetime.now(UTC)
        await _set(town, "woken", seconds=0.1)
        clock.wake()
        while "woken" not in rung:
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_fifty_clocks_cancelled_on_the_way_ring_everything_once(town: Town, rung: list[str]):
    for n in range(50):
        await _set(town, str(n))
        ringing = asyncio.create_task(town.clock.ring())
        for _ in range(n % 5):
            await asyncio.sleep(0.001)
        ringing.cancel()
        await asyncio.gather(ringing, return_exceptions=True)
    await town.clock.ring()

    assert sorted(rung, key=int) == [str(n) for n in range(50)]

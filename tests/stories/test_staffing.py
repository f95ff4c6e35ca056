"""Coordinators hear in time that too few mean to be there."""

from dataclasses import replace

import pytest_asyncio

from bot.domain.housekeeping import OF_THE_HOUSE
from bot.programmes.loading import load
from bot.rehearsal.town import EVENING, Town
from handlers.staffing import STAFFING
from storage import timers
from tests.stories.shift_steps import noon, with_shifts
from tests.stories.story_town import StoryTown

__all__ = ["noon"]


@pytest_asyncio.fixture
async def staffed(tmp_path):
    """A programme that would have one volunteer at any time it is open; Monday, ten o'clock."""
    town = await StoryTown.begin(tmp_path, now=EVENING.replace(hour=9), programme=replace(
        load("drop-in"), staffing=1))  # fmt: skip
    yield town
    await town.close()


async def looked_over(town: Town) -> None:
    """It is ten o'clock."""
    await town.database.run(timers.start, STAFFING, OF_THE_HOUSE, town.now)
    await town.later(minutes=1)


async def test_coordinators_hear_of_gaps_a_week_and_a_day_before_once_each(staffed: Town):
    karen = await staffed.coordinator("karen")
    await with_shifts(staffed, plan="shifts tue 16-19, mon 16-19")
    await with_shifts(staffed, "ali", "shifts tue 19-22, mon 19-22")
    await with_shifts(staffed, "zoe", "shifts mon 21-23")
    await looked_over(staffed)

    assert karen.heard() == ["alarm-staffing"]  # in a week it is Monday, and everybody is there
    assert "Tomorrow, Tuesday 8 January," in karen.last().text
    assert "22:00-23:00" in karen.last().text and "16:00" not in karen.last().text
    await staffed.later(hours=23, minutes=58)
    assert karen.heard() == []
    await staffed.later(minutes=2)
    assert karen.heard() == ["alarm-staffing", "alarm-staffing"]


async def test_a_day_that_is_closed_needs_nobody(staffed: Town):
    karen = await staffed.coordinator("karen")
    for day in ("8 jan", "14 jan"):
        await karen.says(f"hours {day} closed")
        await karen.says("yes")
    karen.heard()

    await looked_over(staffed)

    assert karen.heard() == []


async def test_a_programme_that_asks_for_no_staffing_hears_nothing(noon: Town):
    karen = await noon.coordinator("karen")
    await noon.database.run(timers.start, STAFFING, OF_THE_HOUSE, noon.now)

    await noon.later(hours=30)

    assert karen.heard() == []

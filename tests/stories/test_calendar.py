"""Coordinators look at a week: what is agreed, who is there, and where nobody is."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.appointed import books, settled
from tests.stories.shift_steps import with_shifts

# The town's first day is Monday 7 January; it is open from 16 to 23.


async def test_a_week_shows_appointments_by_code_and_how_they_stand(town: Town):
    karen = await town.coordinator("karen")
    _rosa, _mia = await settled(town, when="tomorrow at 19:00")
    ole = await town.receiver("ole")
    await books(ole, "on Thursday at 20:00")
    await ole.presses("confirm-yes")

    await karen.says("calendar")

    assert karen.heard() == ["calendar"]
    lines = karen.last().text.splitlines()
    assert "Monday 7 January to Sunday 13 January" in lines[0]
    assert lines[1] == "2 appointments."
    tuesday = next(n for n, line in enumerate(lines) if "Tuesday 8 January" in line)
    assert "19:00-19:45" in lines[tuesday + 1] and "settled" in lines[tuesday + 1]
    assert "mia" in lines[tuesday + 1].lower()
    thursday = next(n for n, line in enumerate(lines) if "Thursday 10 January" in line)
    assert "not settled yet" in lines[thursday + 1]
    assert "mia" not in lines[thursday + 1].lower()


async def test_nothing_in_it_tells_who_receives(town: Town):
    karen = await town.coordinator("karen")
    await settled(town)
    await karen.says("calendar")
    assert "rosa" not in karen.last().text.lower()


async def test_shifts_duty_and_hours_with_nobody(town: Town):
    karen = await town.coordinator("karen")
    await with_shifts(town, "mia", "shifts wed 18-21")
    await town.volunteer("ali")  # on duty now

    await karen.says("kalender")

    lines = karen.last().text.splitlines()
    wednesday = next(n for n, line in enumerate(lines) if "Wednesday 9 January" in line)
    assert lines[wednesday].endswith("open 16:00-23:00")
    assert "Mean to be there: mia 18:00-21:00" in lines[wednesday + 1].replace("Mia", "mia")
    assert lines[wednesday + 2] == "Nobody yet: 16:00-18:00, 21:00-23:00"
    monday = next(n for n, line in enumerate(lines) if "Monday 7 January" in line and n)
    assert "On duty: " in lines[monday + 1]


@pytest.mark.parametrize(
    ("words", "monday"),
    [
        ("calendar next week", "14 January"),
        ("kalender næste uge", "14 January"),
        ("calendar week 5", "28 January"),
        ("calendar 7/2", "4 February"),
        ("kalender 7. februar", "4 February"),
    ],
)
async def test_another_week(town: Town, words: str, monday: str):
    karen = await town.coordinator("karen")
    await karen.says(words)
    assert f"Monday {monday} to" in karen.last().text


async def test_a_week_that_is_none_is_told_and_nobody_else_sees_it(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("calendar week 60")
    assert karen.heard() == ["calendar-how"]
    await rosa.says("calendar")
    assert rosa.heard() == ["not-allowed"]

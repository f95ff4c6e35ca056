"""Timetables are kept as they were made, and told as slots of those who are active."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.opening import Hours
from bot.domain.people import Volunteer
from bot.domain.shifts import Extra, Often, Rule, ShiftPlan, Slot, Swap
from bot.programmes.loading import load
from storage import shifts, volunteers
from storage.database import Database, Transaction

DROP_IN = load("drop-in")
CHRISTMAS = datetime(2026, 12, 21, tzinfo=UTC)  # a Monday
EVENING = Hours(time(18), time(21))


def mias_plan(name: str = "mia") -> ShiftPlan:
    friday = Rule(often=Often.WEEKLY, hours=EVENING, since=date(2026, 1, 1), weekday=4, every=1)
    monthly = Rule(often=Often.MONTHLY, hours=EVENING, since=date(2026, 1, 1), weekday=0, nth=-1)
    return ShiftPlan(
        volunteer=PersonId(name), programme="drop-in", zone="Europe/Copenhagen",
        rules=(friday, monthly), extra=(Extra(date(2026, 12, 23), EVENING),),
        dropped=frozenset({date(2027, 1, 8)}), away=((date(2027, 2, 1), date(2027, 2, 14)),),
        by_itself=True, fit_for=CHRISTMAS,
    )  # fmt: skip


def settle(db: Transaction, name: str, status: VolunteerStatus) -> None:
    volunteers.save(
        db, Volunteer(person=PersonId(name), programme="drop-in", name=name, status=status)
    )
    shifts.save(db, mias_plan(name))


async def test_a_timetable_comes_back_as_it_was_kept(database: Database):
    await database.run(shifts.save, mias_plan())
    assert await database.read(shifts.plan_of, PersonId("mia")) == mias_plan()
    changed = replace(mias_plan(), rules=(), fit_for=None, on_holidays=True)
    await database.run(shifts.save, changed)
    assert await database.read(shifts.plan_of, PersonId("mia")) == changed
    assert await database.read(shifts.plan_of, PersonId("ali")) is None


async def test_slots_are_those_of_active_volunteers_with_the_countrys_holidays(database: Database):
    await database.run(settle, "mia", VolunteerStatus.ACTIVE)
    await database.run(settle, "ali", VolunteerStatus.SUSPENDED)
    end = CHRISTMAS + timedelta(days=14)

    found = await database.read(shifts.slots_between, DROP_IN, CHRISTMAS, end)

    wall = datetime(2026, 12, 23, 17, tzinfo=UTC)  # 18:00 in Copenhagen
    assert found == [
        Slot(PersonId("mia"), wall, wall + timedelta(hours=3)),  # neither on Christmas Day ...
        Slot(PersonId("mia"), wall + timedelta(days=5), wall + timedelta(days=5, hours=3)),
    ]  # ... nor on New Year's Day


async def test_a_shift_is_offered_until_it_is_taken(database: Database):
    one = Swap(
        id="swap", volunteer=PersonId("mia"), programme="drop-in", begins_at=CHRISTMAS,
        ends_at=CHRISTMAS + timedelta(hours=3),
    )  # fmt: skip
    await database.run(shifts.save_swap, one)
    assert await database.read(shifts.swap, "swap") == one
    assert await database.read(shifts.swaps_of, PersonId("mia")) == [one]
    await database.run(shifts.save_swap, replace(one, over=True))
    assert await database.read(shifts.swap, "swap") is None


@pytest.mark.parametrize("country", ["DK", ""])
async def test_holidays_are_those_of_the_programmes_country(country):
    programme = replace(DROP_IN, holidays=country)
    found = shifts.holidays(programme, CHRISTMAS, CHRISTMAS + timedelta(days=7))
    assert found == ({date(2026, 12, 25), date(2026, 12, 26)} if country else frozenset())

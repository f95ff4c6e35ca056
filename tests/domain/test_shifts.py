"""A timetable becomes slots: by the clock on the wall, each once, and never without end."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import PersonId
from bot.domain.opening import Hours
from bot.domain.shifts import Extra, Often, Rule, ShiftPlan, length, next_slot, slots

MIA = PersonId("mia")
EVENING = Hours(time(18), time(21))
JANUARY = date(2026, 1, 1)  # a Thursday
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = NEW_YEAR + timedelta(days=365)


def weekly(weekday: int, hours: Hours = EVENING, since: date = JANUARY, every: int = 1) -> Rule:
    return Rule(often=Often.WEEKLY, hours=hours, since=since, weekday=weekday, every=every)


def plan(*rules: Rule, zone: str = "Europe/Copenhagen", **more) -> ShiftPlan:
    return ShiftPlan(volunteer=MIA, programme="drop-in", zone=zone, rules=rules, **more)


def days_of(found, zone="Europe/Copenhagen") -> list[date]:
    return [one.begins.astimezone(ZoneInfo(zone)).date() for one in found]


def test_a_weekly_shift_is_on_its_weekday_from_its_first_day_on():
    found = slots(plan(weekly(0, since=date(2026, 1, 10))), NEW_YEAR, YEAR)
    assert days_of(found)[:2] == [date(2026, 1, 12), date(2026, 1, 19)]
    assert len(found) == 51


def test_every_other_week_counts_from_the_week_it_began_over_the_year_end():
    fortnightly = plan(weekly(4, since=date(2026, 12, 16), every=2))
    start = datetime(2026, 12, 1, tzinfo=UTC)
    assert days_of(slots(fortnightly, start, start + timedelta(days=60))) == [
        date(2026, 12, 18), date(2027, 1, 1), date(2027, 1, 15), date(2027, 1, 29),
    ]  # fmt: skip


def test_the_first_and_the_last_monday_of_a_month():
    first = Rule(often=Often.MONTHLY, hours=EVENING, since=JANUARY, weekday=0, nth=1)
    last = Rule(often=Often.MONTHLY, hours=EVENING, since=JANUARY, weekday=0, nth=-1)
    assert days_of(slots(plan(first), NEW_YEAR, YEAR))[:3] == [
        date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2),
    ]  # fmt: skip
    assert days_of(slots(plan(last), NEW_YEAR, YEAR))[:3] == [
        date(2026, 1, 26), date(2026, 2, 23), date(2026, 3, 30),
    ]  # fmt: skip


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York", "Australia/Sydney"])
def test_a_daily_shift_keeps_its_time_on_the_wall_a_whole_year(zone):
    daily = Rule(often=Often.DAILY, hours=EVENING, since=date(2027, 12, 1))
    start = datetime(2028, 1, 1, tzinfo=UTC)  # a leap year
    found = slots(plan(daily, zone=zone), start, start + timedelta(days=366))
    walls = {one.begins.astimezone(ZoneInfo(zone)).time() for one in found}
    assert walls == {time(18)}
    assert date(2028, 2, 29) in days_of(found, zone)
    assert len({one.begins.astimezone(UTC).hour for one in found}) == 2


def test_holidays_are_free_unless_the_volunteer_says_otherwise():
    christmas = date(2026, 12, 25)  # a Friday
    friday = weekly(4)
    assert christmas not in days_of(slots(plan(friday), NEW_YEAR, YEAR, {christmas}))
    there = plan(friday, on_holidays=True)
    assert christmas in days_of(slots(there, NEW_YEAR, YEAR, {christmas}))


def test_days_away_and_dropped_days_are_free_and_an_extra_shift_is_meant():
    day = date(2026, 7, 6)
    there = plan(
        weekly(0), away=((date(2026, 7, 1), date(2026, 7, 14)),), extra=(Extra(day, EVENING),)
    )
    july = datetime(2026, 7, 1, tzinfo=UTC)
    assert days_of(slots(there, july, july + timedelta(days=20))) == [day, date(2026, 7, 20)]
    assert days_of(slots(there.without(day), july, july + timedelta(days=20))) == [
        date(2026, 7, 20)
    ]


def test_shifts_that_touch_are_one_and_one_past_midnight_belongs_to_its_evening():
    late = Hours(time(22), time(1))
    monday = plan(weekly(0, EVENING), weekly(0, Hours(time(20), time(22))), weekly(0, late))
    (only,) = slots(monday, NEW_YEAR, NEW_YEAR + timedelta(days=7))
    assert only.ends - only.begins == timedelta(hours=7)
    tuesday = only.ends - timedelta(minutes=30)
    assert slots(monday, tuesday, tuesday + timedelta(minutes=1)) == (only,)


def test_nothing_is_told_further_ahead_than_a_year_and_the_next_is_found():
    assert len(slots(plan(weekly(0)), NEW_YEAR, NEW_YEAR + timedelta(days=9999))) == 52
    coming = next_slot(plan(weekly(0)), NEW_YEAR)
    assert coming is not None and days_of([coming]) == [date(2026, 1, 5)]
    assert next_slot(plan(weekly(0), away=((JANUARY, date(2030, 1, 1)),)), NEW_YEAR) is None


@given(
    st.integers(0, 6), st.integers(1, 3), st.times(), st.times(),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(hours=1), timedelta(days=40)),
)  # fmt: skip
def test_slots_are_in_order_apart_and_within_what_was_asked(
    weekday, every, opens, to, start, lasts
):
    rule = weekly(weekday, Hours(opens, to), every=every)
    found = slots(plan(rule, weekly(weekday, EVENING)), start, start + lasts)
    for one, then in pairwise(found):
        assert one.ends < then.begins
    for one in found:
        assert one.begins < start + lasts and one.ends > start
        assert one.begins < one.ends


def test_how_long_hours_are():
    assert length(EVENING) == timedelta(hours=3)
    assert length(Hours(time(22), time(1))) == timedelta(hours=3)
    assert length(Hours(time(9), time(9))) == timedelta(days=1)

"""Opening hours hold by the clock on the wall, also on the two nights it is changed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.opening import Exceptional, Hours, OpeningHours, moment
from bot.programmes import holiday_calendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
EVENING = Hours(time(16), time(23))
LATE = Hours(time(22), time(2, 30))


def every_day(*hours: Hours, exceptions: tuple[Exceptional, ...] = ()) -> OpeningHours:
    return OpeningHours("Europe/Copenhagen", (hours,) * 7, exceptions)


def on_the_wall(*parts: int, fold: int = 0) -> datetime:
    year, month, day, hour, minute = parts
    wall = datetime(year, month, day, hour, minute, tzinfo=COPENHAGEN, fold=fold)
    return wall.astimezone(UTC)


def test_the_door_opens_on_the_minute_and_closes_on_the_minute():
    hours = every_day(EVENING)
    assert not hours.is_open(on_the_wall(2026, 1, 5, 15, 59))
    assert hours.is_open(on_the_wall(2026, 1, 5, 16, 0))
    assert hours.is_open(on_the_wall(2026, 7, 6, 22, 59))
    assert not hours.is_open(on_the_wall(2026, 7, 6, 23, 0))


def test_it_tells_when_it_opens_next():
    hours = every_day(EVENING)
    assert hours.next_opening(on_the_wall(2026, 1, 5, 9, 0)) == on_the_wall(2026, 1, 5, 16, 0)
    assert hours.next_opening(on_the_wall(2026, 1, 5, 23, 0)) == on_the_wall(2026, 1, 6, 16, 0)
    open_now = on_the_wall(2026, 1, 5, 17, 0)
    assert hours.next_opening(open_now) == open_now


def test_hours_past_midnight_belong_to_the_evening_they_began():
    friday_only = OpeningHours("Europe/Copenhagen", ((), (), (), (), (LATE,), (), ()))
    assert friday_only.is_open(on_the_wall(2026, 1, 10, 1, 0))  # Saturday, early
    assert not friday_only.is_open(on_the_wall(2026, 1, 9, 1, 0))  # Friday, early


def test_a_whole_day_has_no_gap_at_midnight():
    always = every_day(Hours(time(0), time(0)))
    assert always.is_open(on_the_wall(2026, 1, 5, 23, 59))
    assert always.is_open(on_the_wall(2026, 1, 6, 0, 0))


def test_a_date_may_be_closed_and_the_evening_before_still_ends_as_it_began():
    christmas = Exceptional(date(2026, 12, 24))
    hours = every_day(LATE, exceptions=(christmas,))
    assert hours.is_open(on_the_wall(2026, 12, 24, 2, 0))
    assert not hours.is_open(on_the_wall(2026, 12, 24, 23, 0))
    assert hours.next_opening(on_the_wall(2026, 12, 24, 3, 0)) == on_the_wall(2026, 12, 25, 22, 0)


def test_a_date_may_have_hours_of_its_own():
    morning = Exceptional(date(2026, 12, 24), (Hours(time(9), time(12)),))
    hours = every_day(EVENING, exceptions=(morning,))
    assert hours.is_open(on_the_wall(2026, 12, 24, 9, 30))
    assert not hours.is_open(on_the_wall(2026, 12, 24, 17, 0))


def test_a_programme_that_never_opens_says_none():
    assert every_day().next_opening(on_the_wall(2026, 1, 5, 9, 0)) is None


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        every_day(EVENING).is_open(on_the_wall(2026, 1, 5, 17, 0).replace(tzinfo=None))


def test_opening_in_the_hour_that_spring_skips_means_the_moment_it_skips():
    hours = every_day(Hours(time(2, 30), time(5)))
    skipped = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # 01:59 is followed by 03:00
    assert hours.next_opening(skipped - timedelta(hours=3)) == skipped
    assert hours.is_open(skipped)
    assert not hours.is_open(skipped - timedelta(seconds=1))


def test_hours_that_lie_wholly_in_the_skipped_hour_do_not_happen():
    hours = every_day(Hours(time(2, 10), time(2, 50)))
    before = on_the_wall(2026, 3, 28, 12, 0)
    assert hours.next_opening(before) == on_the_wall(2026, 3, 30, 2, 10)


def test_of_the_double_hour_opening_means_the_first_and_closing_the_second():
    hours = every_day(LATE)
    assert hours.is_open(on_the_wall(2026, 10, 25, 2, 45))  # first time round: not closed yet
    assert hours.is_open(on_the_wall(2026, 10, 25, 2, 29, fold=1))
    assert not hours.is_open(on_the_wall(2026, 10, 25, 2, 30, fold=1))
    early = every_day(Hours(time(2, 30), time(5)))
    assert early.next_opening(on_the_wall(2026, 10, 25, 1, 0)) == on_the_wall(2026, 10, 25, 2, 30)


@given(
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    clock=st.times(),
    zone=st.sampled_from(
        ["Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "America/Nuuk", "UTC"]
    ),
)
def test_a_moment_shows_on_the_wall_as_asked_or_is_where_the_clock_jumped(day, clock, zone):
    clock = clock.replace(microsecond=0)
    place = ZoneInfo(zone)
    wall = datetime.combine(day, clock)
    first, second = moment(day, clock, place), moment(day, clock, place, second=True)
    assert first <= second
    shown = first.astimezone(place).replace(tzinfo=None, fold=0)
    if shown != wall:
        before = (first - timedelta(seconds=1)).astimezone(place).replace(tzinfo=None, fold=0)
        assert before < wall < shown


@given(seconds=st.integers(0, 5 * 365 * 24 * 3600))
def test_the_next_opening_is_open_and_nothing_opens_before_it(seconds):
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    hours = every_day(LATE, Hours(time(9), time(12)))
    opening = hours.next_opening(at)
    assert opening is not None
    assert hours.is_open(opening)
    if opening > at:
        assert not hours.is_open(opening - timedelta(seconds=1))
        step = (opening - at) / 7
        assert not any(hours.is_open(at + step * part) for part in range(7))


def test_coordinators_come_before_the_file_and_the_file_before_a_holiday():
    eve, christmas, boxing = (date(2026, 12, day) for day in (24, 25, 26))
    noon, night = Hours(time(12), time(13)), Hours(time(1), time(2))
    by_file = (Exceptional(eve, (noon,)), Exceptional(christmas, (noon,)))
    hours = replace(every_day(EVENING, exceptions=by_file), on_holidays=())
    known = hours.knowing([Exceptional(eve, (night,))], [christmas, boxing])
    assert known.hours_of(eve) == (night,)
    assert known.hours_of(christmas) == (noon,)
    assert known.hours_of(boxing) == ()
    assert every_day(EVENING).knowing([], [boxing]).hours_of(boxing) == (EVENING,)


def test_danish_holidays_are_known_by_name_in_both_languages_over_the_year_end():
    found = holiday_calendar.between("DK", date(2026, 12, 25), date(2027, 3, 26))
    assert [one.day.isoformat() for one in found] == [
        "2026-12-25", "2026-12-26", "2027-01-01", "2027-03-25", "2027-03-26",
    ]  # fmt: skip
    assert found[-1].names == {"da": "Langfredag", "en": "Good Friday"}
    assert holiday_calendar.between("", date(2026, 1, 1), date(2026, 12, 31)) == ()

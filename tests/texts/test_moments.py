"""Times as people read them, where nothing may be mistaken."""

from datetime import UTC, datetime, timedelta

from bot.texts.moments import lasting, told

FIRST = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half past two in Copenhagen, before the change


def test_with_its_zone_a_time_says_weekday_date_year_and_place():
    at = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
    assert told(at, "zoned", "en", "Europe/Copenhagen") == (
        "Thursday 26 November 2026 at 10:30 (Copenhagen)"
    )
    assert told(at, "zoned", "da", "America/New_York") == (
        "torsdag 26. november 2026 kl. 04:30 (New York)"
    )


def test_a_time_the_clock_shows_twice_says_which_of_the_two():
    first, second = (
        told(at, "zoned", "en", "Europe/Copenhagen") for at in (FIRST, FIRST + timedelta(hours=1))
    )
    assert "02:30" in first and "02:30" in second
    assert first != second


def test_a_length_is_told_in_the_largest_unit_that_fits():
    assert [lasting(m, "en") for m in (1440, 120, 90)] == ["1 day", "2 hours", "90 minutes"]
    assert [lasting(m, "da") for m in (2880, 60, 1)] == ["2 dage", "1 time", "1 minut"]

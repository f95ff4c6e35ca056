"""A series keeps to the clock on the wall, in every zone and through every change of it."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.recurring import dates
from bot.domain.when.series import Rhythm

ZONES = (
    "Europe/Copenhagen", "America/New_York", "Australia/Sydney", "America/Santiago",
    "Africa/Casablanca", "Asia/Kolkata", "Australia/Lord_Howe",
)  # fmt: skip
STEPS = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14}


def _wall(*parts: int) -> datetime:
    """What a clock shows, anywhere."""
    year, month, day, hour, minute, *_ = (*parts, 0, 0)
    return datetime(year, month, day, hour, minute, tzinfo=UTC).replace(tzinfo=None)


def _first(zone: str, wall: datetime) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@given(
    st.sampled_from(ZONES),
    st.datetimes(_wall(2025, 1, 1), _wall(2033, 12, 31)),
    st.sampled_from(list(STEPS)),
    st.integers(2, 53),
)
@example("Europe/Copenhagen", _wall(2028, 2, 29, 19), Rhythm.WEEKLY, 53)
@example("America/New_York", _wall(2029, 12, 31, 23, 30), Rhythm.WEEKLY, 20)
@example("Europe/Copenhagen", _wall(2030, 3, 24, 2, 30), Rhythm.WEEKLY, 3)  # the gap
@example("Europe/Copenhagen", _wall(2030, 10, 20, 2, 30), Rhythm.WEEKLY, 3)  # twice
@example("America/New_York", _wall(2030, 3, 3, 2, 30), Rhythm.WEEKLY, 3)
@example("America/New_York", _wall(2030, 10, 27, 1, 30), Rhythm.WEEKLY, 3)
def test_every_date_shows_the_same_hour_unless_no_clock_does(zone, wall, rhythm, times):
    wall = wall.replace(second=0, microsecond=0)
    there = ZoneInfo(zone)
    first = _first(zone, wall)
    shown = first.astimezone(there)
    found = dates(first, zone, rhythm, times)

    assert len(found) == times and found[0] == first
    assert all(a.astimezone(UTC) < b.astimezone(UTC) for a, b in pairwise(found))
    for number, date in enumerate(found):
        day = shown.date() + timedelta(days=STEPS[rhythm] * number)
        expected = datetime.combine(day, shown.time().replace(fold=0), there)
        exists = expected.astimezone(UTC).astimezone(there).time() == expected.time()
        if number == 0 or not exists:
            continue
        assert date.date() == day
        assert (date.hour, date.minute) == (shown.hour, shown.minute)


@pytest.mark.parametrize(
    ("zone", "changes"),
    [
        ("Europe/Copenhagen", (_wall(2030, 3, 31), _wall(2030, 10, 27))),
        ("America/New_York", (_wall(2030, 3, 10), _wall(2030, 11, 3))),
        ("Australia/Sydney", (_wall(2030, 4, 7), _wall(2030, 10, 6))),
    ],
)
def test_the_evening_stays_the_evening_through_both_changes_of_the_year(zone, changes):
    for change in changes:
        before = change - timedelta(days=14)
        found = dates(_first(zone, before.replace(hour=19)), zone, Rhythm.WEEKLY, 5)
        assert {date.time() for date in found} == {time(19)}
        assert len({date.utcoffset() for date in found}) == 2


def test_a_date_the_clock_jumps_over_is_when_it_jumps():
    found = dates(
        _first("Europe/Copenhagen", _wall(2030, 3, 24, 2, 30)), "Europe/Copenhagen",
        Rhythm.WEEKLY, 3,
    )  # fmt: skip
    assert [f"{date:%d %H:%M}" for date in found] == ["24 02:30", "31 03:00", "07 02:30"]

"""Something that comes back keeps to the clock on the wall."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.when import Rhythm, Series, Understood, occurrences, read_back, understand
from bot.domain.when.local import Shown
from bot.domain.when.series import MOST
from tests.domain.when.saying import COPENHAGEN, NEW_YORK, NOW, SYDNEY


@pytest.mark.parametrize("zone", [COPENHAGEN, NEW_YORK, SYDNEY])
@pytest.mark.parametrize("rhythm", list(Rhythm))
def test_the_time_on_the_wall_stays_the_same_through_a_year(zone, rhythm):
    start = datetime(2026, 9, 24, 19, 0, tzinfo=zone)
    found = [one.start for one in occurrences(start, Series(rhythm, until=date(2027, 9, 23)))]

    assert {one.strftime("%H:%M") for one in found} == {"19:00"}
    assert len({one.utcoffset() for one in found}) == 2, "the clock was changed"
    assert found == sorted(found) and found[0] == start
    assert all(one.tzinfo is zone for one in found)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (Rhythm.WEEKLY, ["2026-12-24", "2026-12-31", "2027-01-07"]),
        (Rhythm.FORTNIGHTLY, ["2026-12-24", "2027-01-07", "2027-01-21"]),
        (Rhythm.MONTHLY, ["2026-12-24", "2027-01-24", "2027-02-24"]),
        (Rhythm.MONTHLY_WEEKDAY, ["2026-12-24", "2027-01-28", "2027-02-25"]),
        (Rhythm.MONTHLY_LAST, ["2026-12-24", "2027-01-28", "2027-02-25"]),
    ],
)
def test_each_rhythm_crosses_the_end_of_the_year(rhythm, days):
    found = occurrences(datetime(2026, 12, 24, 10, tzinfo=COPENHAGEN), Series(rhythm, times=3))

    assert [one.start.date().isoformat() for one in found] == days


def test_where_the_clock_skips_or_repeats_the_time_it_is_resolved_and_told():
    spring = datetime(2027, 3, 21, 2, 30, tzinfo=COPENHAGEN)
    skipped = occurrences(spring, Series(Rhythm.WEEKLY, times=3))
    autumn = datetime(2026, 10, 18, 2, 30, tzinfo=COPENHAGEN)
    doubled = occurrences(autumn, Series(Rhythm.WEEKLY, times=3))

    assert [one.shown for one in skipped] == [Shown.ONCE, Shown.NEVER, Shown.ONCE]
    assert f"{skipped[1].start:%H:%M}" == "03:00", "when the clock jumps"
    assert [one.shown for one in doubled] == [Shown.ONCE, Shown.TWICE, Shown.ONCE]
    assert doubled[1].start.astimezone(UTC).hour == 0, "the first of the two"
    told = read_back(Understood(spring, series=Series(Rhythm.WEEKLY, times=3)))
    assert told.moved == (skipped[1].start,)


def test_a_series_is_bounded():
    start = datetime(2026, 10, 22, 10, tzinfo=COPENHAGEN)

    assert len(occurrences(start, Series(Rhythm.WEEKLY, times=5000))) == MOST
    with pytest.raises(ValueError, match="ends after"):
        Series(Rhythm.WEEKLY)
    with pytest.raises(ValueError, match="zone"):
        occurrences(start.astimezone(UTC), Series(Rhythm.WEEKLY, times=2))


@pytest.mark.parametrize("said", ["hver torsdag kl. 10 i et år", "every thursday at 10 for a year"])
def test_a_year_of_weeks_is_the_longest(said):
    answer = understand(said, NOW, COPENHAGEN)

    assert isinstance(answer, Understood) and answer.series == Series(Rhythm.WEEKLY, times=52)


def test_what_is_read_back_of_a_series():
    answer = understand("every thursday from 7 to 8pm for eight weeks", NOW, COPENHAGEN)
    assert isinstance(answer, Understood)
    told = read_back(answer)

    assert (told.weekday, told.day, f"{told.clock:%H:%M}") == (3, date(2026, 10, 22), "19:00")
    assert (told.place, told.shown, told.duration) == ("Copenhagen", Shown.ONCE, timedelta(hours=1))
    assert (told.rhythm, told.times) == (Rhythm.WEEKLY, 8)
    assert told.last == datetime(2026, 12, 10, 19, 0, tzinfo=COPENHAGEN)

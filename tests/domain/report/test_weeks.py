from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report.weeks import (
    Kind,
    Week,
    around,
    between,
    ending_with,
    last_whole,
    months_in,
)

ZONE = "Europe/Copenhagen"
weeks = st.dates(date(2020, 1, 1), date(2060, 12, 31)).map(Week.of)


@given(weeks)
def test_every_period_of_the_grid_lies_whole_in_the_next_longer_one(week: Week):
    for short, long in (
        (Kind.WEEK, Kind.MONTH),
        (Kind.MONTH, Kind.QUARTER),
        (Kind.QUARTER, Kind.YEAR),
    ):
        assert set(around(week, short).weeks) <= set(around(week, long).weeks)


@given(weeks, st.sampled_from(list(Kind)[:4]))
def test_neighbours_neither_overlap_nor_leave_a_gap(week: Week, kind: Kind):
    period = around(week, kind)
    after = around(period.weeks[-1].next, kind)

    assert after.weeks[0] == period.weeks[-1].next
    assert after.key > period.key


def test_a_month_is_the_weeks_whose_thursday_lies_in_it():
    january = around(Week(2030, 1), Kind.MONTH)
    assert (january.key, january.first_day, january.last_day) == (
        "2030-01", date(2029, 12, 31), date(2030, 2, 3),
    )  # fmt: skip
    assert len(around(Week(2026, 5), Kind.YEAR).weeks) == 53


def test_a_week_begins_at_midnight_where_the_programme_is_also_when_the_clock_changes():
    assert Week(2030, 13).begins(ZONE) == datetime(2030, 3, 24, 23, tzinfo=UTC)
    assert Week(2030, 13).ends(ZONE) == datetime(2030, 3, 31, 22, tzinfo=UTC)
    assert Week(2030, 13).ends(ZONE) - Week(2030, 13).begins(ZONE) == timedelta(hours=7 * 24 - 1)


def test_what_ends_with_a_week():
    kinds = [[period.kind for period in ending_with(Week(2030, n))] for n in (4, 5, 13, 52)]
    assert kinds == [
        ["week"],
        ["week", "month"],
        ["week", "month", "quarter"],
        ["week", "month", "quarter", "year"],
    ]


def test_the_last_whole_period_is_over():
    running = Week(2030, 7)
    found = [last_whole(kind, running).key for kind in list(Kind)[:4]]
    assert found == ["2030-W06", "2030-01", "2029-Q4", "2029"]


def test_only_months_that_lie_whole_in_a_range_count_people():
    found = months_in(between(Week(2030, 3), Week(2030, 13)))
    assert [month.key for month in found] == ["2030-02", "2030-03"]

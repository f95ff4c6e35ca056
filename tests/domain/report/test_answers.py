"""Anonymous answers in reports: true, and no two figures differ by fewer than five people's."""

import random
from collections import Counter
from itertools import combinations

import pytest

from bot.domain.report.book import Book
from bot.domain.report.counting import Answers, Counts, counted
from bot.domain.report.releasing import Release, release
from bot.domain.report.reporting import report
from bot.domain.report.weeks import Kind, Period, Week, around, between

ITEM, ROUNDS = "met", ("end", "2-weeks")
Truth = Counter[tuple[str, Week, int]]


def _a_year(chance: random.Random) -> tuple[Truth, Book]:
    """Answers by round, week and value; let out five or more at a time, as pools are, or none."""
    truth: Truth = Counter()
    counts: dict[Week, Counts] = {}
    released: dict[Week, Release] = {}
    week, busy = Week(2030, 1), chance.choice((0.2, 0.5, 1))
    while week.year == 2030:
        for round in ROUNDS:
            if chance.random() < busy:
                for _ in range(chance.choice((5, 5, 6, 9, 14))):
                    if chance.random() < 0.8:  # items can be skipped
                        truth[round, week, chance.randrange(11)] += 1
        told = [Answers(ITEM, r, value, n) for (r, w, value), n in truth.items() if w == week]
        counts[week] = counted([], told)
        released[week] = release(week, counts, released.values())
        week = week.next
    return truth, Book("drop-in", counts, released)


def _periods(chance: random.Random) -> list[Period]:
    year = around(Week(2030, 1), Kind.YEAR)
    kinds = (Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR)
    found = {(p := around(week, kind)).key: p for week in year.weeks for kind in kinds}
    for _ in range(60):
        first, last = sorted(chance.sample(year.weeks, 2))
        found[f"{first.key}..{last.key}"] = between(first, last)
    return list(found.values())


@pytest.mark.parametrize("seed", range(40))
def test_what_is_told_of_a_month_is_what_was_answered_in_it(seed: int):
    chance = random.Random(seed)
    truth, book = _a_year(chance)
    for month in (around(Week(2030, n), Kind.MONTH) for n in range(2, 53, 4)):
        (one,) = report(month, [book], {}).programmes
        told = {o.round: (o.answers, o.mean) for o in one.outcomes}
        for round in ROUNDS:
            values = [v for (r, w, v), n in truth.items() for _ in range(n)
                      if r == round and w in month.weeks]  # fmt: skip
            if len(values) < 5:
                assert round not in told
            else:
                assert told[round][0] == len(values) // 5 * 5
                assert told[round][1] == pytest.approx(sum(values) / len(values), abs=0.051)


@pytest.mark.parametrize("seed", range(25))
def test_no_two_figures_of_a_year_differ_by_fewer_than_five_answers(seed: int):
    chance = random.Random(seed)
    truth, book = _a_year(chance)
    for round in ROUNDS:
        key, told = f"answer/{ITEM}/{round}", {}
        for period in _periods(chance):
            weeks = frozenset(period.weeks)
            figure = book.figure([key], weeks)
            if figure and figure.value:
                told[period.key] = (weeks, figure.value)
        by_week = Counter[Week]()
        for (r, week, _), n in truth.items():
            by_week[week] += n * (r == round)
        for (one, many), (other, few) in combinations(told.values(), 2):
            if other <= one or one <= other:
                assert many == few or abs(many - few) >= 5
            # And what both tell of the weeks they share, and of those that only one has.
            shared = book.figure([key], one & other) if one & other else None
            left = (shared.value or 0) if shared else 0
            for whole in (many, few):
                assert whole - left == 0 or whole - left >= 5
        for weeks, value in told.values():
            assert 5 <= value <= sum(by_week[week] for week in weeks)


def test_a_week_alone_tells_no_answers():
    _, book = _a_year(random.Random(1))
    for week in book.counted:
        (one,) = report(around(week, Kind.WEEK), [book], {}).programmes
        assert one.outcomes == ()

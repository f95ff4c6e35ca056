"""Whoever keeps all reports of a year, and adds and subtracts them, finds nothing under five."""

import random
from collections import Counter
from itertools import product

import pytest

from bot.domain.report.book import Book, Figure
from bot.domain.report.leaves import LEAVES, SUMS
from bot.domain.report.releasing import first_used
from bot.domain.report.reporting import ProgrammeReport, Report, report
from bot.domain.report.weeks import Kind, Period, Week, around, between
from tests.domain.report.attacker import Attacker
from tests.domain.report.years import Atom, a_year, book_of

MANY = 3  # what is told apart of a person's contacts in a month: first, second, third and later


def test_the_attacker_finds_what_is_there_to_be_found():
    truth = Counter({"a": 7, "b": 3, "c": 9, "d": 6})
    attacker = Attacker()
    attacker.learns("abcd", 25, exact=True)
    attacker.learns("ac", 16, exact=True)
    attacker.learns("d", 6, exact=True)

    assert attacker.finds(truth, []) == [frozenset("b")]

    bounded = Attacker()
    bounded.learns("ab", 10, exact=True)
    bounded.learns("a", 10, exact=False)
    assert bounded.narrows(Counter({"a": 10, "b": 0})) == []  # not told apart by any equation
    bounded.learns("bc", 9, exact=True)
    assert frozenset("b") in bounded.narrows(Counter({"a": 10, "b": 0, "c": 9}))


@pytest.mark.parametrize("seed", range(8))
def test_no_chain_of_reports_of_a_year_gives_away_a_number_under_five(seed: int):
    chance = random.Random(seed)
    names = ["drop-in", "peer-guide", "bridge"][: chance.choice((1, 2, 3))]
    truth: Counter[Atom] = Counter()
    for name in names:
        truth += a_year(chance, name)
    books = [book_of(truth, name) for name in names]
    world = _world(truth, books)
    attacker = Attacker()

    for period in _asked_for(chance):
        _reads(attacker, report(period, books, {}), books, world)

    assert len(attacker.equations) > 20
    assert attacker.finds(truth, _targets(world)) == []
    assert attacker.narrows(truth) == []


def test_an_attacker_sees_through_reports_that_hide_small_cells_only():
    """The same attack on a report without blocks finds plenty: it is not the attack that is weak."""
    chance = random.Random(3)
    truth = a_year(chance, "drop-in")
    attacker = Attacker()
    books = [book_of(truth, "drop-in")]
    world = _world(truth, books)
    for period in _asked_for(chance):
        for name, keys in SUMS.items():
            atoms = [a for a in world if a.leaf in keys and a.week in period.weeks]
            value = sum(truth[a] for a in atoms)
            if value >= 5 and name:
                attacker.learns(atoms, value, exact=True)

    assert attacker.finds(truth, _targets(world))


def _asked_for(chance: random.Random) -> list[Period]:
    weeks = [Week(2030, n) for n in range(1, 53)]
    periods = [around(week, kind) for kind in list(Kind)[:4] for week in weeks]
    for _ in range(15):
        first, last = sorted(chance.sample(weeks, 2))
        periods.append(between(first, last))
    chance.shuffle(periods)
    return list(dict.fromkeys(periods))


def _world(truth: Counter[Atom], books: list[Book]) -> list[Atom]:
    """Every atom there could be, also those that did not happen: zero, too, is a number under five."""
    found = set(truth)
    for book in books:
        used = first_used(book.counted)
        for week, key in product(book.counted, LEAVES):
            started = used.get(LEAVES[key].family)
            if started is None or week < started:
                continue
            if key not in ("met", "begun"):
                found.add(Atom(book.programme, key, week))
                continue
            seen = {a.form for a in truth if (a.programme, a.leaf) == (book.programme, key)}
            for form, r, v in product(seen, range(1, MANY + 1), range(1, MANY + 1)):
                for no_show in {False, key == "begun"}:
                    found.add(Atom(book.programme, key, week, form, r, v, no_show))
    return sorted(found, key=repr)


def _reads(attacker: Attacker, read: Report, books: list[Book], world: list[Atom]) -> None:
    weeks = set(read.period.weeks)
    here = [a for a in world if a.week in weeks]
    for one in (*read.programmes, read.together):
        mine = [a for a in here if one.programme in ("", a.programme)]
        _reads_one(attacker, one, read, mine)


def _reads_one(attacker: Attacker, one: ProgrammeReport, read: Report, mine: list[Atom]) -> None:
    def learn(figure: Figure, atoms: list[Atom]) -> None:
        if figure.value is not None:
            attacker.learns(atoms, figure.value, exact=figure.exact)

    for name, figure in one.figures.items():
        keys = SUMS.get(name, (name,))
        learn(figure, [a for a in mine if a.leaf in keys])
    for way, parts in one.divided.items():
        leaf, _, what = way.partition("-")
        for part, figure in parts.items():
            names = part.split("+")
            atoms = [a for a in mine if a.leaf == leaf]
            if what == "form":
                learn(figure, [a for a in atoms if a.form in names])
            else:
                learn(figure, [a for a in atoms if ("yes" if a.no_show else "no") in names])
    if one.months and one.receivers is not None and one.volunteers is not None:
        month_weeks = {
            w for week in read.period.weeks for w in around(week, Kind.MONTH).weeks
            if set(around(week, Kind.MONTH).weeks) <= set(read.period.weeks)
        }  # fmt: skip
        met = [a for a in mine if a.leaf == "met" and a.week in month_weeks]
        learn(one.receivers, [a for a in met if a.receiver == 1])
        learn(one.volunteers, [a for a in met if a.volunteer == 1])
        if one.returning is not None:
            learn(one.returning, [a for a in met if a.receiver == 2])


def _targets(world: list[Atom]) -> list[list[Atom]]:
    """Every cell of every table one could draw."""
    found = []
    for kind in list(Kind)[:4]:
        for period in {around(Week(2030, n), kind) for n in range(1, 53)}:
            here = [a for a in world if a.week in period.weeks]
            for name in {a.programme for a in world}:
                mine = [a for a in here if a.programme == name]
                for keys in [*SUMS.values(), *[(key,) for key in LEAVES]]:
                    found.append([a for a in mine if a.leaf in keys])
                for leaf in ("met", "begun"):
                    for form in {a.form for a in mine if a.form}:
                        found.append([a for a in mine if (a.leaf, a.form) == (leaf, form)])
    return found

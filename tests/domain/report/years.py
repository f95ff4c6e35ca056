"""Made-up years of a programme: single happenings, from which everything else is counted."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.report.book import Book
from bot.domain.report.counting import Counts
from bot.domain.report.leaves import APPOINTMENTS, REQUESTS
from bot.domain.report.releasing import Release, release
from bot.domain.report.weeks import Week

FORMS = ("chat", "voice", "in-person")
COMMON = ("met", "nobody-there", "nobody-said-yes", "withdrawn", "begun")
ALL = tuple(leaf.key for leaf in (*REQUESTS, *APPOINTMENTS))


@dataclass(frozen=True)
class Atom:
    """Happenings of one programme and week that are alike in everything that is ever told apart."""

    programme: str
    leaf: str
    week: Week
    form: str = ""
    receiver: int = 0  # their first contact of the month, second, third or later
    volunteer: int = 0
    no_show: bool = False


def a_year(chance: random.Random, programme: str, year: int = 2030) -> Counter[Atom]:
    """Everything that happened in one year of a programme, busy or quiet, by single happenings."""
    rates = {key: chance.choice((0, 0.3, 1.5, 3, 6, 12)) for key in ALL}
    rates |= {key: chance.choice((1, 3, 5, 9, 20)) for key in COMMON}
    weights = chance.choice(((20, 3, 0), (5, 5, 5), (30, 1, 1), (1, 0, 0)))
    truth: Counter[Atom] = Counter()
    people: Counter[tuple[str, str, int, tuple[int, int]]] = Counter()
    week = Week(year, 1)
    while week.year == year:
        for key, rate in rates.items():
            for _ in range(_poisson(chance, rate)):
                truth[_one(chance, programme, key, week, weights, people)] += 1
        week = week.next
    return truth


def _one(chance, programme, key, week, weights, people) -> Atom:
    if key not in ("met", "begun"):
        return Atom(programme, key, week)
    sides = []
    for side, many in (("receiver", 40), ("volunteer", 12)):
        one = (key, side, int(many * chance.random() ** 2), week.month)
        people[one] += 1
        sides.append(people[one])
    return Atom(
        programme, key, week,
        form=chance.choices(FORMS, weights)[0],
        receiver=sides[0],
        volunteer=sides[1],
        no_show=key == "begun" and chance.random() < 0.2,
    )  # fmt: skip


def _poisson(chance: random.Random, rate: float) -> int:
    n, left = 0, chance.expovariate(1)
    while left < rate:
        left += chance.expovariate(1)
        n += 1
    return n


def counts_of(truth: Counter[Atom], weeks: list[Week]) -> Mapping[Week, Counts]:
    """The same, as a week's counting gives it."""
    found: dict[Week, Counter[str]] = {week: Counter() for week in weeks}
    for atom, n in truth.items():
        week = found[atom.week]
        week[atom.leaf] += n
        if atom.form:
            week[f"{atom.leaf}:form:{atom.form}"] += n
            week[f"{atom.leaf}:receiver:{atom.receiver}"] += n
            week[f"{atom.leaf}:volunteer:{atom.volunteer}"] += n
        if atom.no_show:
            week[f"{atom.leaf}:no-show:yes"] += n
    return found


def book_of(truth: Counter[Atom], programme: str, year: int = 2030) -> Book:
    """The programme's record after that year, counted and released week by week."""
    weeks, week = [], Week(year, 1)
    while week.year == year:
        weeks.append(week)
        week = week.next
    counted = counts_of(
        Counter({a: n for a, n in truth.items() if a.programme == programme}), weeks
    )
    released: dict[Week, Release] = {}
    for n, week in enumerate(weeks):
        known = {w: counted[w] for w in weeks[: n + 1]}
        released[week] = release(week, known, released.values())
    return Book(programme, counted, released)

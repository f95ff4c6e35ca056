"""A year of people with names, counted again by code that knows nothing of how reports are made.

What `test_a_year_of_reports` leaves out: how long people waited, how evenly volunteers carried, how many
were asked for one contact, and who did not come.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from storage.database import Transaction
from storage.tables import journal
from tests.promises.test_a_year_of_reports import COPENHAGEN, NAMES, _table, _weeks, town

__all__ = ["town"]

VOLUNTEERS, RECEIVERS = 14, 40
ASKED = ("2030", "2030-Q1", "2030-Q3", "2030-02", "2030-07", "2030-11", "2030-W10", "2030-W31")
MEASURED = frozenset(
    {"waited-median", "waited-ninth-tenth", "unevenness", "offers-a-contact", "no-show",
     "receivers", "returning", "volunteers"}
)  # fmt: skip


@dataclass
class Lived:
    """What happened, by programme and week, as somebody would have written it down."""

    waits: dict[tuple[str, tuple[int, int]], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    gave: dict[tuple[str, tuple[int, int]], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    received: dict[tuple[str, tuple[int, int]], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    asked: Counter[tuple[str, tuple[int, int]]] = field(default_factory=Counter)
    missed: Counter[tuple[str, tuple[int, int]]] = field(default_factory=Counter)


@pytest.mark.slow
async def test_what_the_report_measures_is_what_was_lived(town: Town):
    lived = Lived()
    await town.database.run(_a_year, random.Random(7), lived)
    await town.settle()
    carla = await town.coordinator("carla")
    told: Counter[str] = Counter()

    for asked in ASKED:
        for row in await _table(carla, asked):
            if row["figure"] not in MEASURED or row["how"] == "left out":
                continue
            by_hand = _by_hand(row, lived)
            if by_hand is None:
                continue
            exact = row["how"] == "exact"
            value = float(row["value"])
            assert value == by_hand if exact else value <= by_hand, str(
                (asked, *row.values(), by_hand)
            )
            told[row["figure"]] += exact

    assert {figure for figure in MEASURED if told[figure]} == MEASURED, told


def _a_year(db: Transaction, chance: random.Random, lived: Lived) -> None:
    begun = datetime(2029, 12, 31, 12, tzinfo=UTC)
    moments = sorted(begun + timedelta(days=363 * chance.random()) for _ in range(3200))
    contacts: Counter[tuple[object, ...]] = Counter()
    for at in moments:
        programme, day = chance.choice(NAMES), at.astimezone(COPENHAGEN).date()
        week, month = _week(day), _month(day)
        key = (programme, week)
        if chance.random() < 0.15:  # an appointment
            contacts_of = {"receiver": 1, "volunteer": 1}
            _noted(db, at, programme, "contact-began", **contacts_of, waited_seconds=0,
                   form="chat", **{"from": "appointment"})  # fmt: skip
            if chance.random() < 0.4:
                lived.missed[key] += 1
                _noted(db, at, programme, "appointment-no-show")
            continue
        receiver, volunteer = chance.randrange(RECEIVERS), int(chance.triangular(0, VOLUNTEERS, 2))
        waited, asked = int(chance.expovariate(1 / 300)), chance.randint(1, 5)
        contacts[programme, month, "r", receiver] += 1
        contacts[programme, month, "v", volunteer] += 1
        lived.waits[key].append(waited // 60)
        lived.gave[key].append(volunteer)
        lived.received[key].append(receiver)
        lived.asked[key] += asked
        for _ in range(asked):
            _noted(db, at, programme, "offer-put")
        _noted(db, at, programme, "offer-accepted")
        _noted(
            db, at, programme, "contact-began", waited_seconds=waited, form="chat",
            receiver=contacts[programme, month, "r", receiver],
            volunteer=contacts[programme, month, "v", volunteer], **{"from": "request"},
        )  # fmt: skip


def _noted(db: Transaction, at: datetime, programme: str, action: str, **numbers: Any) -> None:
    row = {"id": db.new_id(), "at": at, "programme": programme, "action": action,
           "about": db.new_id(), "numbers": numbers}  # fmt: skip
    db.execute(sa.insert(journal).values(row))


def _by_hand(row: dict[str, str] | Any, lived: Lived) -> float | None:
    weeks = _weeks(row["first_day"], row["last_day"])
    if "-W" in row["part"]:  # a figure of one week of the period
        year, number = row["part"].split("-W")
        weeks = {(int(year), int(number))}
    names = [row["programme"]] if row["programme"] else list(NAMES)
    keys = [(name, week) for name in names for week in weeks]
    match row["figure"]:
        case "waited-median":
            return _rank([w for key in keys for w in lived.waits[key]], 0.5)
        case "waited-ninth-tenth":
            return _rank([w for key in keys for w in lived.waits[key]], 0.9)
        case "offers-a-contact":
            met = sum(len(lived.waits[key]) for key in keys)
            return round(sum(lived.asked[key] for key in keys) / met, 1)
        case "no-show":
            return float(sum(lived.missed[key] for key in keys))
        case "receivers":
            return float(sum(len(loads) for loads in _months(lived.received, names, weeks)))
        case "returning":
            months = _months(lived.received, names, weeks)
            return float(sum(sum(n > 1 for n in loads.values()) for loads in months))
        case "volunteers":
            return float(sum(len(loads) for loads in _months(lived.gave, names, weeks)))
        case "unevenness":
            found = [_gini(list(loads.values())) for loads in _months(lived.gave, names, weeks)]
            return round(sum(round(g, 1) for g in found) / len(found), 1)
    return None


def _rank(values: list[int], share: float) -> float:
    """The smallest value that this share does not exceed."""
    return float(
        next(v for v in sorted(values) if sum(w <= v for w in values) >= share * len(values))
    )


def _gini(loads: list[int]) -> float:
    """Half the mean difference between any two, as a part of the mean."""
    apart = sum(abs(one - other) for one in loads for other in loads)
    return apart / (2 * len(loads) * sum(loads))


def _months(
    who: dict[tuple[str, tuple[int, int]], list[int]], names: list[str], weeks: set[tuple[int, int]]
) -> list[Counter[int]]:
    """How many contacts each had, programme by programme, in every month that lies whole in `weeks`."""
    all_of: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for number in range(1, 53):
        all_of[_month(date.fromisocalendar(2030, number, 4))].add((2030, number))
    whole = [month for month in all_of.values() if month <= weeks]
    return [
        Counter(one for week in month for one in who[name, week])
        for name in names
        for month in whole
    ]


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    thursday = date.fromisocalendar(*_week(day), 4)
    return thursday.year, thursday.month

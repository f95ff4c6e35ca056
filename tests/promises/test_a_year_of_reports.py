"""A year in the town's own journal, reported on in every way there is: true, and nothing under five.

Everything is read from the files coordinators get, as anybody would who keeps them all. What is true is
counted by hand from the rows of the journal, by code that knows nothing of how reports are made.
"""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.config import Config
from bot.drawing.drawer import Drawer, Drawn, NotDrawn
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage.database import Transaction
from storage.migrating import migrate
from storage.tables import journal
from tests.domain.report.attacker import Attacker

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
AFTERWARDS = datetime(2031, 1, 7, 12, tzinfo=UTC)
NAMES = ("drop-in", "peer-guide")
FORMS = ("chat", "voice")
ENDINGS = {
    "request-withdrawn": "withdrawn",
    "request-put-off": "put-off",
    "request-closed": "closed",
    "appointment-missed": "could-not-begin",
    "appointment-unmet": "nobody-could",
}
MADE_OF = {
    "requests": ("met", "nobody-there", "nobody-said-yes", "withdrawn", "put-off", "closed"),
    "unmet": ("nobody-there", "nobody-said-yes"),
    "contacts": ("met", "begun"),
    "appointments": (
        "begun", "cancelled-by-receiver", "cancelled-by-volunteer", "cancelled-by-coordinator",
        "could-not-begin", "nobody-could",
    ),
    "cancelled": (
        "cancelled-by-receiver", "cancelled-by-volunteer", "cancelled-by-coordinator",
    ),
}  # fmt: skip
LEAVES = tuple(dict.fromkeys(leaf for made in MADE_OF.values() for leaf in made))


class Happening(NamedTuple):
    """What a row of the journal tells, as far as reports tell it apart."""

    programme: str
    leaf: str
    week: tuple[int, int]
    form: str = ""
    receiver: int = 0
    volunteer: int = 0


class Undrawn(Drawer):
    """Hundreds of reports, at whose pictures nobody looks: the words and the table say the same."""

    async def draw(self, chart: str) -> Drawn:
        raise NotDrawn("nobody-looks")


@pytest.fixture
async def town(tmp_path):
    programmes = {name: replace(load("drop-in"), name=name) for name in NAMES}
    town = Town(tmp_path, config=Config(), programmes=programmes, now=AFTERWARDS)
    town.courier.along.drawer = Undrawn()
    await migrate(town.database)
    yield town
    await town.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_all_reports_of_a_year_are_true_and_give_nothing_under_five_away(
    town: Town, seed: int
):
    chance = random.Random(seed)
    await town.database.run(_lived, chance)
    await town.settle()
    truth, minutes = await town.database.read(_by_hand)
    carla = await town.coordinator("carla")
    world, attacker, told = _world(truth), Attacker(), 0

    for asked in _everything_that_can_be_asked(chance):
        for row in await _table(carla, asked):
            weeks = _weeks(row["first_day"], row["last_day"])
            atoms = _atoms(row, weeks, world)
            if row["figure"] in ("contact-hours", "duty-hours") and row["how"] == "exact":
                step = "contact-ended" if row["figure"] == "contact-hours" else "duty-off"
                own = {p for p in NAMES if row["programme"] in ("", p)}
                by_hand = sum(minutes[p, step, w] for p in own for w in weeks)
                assert abs(float(row["value"]) - by_hand / 60) <= len(own) / 2, (asked, row)
            if atoms is None or row["how"] == "left out":
                continue
            exact, by_hand = row["how"] == "exact", sum(truth[a] for a in atoms)
            value = int(row["value"])
            assert value == by_hand if exact else value <= by_hand, (asked, row, by_hand)
            attacker.learns(atoms, value, exact=exact)
            told += 1

    assert told > 500
    assert attacker.finds(truth, _cells(world)) == []
    assert attacker.narrows(truth) == []


def _lived(db: Transaction, chance: random.Random) -> None:
    """A year of steps at random moments; none is on record of more than it says."""
    first, days = datetime(2029, 12, 30, 23, tzinfo=UTC), 364
    for name in NAMES:
        busy = chance.choice((0.5, 1, 2))
        for _ in range(int(900 * busy)):
            at = first + timedelta(days=days * chance.random())
            action, numbers = _step(chance)
            row = {"id": db.new_id(), "at": at, "programme": name, "action": action,
                   "about": db.new_id(), "numbers": numbers}  # fmt: skip
            db.execute(sa.insert(journal).values(row))


def _step(chance: random.Random) -> tuple[str, dict[str, int | str]]:
    kinds = ("contact-began", "contact-ended", "duty-off", "request-unmet", "appointment-cancelled")
    action = chance.choices((*kinds, *ENDINGS), (40, 35, 25, 8, 5, 6, 2, 1, 1, 2))[0]
    match action:
        case "contact-began":
            return action, {
                "waited_seconds": chance.randrange(1800),
                "form": chance.choices(FORMS, (6, 1))[0],
                "from": chance.choices(("request", "appointment"), (4, 1))[0],
                "receiver": chance.choices((1, 2, 3), (6, 2, 1))[0],
                "volunteer": chance.choices((1, 2, 3), (3, 3, 3))[0],
            }
        case "contact-ended" | "duty-off":
            return action, {"minutes": chance.randrange(5, 180)}
        case "request-unmet":
            return action, {"why": chance.choice(("nobody-there", "nobody-said-yes"))}
        case "appointment-cancelled":
            return action, {"by": chance.choice(("receiver", "volunteer", "coordinator"))}
        case _:
            return action, {}


def _by_hand(db: Transaction) -> tuple[Counter[Happening], Counter[tuple[str, str, object]]]:
    truth: Counter[Happening] = Counter()
    minutes: Counter[tuple[str, str, object]] = Counter()
    for row in db.all(sa.select(journal)):
        year, week, _ = row["at"].astimezone(COPENHAGEN).date().isocalendar()
        programme, numbers, action = row["programme"], row["numbers"], row["action"]
        if action in ("contact-ended", "duty-off"):
            minutes[programme, action, (year, week)] += numbers["minutes"]
        elif action == "contact-began":
            leaf = "met" if numbers["from"] == "request" else "begun"
            truth[Happening(programme, leaf, (year, week), numbers["form"], numbers["receiver"],
                            numbers["volunteer"])] += 1  # fmt: skip
        else:
            by = numbers.get("why") or f"cancelled-by-{numbers.get('by')}"
            truth[Happening(programme, ENDINGS.get(action, by), (year, week))] += 1
    return truth, minutes


def _world(truth: Counter[Happening]) -> list[Happening]:
    """All that could have happened; nought, too, is under five. Appointments begin with the first."""
    found = set(truth)
    for name in NAMES:
        first = {
            family: min(h.week for h in truth if h.programme == name and h.leaf in MADE_OF[family])
            for family in ("requests", "appointments")
        }
        for week, leaf in product([(2030, n) for n in range(1, 53)], LEAVES):
            family = "requests" if leaf in MADE_OF["requests"] else "appointments"
            if week < first[family]:
                continue
            if leaf in ("met", "begun"):
                ways = product(FORMS, (1, 2, 3), (1, 2, 3))
                found |= {Happening(name, leaf, week, f, r, v) for f, r, v in ways}
            else:
                found.add(Happening(name, leaf, week))
    return sorted(found)


def _everything_that_can_be_asked(chance: random.Random) -> list[str]:
    weeks = [f"2030-W{n:02}" for n in range(1, 53)]
    months = [f"2030-{n:02}" for n in range(1, 13)]
    quarters = [f"2030-Q{n}" for n in range(1, 5)]
    first = datetime(2029, 12, 31, tzinfo=UTC).date()
    ranges = []
    for _ in range(20):
        start, end = sorted(first + timedelta(days=chance.randrange(360)) for _ in range(2))
        ranges.append(f"{start}..{end + timedelta(days=15)}")
    asked = [*weeks, *months, *quarters, "2030", *ranges]
    chance.shuffle(asked)
    return asked


async def _table(carla: Townsperson, asked: str) -> list[Mapping[str, str]]:
    carla.town.now += timedelta(seconds=20)  # nobody asks faster
    await carla.says(f"figures {asked}")
    files = [shown.letter.file for shown in carla.news() if shown.letter.file]
    tables = [file for file in files if file.name.endswith(".csv")]
    assert len(tables) == 1, asked
    return list(csv.DictReader(io.StringIO(tables[0].data.decode("utf-8-sig"))))


def _weeks(first_day: str, last_day: str) -> set[tuple[int, int]]:
    day, last = datetime.fromisoformat(first_day), datetime.fromisoformat(last_day)
    found = set()
    while day <= last:
        found.add(day.isocalendar()[:2])
        day += timedelta(days=7)
    return found


def _atoms(
    row: Mapping[str, str], weeks: set[tuple[int, int]], world: list[Happening]
) -> list[Happening] | None:
    """What a row counts; None of what is no count of happenings."""
    here = [h for h in world if h.week in weeks and row["programme"] in ("", h.programme)]
    figure, parts = row["figure"], row["part"].split("+")
    if figure in MADE_OF or figure in LEAVES:
        leaves = MADE_OF.get(figure, (figure,))
        return [h for h in here if h.leaf in leaves]
    if figure in ("form", "begun-form"):
        leaf = "met" if figure == "form" else "begun"
        return [h for h in here if h.leaf == leaf and h.form in parts]
    met = [h for h in here if h.leaf == "met" and h.week in set(_whole_months(weeks))]
    match figure:
        case "receivers":
            return [h for h in met if h.receiver == 1]
        case "returning":
            return [h for h in met if h.receiver == 2]
        case "volunteers":
            return [h for h in met if h.volunteer == 1]
        case "purpose":
            return [h for h in here if h.leaf in MADE_OF["contacts"]]
        case _:
            return None


def _whole_months(weeks: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    months: dict[int, set[tuple[int, int]]] = {}
    for number in range(1, 53):
        thursday = datetime.fromisocalendar(2030, number, 4)
        months.setdefault(thursday.month, set()).add((2030, number))
    for month in months.values():
        if month <= weeks:
            yield from month


def _cells(world: list[Happening]) -> list[list[Happening]]:
    """Every cell of a table of weeks, leaves and forms, programme by programme and together."""
    found = []
    for week, leaf in product({h.week for h in world}, LEAVES):
        cell = [h for h in world if (h.week, h.leaf) == (week, leaf)]
        found += [cell, *([h for h in cell if h.programme == name] for name in NAMES)]
        found += [[h for h in cell if h.form == form] for form in FORMS]
    return found

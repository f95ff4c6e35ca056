"""Coordinators see when people are missing next week: in words, as a picture, as a table."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import pytest_asyncio

from bot.domain.opening import Hours
from bot.drawing.charts import Grid, read
from bot.drawing.drawer import Drawer, Drawn, NotDrawn
from bot.platforms.platform import Message
from bot.programmes.loading import load
from bot.rehearsal.town import EVENING, Town
from bot.rehearsal.townsfolk import Townsperson
from storage.database import Transaction
from storage.journal import note
from tests.stories.shift_steps import with_shifts
from tests.stories.story_town import StoryTown

NOON = EVENING.replace(hour=11)  # Monday 7 January 2030, twelve in Copenhagen


class Sketcher(Drawer):
    """Keeps what it was to draw, and draws it with the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.charts: list[Grid] = []
        self.broken = False

    async def draw(self, chart: str) -> Drawn:
        found = read(chart)
        assert isinstance(found, Grid)
        self.charts.append(found)
        if self.broken:
            raise NotDrawn("out of paint")
        return await super().draw(chart)


@pytest_asyncio.fixture
async def town(tmp_path):
    programme = load("drop-in")
    weekly = (*[(Hours(NOON.time().replace(hour=16), NOON.time().replace(hour=22)),)] * 7,)
    hours = replace(programme.hours, weekly=weekly)
    town = await StoryTown.begin(tmp_path, now=NOON, programme=replace(programme, hours=hours))
    yield town
    await town.close()


@pytest.fixture
def sketcher(town: Town) -> Sketcher:
    sketcher = Sketcher()
    town.courier.along.drawer = sketcher
    return sketcher


def _letters(who: Townsperson) -> list[Message]:
    return [shown.letter for shown in who.seen()]


async def _asked(town: Town, at: datetime, times: int) -> None:
    def write(db: Transaction) -> None:
        for _ in range(times):
            note(db, "request-opened", "", town.desk.main.name, {"form": "chat"}, at)

    await town.database.run(write)


def _table(text: str) -> Sequence[dict[str, str]]:
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")),
                               delimiter=";" if ";" in first else ","))  # fmt: skip


async def test_next_weeks_gaps_are_named_and_the_picture_says_what_the_table_says(
    town: Town, sketcher: Sketcher
):
    carla = await town.coordinator("carla")
    plans = {
        "mia": "mon 16-19, wed 16-19, sat 16-19, sun 16-19",
        "zoe": "mon 19-22, wed 19-22, sat 19-22, sun 19-22",
        "ola": "thu 16-19, fri 16-19, tue 16-19, mon 18-20",
        "ali": "thu 19-22, fri 19-22, tue 19-20",
    }
    for name, plan in plans.items():
        await with_shifts(town, name, f"shifts {plan}")
    tuesday = NOON.replace(hour=20) - timedelta(days=20)  # nine in the evening there
    await _asked(town, tuesday, 12)
    await _asked(town, tuesday - timedelta(hours=2), 4)

    await carla.says("coverage")
    assert carla.heard() == ["coverage", "coverage-picture", "coverage-table", "coverage-page"]
    words, picture, table, page = _letters(carla)[-4:]
    assert "Tuesday 15 January" in words.text
    assert "20:00-22:00 (10 to 19)" in words.text
    assert "16:00-20:00" not in words.text
    assert "10 to 19: Tuesday 21" in words.text
    assert picture.file is not None
    assert picture.file.mime == "image/png"
    assert "20:00-22:00 (10 to 19)" in picture.file.alt

    assert table.file is not None
    rows = _table(table.file.data.decode())
    assert len(rows) == 7 * 24
    (grid,) = sketcher.charts
    shown = {
        (column, int(hour)): cell
        for hour, cells in zip(grid.rows, grid.cells, strict=True)
        for column, cell in enumerate(cells)
    }
    for n, row in enumerate(rows):
        cell = shown.get((n // 24, int(row["hour"])))
        if cell is None or cell.level is None:
            assert (row["planned"], row["open"], row["requests"]) == ("0", "0", "under 5")
            continue
        assert cell.text == row["planned"]
        assert cell.marked == (row["gap"] == "1")
        assert grid.legend[cell.level] == f"{row['requests']} requests"
    two = [r for r in rows if r["day"] == "2030-01-14" and r["planned"] == "2"]
    assert [r["hour"] for r in two] == ["18", "19"]
    assert page.file is not None
    assert "▲ 0 (10 to 19)" in page.file.data.decode()


async def test_what_four_asked_is_told_as_what_nobody_asked(town: Town, sketcher: Sketcher):
    carla = await town.coordinator("carla")
    await carla.says("coverage")
    before = [letter.file.data for letter in _letters(carla)[-2:] if letter.file]
    await _asked(town, NOON.replace(hour=20) - timedelta(days=20), 4)
    await carla.says("coverage")
    after = [letter.file.data for letter in _letters(carla)[-2:] if letter.file]
    assert before == after
    assert sketcher.charts[0] == sketcher.charts[1]


async def test_a_picture_that_cannot_be_drawn_leaves_the_words_and_the_tables(
    town: Town, sketcher: Sketcher
):
    carla = await town.coordinator("carla")
    sketcher.broken = True
    await carla.says("dækning")
    assert carla.heard() == ["coverage", "coverage-picture", "coverage-table", "coverage-page"]
    words, picture, table, _ = _letters(carla)[-4:]
    assert "Nobody means to be there" in words.text
    assert picture.file is None
    assert "could not be drawn" in picture.text
    assert table.file is not None


async def test_only_coordinators_see_it(town: Town):
    mia = await town.volunteer("mia")
    await mia.says("coverage")
    assert mia.heard()[-1] != "coverage"

"""Coordinators look at a week: what is agreed, who is there, and where nobody is."""

import pytest

from bot.drawing.charts import Bar, Days, Look, read
from bot.drawing.drawer import Drawer, Drawn, NotDrawn
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.reports import week
from tests.stories.appointed import books, settled
from tests.stories.shift_steps import with_shifts
from tests.stories.test_series import settled_series

# The town's first day is Monday 7 January; it is open from 16 to 23.


class Sketcher(Drawer):
    """Keeps what it was to draw, and draws it with the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.charts: list[Days] = []
        self.broken = False

    async def draw(self, chart: str) -> Drawn:
        found = read(chart)
        assert isinstance(found, Days)
        self.charts.append(found)
        if self.broken:
            raise NotDrawn("out of paint")
        return await super().draw(chart)


@pytest.fixture
def sketcher(town: Town) -> Sketcher:
    sketcher = Sketcher()
    town.courier.along.drawer = sketcher
    return sketcher


def _lines(who: Townsperson) -> list[str]:
    """The week in words: a picture and a table come after it."""
    return who.seen()[-3].text.splitlines()


def _table(who: Townsperson) -> str:
    file = who.last().letter.file
    assert file is not None
    return file.data.decode()


async def test_a_week_shows_appointments_by_code_and_how_they_stand(town: Town):
    karen = await town.coordinator("karen")
    _rosa, _mia = await settled(town, when="tomorrow at 19:00")
    ole = await town.receiver("ole")
    await books(ole, "on Thursday at 20:00")
    await ole.presses("confirm-yes")

    await karen.says("calendar")

    assert karen.heard() == ["calendar", "calendar-picture", "calendar-table"]
    lines = _lines(karen)
    assert "Monday 7 January to Sunday 13 January" in lines[0]
    assert lines[1] == "2 appointments."
    tuesday = next(n for n, line in enumerate(lines) if "Tuesday 8 January" in line)
    assert "19:00-19:45" in lines[tuesday + 1] and "settled" in lines[tuesday + 1]
    assert "mia" in lines[tuesday + 1].lower()
    thursday = next(n for n, line in enumerate(lines) if "Thursday 10 January" in line)
    assert "not settled yet" in lines[thursday + 1]
    assert "mia" not in lines[thursday + 1].lower()


async def test_nothing_in_it_tells_who_receives(town: Town):
    karen = await town.coordinator("karen")
    await settled(town)
    await karen.says("calendar")
    for shown in karen.seen()[-3:]:
        assert "rosa" not in shown.text.lower()
    assert "rosa" not in _table(karen).lower()


async def test_shifts_duty_and_hours_with_nobody(town: Town):
    karen = await town.coordinator("karen")
    await with_shifts(town, "mia", "shifts wed 18-21")
    await town.volunteer("ali")  # on duty now

    await karen.says("kalender")

    lines = _lines(karen)
    wednesday = next(n for n, line in enumerate(lines) if "Wednesday 9 January" in line)
    assert lines[wednesday].endswith("open 16:00-23:00")
    assert "Mean to be there: mia 18:00-21:00" in lines[wednesday + 1].replace("Mia", "mia")
    assert lines[wednesday + 2] == "Nobody yet: 16:00-18:00, 21:00-23:00"
    monday = next(n for n, line in enumerate(lines) if "Monday 7 January" in line and n)
    assert "On duty: " in lines[monday + 1]


@pytest.mark.parametrize(
    ("words", "monday"),
    [
        ("calendar next week", "14 January"),
        ("kalender næste uge", "14 January"),
        ("calendar week 5", "28 January"),
        ("calendar 7/2", "4 February"),
        ("kalender 7. februar", "4 February"),
    ],
)
async def test_another_week(town: Town, words: str, monday: str):
    karen = await town.coordinator("karen")
    await karen.says(words)
    assert f"Monday {monday} to" in karen.seen()[-3].text


async def test_a_week_that_is_none_is_told_and_nobody_else_sees_it(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("calendar week 60")
    assert karen.heard() == ["calendar-how"]
    await rosa.says("calendar")
    assert rosa.heard() == ["not-allowed"]


async def test_picture_and_table_say_what_the_words_say(town: Town, sketcher: Sketcher):
    karen = await town.coordinator("karen")
    await settled(town, when="tomorrow at 19:00")
    await with_shifts(town, "birk", "shifts wed 18-21")
    ole = await town.receiver("ole")
    await books(ole, "on Thursday at 20:00")
    await ole.presses("confirm-yes")

    await karen.says("calendar")

    picture = karen.seen()[-2].letter.file
    assert picture is not None
    assert picture.mime == "image/png"
    words = "\n".join(_lines(karen))
    (shown,) = sketcher.charts
    bars = [bar for day in shown.days for group in day.groups for bar in group]
    rows = [row.split(",") for row in _table(karen).splitlines()[1:]]
    of_table = [row for row in rows if row[3] != "open"]
    assert len(bars) == len(of_table) == 2 + 1 + _spans(words)
    for bar in bars:
        assert all(said in words for said in bar.text.split()[1:]), bar.text
    for row in of_table:
        assert any(f"{row[1]}-{row[2]}" in bar.text and row[4] in bar.text for bar in bars)
    settled_one = _bar(bars, "19:00-19:45")
    assert settled_one.look is Look.FULL
    assert settled_one.text.startswith("✓ ")
    assert settled_one.text.lower().endswith(" mia")
    sought = _bar(bars, "20:00-20:45")
    assert (sought.look, sought.text[0]) == (Look.DASHED, "?")
    meanings = [text for _, text in shown.legend]
    assert meanings == [
        "? not settled yet", "✓ settled", "○ means to be there", "▲ open, and nobody yet",
    ]  # fmt: skip


async def test_a_picture_that_cannot_be_drawn_leaves_words_and_table(
    town: Town, sketcher: Sketcher
):
    karen = await town.coordinator("karen")
    sketcher.broken = True
    await karen.says("kalender")
    assert karen.heard() == ["calendar", "calendar-picture", "calendar-table"]
    assert "could not be drawn" in karen.seen()[-2].text
    assert karen.seen()[-2].letter.file is None
    assert "Monday 7 January" in _lines(karen)[0]


async def test_a_week_with_very_much_in_it_is_told_in_numbers(
    town: Town, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(week, "SHOWN_AT_MOST", 0)
    karen = await town.coordinator("karen")
    await settled(town, when="tomorrow at 19:00")
    await karen.says("calendar")
    (drawn,) = sketcher.charts
    assert drawn.days[1].name == "Tue 8\n(1)"
    assert all(bar.look is Look.HATCHED for d in drawn.days for g in d.groups for bar in g)
    assert "one appointment" in "\n".join(_lines(karen))
    assert ",appointment," in _table(karen)


def _bar(bars: list[Bar], clock: str) -> Bar:
    (found,) = [bar for bar in bars if clock in bar.text]
    return found


def _spans(words: str) -> int:
    """How many hours without anybody the words name."""
    lines = [line for line in words.splitlines() if line.startswith("Nobody yet: ")]
    return sum(line.count("-") for line in lines)


async def test_what_belongs_to_a_series_is_told_so_that_all_of_it_can_be_called_off(
    town: Town, sketcher: Sketcher
):
    karen = await town.coordinator("karen")
    await settled_series(town, "every tuesday at 19:00, 4 times")
    await karen.says("calendar")
    (line,) = [line for line in _lines(karen) if "19:00-19:45" in line]
    assert line.endswith("one of a series")
    (shown,) = sketcher.charts
    (bar,) = [bar for day in shown.days for group in day.groups for bar in group if "✓" in bar.text]
    assert "↻" in bar.text
    assert "↻: one of a series" in shown.note
    (row,) = [row for row in _table(karen).splitlines() if ",appointment," in row]
    assert row.endswith(",1")

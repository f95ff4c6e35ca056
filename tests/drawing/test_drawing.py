"""Charts become pictures in a process of their own, within limits, and the bot loads nothing for it."""

import asyncio
import math
import subprocess
import sys

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from bot.drawing import charts
from bot.drawing.charts import Cell, Grid, Lines, Series
from bot.drawing.drawer import Drawer, NotDrawn
from bot.drawing.painting import INKS, drawn
from bot.drawing.paper import BACKGROUND, INK, PALE, SHADES, SIGN, ink_on

WEEK = Grid(
    title="Åben rådgivning: hvem er der næste uge?",
    columns=("Man 7", "Tir 8"),
    rows=("18", "19", "20"),
    cells=(
        (Cell(level=0, text="2"), Cell(level=3, text="0", marked=True)),
        (Cell(level=1, text="1"), Cell(level=2, text="4")),
        (Cell(), Cell(level=3, text="12")),
    ),
    legend=("under 5", "5 til 9", "10 til 19", "20 eller flere"),
    mark="åbent, og ingen er der",
)
WAITING = Lines(
    title="Ventetid",
    across=("40", "41", "42"),
    series=(Series(name="Ø", values=(4.0, None, 6.5)), Series(name="Å", values=(9.0, 8.0, 6.0))),
    labels=(("4", "", "6,5"), ("9", "8", "6")),
)


async def test_the_same_chart_gives_the_same_picture_as_wide_as_it_says():
    first, again = [await Drawer().draw(WEEK.model_dump_json()) for _ in range(2)]
    assert first == again
    assert first.width == 1200
    assert first.height > 300


def test_every_number_of_a_grid_stands_in_its_own_cell():
    figure = drawn(WEEK)
    (axes,) = figure.axes
    said = {text.get_gid(): text.get_text() for text in axes.texts}
    for r, row in enumerate(WEEK.cells):
        for c, cell in enumerate(row):
            expected = f"{SIGN} {cell.text}" if cell.marked else cell.text or "·"
            assert said[f"cell-{r}-{c}"] == expected
    assert [label.get_text() for label in axes.get_xticklabels()] == list(WEEK.columns)


def test_every_value_of_a_line_is_drawn_where_it_is_and_written_beside_it():
    (axes,) = drawn(WAITING).axes
    lines = {line.get_gid(): line for line in axes.lines}
    for n, (one, labels) in enumerate(zip(WAITING.series, WAITING.labels, strict=True)):
        ys = [float(y) for y in np.asarray(lines[f"series-{n}"].get_ydata())]
        assert [None if math.isnan(y) else y for y in ys] == list(one.values)
        written = {text.get_text() for text in axes.texts}
        assert {label for label in labels if label} <= written
    first, second = axes.lines
    assert first.get_linestyle() != second.get_linestyle()
    assert first.get_marker() != second.get_marker()


def _seen(colour: str, how: str) -> tuple[float, float, float]:
    """A colour in linear light, as it is seen: in full, in grey, or without red (Machado 2009)."""
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in to_rgb(colour))
    match how:
        case "grey":
            y = 0.2126 * r + 0.7152 * g + 0.0722 * b
            return y, y, y
        case "deuteranopia":
            return (
                0.367322 * r + 0.860646 * g - 0.227968 * b,
                0.280085 * r + 0.672501 * g + 0.047413 * b,
                -0.011820 * r + 0.042940 * g + 0.968881 * b,
            )
        case _:
            return r, g, b


def _contrast(one: str, other: str, how: str) -> float:
    lights = []
    for colour in (one, other):
        r, g, b = (min(max(v, 0.0), 1.0) for v in _seen(colour, how))
        lights.append(0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
    return max(lights) / min(lights)


@pytest.mark.parametrize("how", ["full", "grey", "deuteranopia"])
def test_shades_are_told_apart_and_words_are_read_whoever_looks(how: str):
    for level, shade in enumerate(SHADES):
        assert _contrast(ink_on(level), shade, how) >= 4.5
        if level:
            assert _contrast(SHADES[level - 1], shade, how) >= 1.3
    for ink in (INK, *INKS):
        assert _contrast(ink, BACKGROUND, how) >= 4.5
    assert _contrast(PALE, BACKGROUND, how) < 3  # what is only decoration is pale


async def test_a_picture_is_legible_in_grey_pixels(tmp_path):
    picture = tmp_path / "week.png"
    picture.write_bytes((await Drawer().draw(WEEK.model_dump_json())).data)
    with Image.open(picture) as image:
        greys = {g for _, g in image.convert("L").getcolors(256) or ()}
    for shade in SHADES:
        wanted = Image.new("RGB", (1, 1), shade).convert("L").getpixel((0, 0))
        assert wanted in greys, shade


async def test_what_takes_too_long_is_ended_and_said():
    with pytest.raises(NotDrawn) as no:
        await Drawer(patience=0.01).draw(WEEK.model_dump_json())
    assert no.value.why == "too-slow"


async def test_what_is_no_chart_is_not_drawn():
    with pytest.raises(NotDrawn) as no:
        await Drawer().draw('{"kind": "grid"}')
    assert no.value.why == "worker-failed"
    with pytest.raises(ValueError):
        charts.read("{}")


async def test_nothing_waits_while_a_picture_is_drawn():
    drawing = asyncio.create_task(Drawer().draw(WEEK.model_dump_json()))
    beats, longest, loop = 0, 0.0, asyncio.get_running_loop()
    while not drawing.done():
        before = loop.time()
        await asyncio.sleep(0)
        longest = max(longest, loop.time() - before)
        beats += 1
    await drawing
    assert beats > 100
    assert longest < 0.5


def test_the_bot_starts_without_what_draws():
    asked = "import sys, bot.app, handlers; print([m for m in sys.modules if m in ('matplotlib', 'numpy')])"
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"

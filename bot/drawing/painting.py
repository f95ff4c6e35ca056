"""Paints charts with matplotlib. Only the worker imports this: it takes a second, and 100 MB.

Everything is told apart without colour: shades differ in lightness, what matters is framed, hatched and
signed, lines differ in dash and marker, and every value is written as a number. One picture is as wide
as a telephone (360 points of its screen) and sharp enough for a sheet of A4.
"""

import io
from collections.abc import Sequence
from itertools import cycle, islice

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

from bot.drawing.apart import apart
from bot.drawing.charts import AnyChart, Cell, Days, Grid, Lines
from bot.drawing.days import days
from bot.drawing.paper import BACKGROUND, DOTS, INK, PALE, SHADES, SIGN, STYLE, headed, ink_on

DASHES = ("-", "--", "-.", ":")
MARKERS = "osD^vPX*"
HIGH = 2.4  # inches that lines have
LINE = 8.0  # points from one number to the next
INKS = ("#14202b", "#2f5f80", "#8a4b08", "#5b3a6e")


def paint(chart: AnyChart) -> bytes:
    """The chart as PNG. The same chart gives the same bytes."""
    figure = drawn(chart)
    out = io.BytesIO()
    with mpl.rc_context(STYLE):
        figure.savefig(
            out, format="png", dpi=DOTS, facecolor=BACKGROUND, metadata={"Software": None}
        )
    return out.getvalue()


def drawn(chart: AnyChart) -> Figure:
    """The same before it is pixels."""
    with mpl.rc_context(STYLE):
        match chart:
            case Grid():
                return _grid(chart)
            case Lines():
                return _lines(chart)
            case Days():
                return days(chart)


def _grid(chart: Grid) -> Figure:
    rows, columns = len(chart.rows), len(chart.columns)
    signs = len(chart.legend) + bool(chart.mark)
    figure, axes = headed((chart.title, chart.note), 0.215 * rows, 0.16 + 0.135 * signs, 0.3)
    axes.set_xlim(0, columns)
    axes.set_ylim(rows, 0)
    axes.set_xticks([c + 0.5 for c in range(columns)], chart.columns)
    axes.xaxis.tick_top()
    axes.set_yticks([r + 0.5 for r in range(rows)], chart.rows)
    axes.tick_params(length=0)
    # What is marked comes last, so that no neighbour covers its frame.
    placed = [
        (marked, r, c, cell)
        for r, row in enumerate(chart.cells)
        for c, cell in enumerate(row)
        for marked in (cell.marked,)
    ]
    for _, r, c, cell in sorted(placed, key=lambda one: one[:3]):
        _cell(axes, r, c, cell)
    handles: list[Patch] = [
        Patch(facecolor=SHADES[n], edgecolor=PALE, label=text)
        for n, text in enumerate(chart.legend)
    ]
    if chart.mark:
        mark = Patch(facecolor="white", edgecolor=INK, hatch="////", label=f"{SIGN} {chart.mark}")
        handles.append(mark)
    figure.legend(handles=handles, loc="lower left", bbox_to_anchor=(0.0, 0.0), frameon=False,
                  fontsize=7, handlelength=1.6, labelspacing=0.25, borderaxespad=0.3)  # fmt: skip
    return figure


def _cell(axes: Axes, r: int, c: int, cell: Cell) -> None:
    fill = BACKGROUND if cell.level is None else SHADES[cell.level]
    axes.add_patch(Rectangle((c + 0.02, r + 0.02), 0.96, 0.96, facecolor=fill, edgecolor=fill))
    if cell.marked:
        axes.add_patch(Rectangle((c + 0.06, r + 0.08), 0.88, 0.84, facecolor="none",
                                 edgecolor=INK, linewidth=1.4))  # fmt: skip
        axes.add_patch(Rectangle((c + 0.06, r + 0.08), 0.2, 0.84, facecolor="white",
                                 edgecolor=INK, linewidth=0, hatch="//////"))  # fmt: skip
    said = f"{SIGN} {cell.text}" if cell.marked else cell.text
    axes.text(c + (0.6 if cell.marked else 0.5), r + 0.53, said or "·", ha="center", va="center",
              fontsize=7.5, color=ink_on(cell.level) if said else PALE,
              fontweight="bold" if cell.marked else "normal", gid=f"cell-{r}-{c}")  # fmt: skip


def _lines(chart: Lines) -> Figure:
    many = len(chart.series)
    figure, axes = headed((chart.title, chart.note), HIGH, 0.38 + 0.14 * many, 0.1)
    spots = range(len(chart.across))
    for n, one in enumerate(chart.series):
        ink = INKS[n % len(INKS)]
        values = [float("nan") if v is None else v for v in one.values]
        axes.plot(spots, values, color=ink, linestyle=DASHES[n % len(DASHES)],
                  marker=MARKERS[n % len(MARKERS)], markersize=4.5, linewidth=1.4,
                  label=one.name, gid=f"series-{n}")  # fmt: skip
    for spot in spots:
        _numbers(axes, chart, spot)
    axes.set_xticks(list(spots), _thinned(chart.across))
    axes.set_xlim(-0.5, len(chart.across) - 0.5)
    axes.set_ylim(0, _top(chart))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=7, integer=True))
    axes.grid(axis="y", color="#dfe5ea", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.spines["bottom"].set_visible(True)
    figure.legend(loc="lower left", bbox_to_anchor=(0.0, 0.0), frameon=False, fontsize=7,
                  handlelength=4, labelspacing=0.25, borderaxespad=0.3)  # fmt: skip
    return figure


def _numbers(axes: Axes, chart: Lines, spot: int) -> None:
    """The values at one place, beside their points and apart from each other."""
    there = [(v, n) for n, one in enumerate(chart.series) if (v := one.values[spot]) is not None]
    point = HIGH * 72 / _top(chart)  # points on paper for one of the axis
    heights = [value * point for value, _ in there]
    for (value, n), at, put in zip(there, heights, apart(heights, LINE), strict=True):
        written = axes.annotate(chart.labels[n][spot], (spot, value), xytext=(5, put - at - 2.5),
                                textcoords="offset points", ha="left", fontsize=7,
                                color=INKS[n % len(INKS)])  # fmt: skip
        written.set_path_effects([withStroke(linewidth=2, foreground=BACKGROUND)])


def _top(chart: Lines) -> float:
    known = [v for one in chart.series for v in one.values if v is not None]
    return 1.12 * max(chart.top or 0.0, *known, 1.0)


def _thinned(names: Sequence[str]) -> list[str]:
    """At most ten names, evenly, so that none covers another."""
    every = -(-len(names) // 10)
    keep = islice(cycle([True] + [False] * (every - 1)), len(names))
    return [name if kept else "" for name, kept in zip(names, keep, strict=True)]

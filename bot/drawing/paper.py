"""What all pictures are painted on: their size, shades and inks, and the words above a field."""

import textwrap
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDE = 4.0  # inches: 360 points of a telephone's screen at 90 to the inch
DOTS = 300  # to the inch
SHADES = ("#eef3f6", "#c3d6e2", "#86aac2", "#2f5f80")
INK = "#14202b"
PALE = "#b9c2ca"
BACKGROUND = "white"
SIGN = "▲"
LEFT = 0.48  # inches beside the field, for the names of its rows
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": PALE,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
}


def ink_on(level: int | None) -> str:
    """What is legible on this shade."""
    return "white" if level == len(SHADES) - 1 else INK


def headed(said: tuple[str, str], high: float, below: float, over: float) -> tuple[Figure, Axes]:
    """A figure with title and note above a field `high` inches high, and `below` inches under it.

    `over`: inches between the words and the field, for what stands along its upper edge.
    """
    title, note = textwrap.wrap(said[0], 40), textwrap.wrap(said[1], 62)
    above = 0.1 + 0.19 * len(title) + 0.14 * len(note) + over
    tall = above + high + below
    figure = Figure(figsize=(WIDE, tall))
    at = tall - 0.1
    for line in title:
        figure.text(0.1 / WIDE, at / tall, line, fontsize=10.5, fontweight="bold", va="top")
        at -= 0.19
    for line in note:
        figure.text(0.1 / WIDE, at / tall, line, fontsize=7, va="top")
        at -= 0.14
    axes = figure.add_axes((LEFT / WIDE, below / tall, (WIDE - LEFT - 0.1) / WIDE, high / tall))
    for side in axes.spines.values():
        side.set_visible(False)
    return figure, axes

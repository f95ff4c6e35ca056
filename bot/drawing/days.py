"""Paints days below each other, with what is on when: a week that is seen at a glance."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from bot.drawing.charts import Bar, Day, Days, Look
from bot.drawing.paper import BACKGROUND, INK, LEFT, PALE, SHADES, WIDE, headed, ink_on

LANE = 0.16  # inches
BETWEEN = 0.1  # inches from one day to the next
LETTER = 0.054  # inches: what a letter of a bar's words takes at most
USUAL = (9, 17)  # hours shown where nothing is on
LATEST = 30  # hours shown at most: six in the morning after
_FILL = {
    Look.FULL: SHADES[3],
    Look.DASHED: BACKGROUND,
    Look.THIN: BACKGROUND,
    Look.LIGHT: SHADES[0],
    Look.MIDDLE: SHADES[1],
    Look.HATCHED: BACKGROUND,
}


def days(chart: Days) -> Figure:
    """The figure."""
    first, last = _hours(chart)
    inch = (WIDE - LEFT - 0.1) / (last - first)
    lanes = [_lanes(day, first, last, inch) for day in chart.days]
    highs = [max(len(found), 1) * LANE + BETWEEN for found in lanes]
    figure, axes = headed(
        (chart.title, chart.note), sum(highs), 0.2 + 0.135 * len(chart.legend), over=0.26
    )
    axes.set_xlim(first, last)
    axes.set_ylim(sum(highs), 0)
    every = 1 if last - first <= 9 else 2 if last - first <= 18 else 3
    ticks = range(first, last + 1, every)
    axes.set_xticks(ticks, [f"{hour % 24:02}" for hour in ticks])
    axes.xaxis.tick_top()
    top, names = 0.0, []
    for day, found, high in zip(chart.days, lanes, highs, strict=True):
        _day(axes, day, top, high)
        for lane, bars in enumerate(found):
            for bar in bars:
                _bar(axes, bar, top + BETWEEN / 2 + lane * LANE, (first, last), inch)
        names.append(top + high / 2)
        top += high
    axes.set_yticks(names, [day.name for day in chart.days])
    axes.tick_params(length=0)
    figure.legend(handles=[_sign(look, text) for look, text in chart.legend], loc="lower left",
                  bbox_to_anchor=(0.0, 0.0), frameon=False, fontsize=7, handlelength=1.6,
                  labelspacing=0.25, borderaxespad=0.3)  # fmt: skip
    return figure


def _hours(chart: Days) -> tuple[int, int]:
    """The first and last hour there is anything to see in."""
    spans = [span for day in chart.days for span in day.open]
    bars = [bar for day in chart.days for group in day.groups for bar in group]
    spans += [(bar.begins, bar.ends) for bar in bars]
    first = math.floor(min((begins for begins, _ in spans), default=USUAL[0]))
    last = math.ceil(max((ends for _, ends in spans), default=USUAL[1]))
    return first, min(max(last, first + 4), max(LATEST, first + 4))


def _lanes(day: Day, first: int, last: int, inch: float) -> list[list[Bar]]:
    """Each bar where it covers no other and no other's words; a group begins a lane of its own."""
    lanes: list[list[Bar]] = []
    for group in day.groups:
        own: list[list[Bar]] = []
        for bar in group:
            begins, ends = _extent(bar, first, last, inch)
            for lane in own:
                if all(
                    end <= begins or ends <= start
                    for start, end in (_extent(other, first, last, inch) for other in lane)
                ):
                    lane.append(bar)
                    break
            else:
                own.append([bar])
        lanes += own
    return lanes


def _extent(bar: Bar, first: int, last: int, inch: float) -> tuple[float, float]:
    """From where to where the bar and its words reach, in hours."""
    at, side, wide = _words(bar, first, last, inch)
    if side == "left":
        return min(bar.begins, at), max(bar.ends, at + wide)
    return min(bar.begins, at - wide), bar.ends


def _words(bar: Bar, first: int, last: int, inch: float) -> tuple[float, str, float]:
    """Where the words stand: within the bar, after it, before it, or over it; and how wide they are."""
    wide = (LETTER * len(bar.text) + 0.06) / inch
    begins, ends = max(bar.begins, first), min(bar.ends, last)
    if ends - begins >= wide:
        return begins + 0.04 / inch, "left", wide
    if ends + wide <= last:
        return ends + 0.04 / inch, "left", wide
    if begins - wide >= first:
        return begins - 0.04 / inch, "right", wide
    return max(last - wide, first), "left", wide


def _day(axes: Axes, day: Day, top: float, high: float) -> None:
    axes.axhline(top, color=PALE, linewidth=0.6)
    for begins, ends in day.open:
        axes.add_patch(Rectangle((begins, top + 0.01), ends - begins, high - 0.02,
                                 facecolor="#f4f6f7", edgecolor="none"))  # fmt: skip


def _bar(axes: Axes, bar: Bar, top: float, shown: tuple[int, int], inch: float) -> None:
    ends = min(bar.ends, shown[1])
    axes.add_patch(Rectangle((bar.begins, top + 0.02), ends - bar.begins, LANE - 0.04,
                             **_painted(bar.look)))  # fmt: skip
    if bar.look is Look.THIN:
        middle = top + LANE / 2
        axes.plot([bar.begins, ends], [middle, middle], color=INK, linewidth=0.8)
    at, side, wide = _words(bar, *shown, inch)
    within = side == "left" and at < ends
    over = within and at + wide > ends + 0.1
    ink = ink_on(3) if within and not over and bar.look is Look.FULL else INK
    box = {"facecolor": BACKGROUND, "edgecolor": "none", "pad": 0.6} if (
        over or (within and bar.look in (Look.HATCHED, Look.THIN))
    ) else None  # fmt: skip
    axes.text(at, top + LANE / 2, bar.text, ha=side, va="center_baseline", fontsize=6.5, color=ink,
              bbox=box, gid="bar")  # fmt: skip


def _painted(look: Look) -> dict[str, Any]:
    framed = look in (Look.DASHED, Look.THIN, Look.HATCHED)
    return {
        "facecolor": _FILL[look],
        "edgecolor": INK if framed else SHADES[3],
        "linewidth": 1.0 if look in (Look.HATCHED, Look.DASHED) else 0.5,
        "linestyle": "--" if look is Look.DASHED else "-",
        "hatch": "//////" if look is Look.HATCHED else None,
    }


def _sign(look: Look, text: str) -> Patch:
    return Patch(**_painted(look), label=text)

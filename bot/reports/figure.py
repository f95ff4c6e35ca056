"""A picture of a report inside its page: drawn as SVG without any library, from the same chart."""

from html import escape

from bot.drawing.apart import apart
from bot.drawing.charts import Lines, Series

WIDE, HIGH, EDGE = 640.0, 240.0, 36.0  # units of the drawing; the page scales it to its own width
LINE, NAME = 14.0, 18.0  # from one number, and one name, to the next
MANY = 6  # places, whose names have to be short
DASHES = ("", "8 4", "8 3 2 3", "2 3")


def figure(chart: Lines, words: str) -> str:
    """A figure that says the same to whoever does not see it: `words` stand below it."""
    title = escape(chart.title)
    marks = "".join(_line(chart, n, one) for n, one in enumerate(chart.series))
    names = "".join(
        f'<text x="{_at_foot(chart, n)[0]:.1f}" y="{HIGH + EDGE + 18:.1f}" '
        f'text-anchor="{_at_foot(chart, n)[1]}">{escape(name)}</text>'
        for n, name in enumerate(chart.across)
    )
    numbers = "".join(_numbers(chart, at) for at in range(len(chart.across)))
    many = len(chart.series) if len(chart.series) > 1 else 0
    high = HIGH + 2 * EDGE + many * NAME
    return (
        f'<figure>\n<svg role="img" viewBox="0 0 {WIDE:.0f} {high:.0f}" '
        f'font-size="12" aria-label="{title}">\n'
        f'<line x1="0" x2="{WIDE:.0f}" y1="{HIGH + EDGE:.0f}" y2="{HIGH + EDGE:.0f}" '
        f'stroke="#767676"/>\n{marks}{numbers}{names}{_named(chart)}</svg>\n'
        f"<figcaption><strong>{title}</strong><br>{escape(chart.note)}<br>\n"
        f"{'<br>'.join(escape(line) for line in words.splitlines())}</figcaption>\n</figure>\n"
    )


def _at_foot(chart: Lines, n: int) -> tuple[float, str]:
    """Where the name of a place stands; where there are few, names are long: the outer ones turn in."""
    last = len(chart.across) - 1
    if last < MANY and n in (0, last) and last:
        return (WIDE, "end") if n else (0.0, "start")
    return _x(chart, n), "middle"


def _line(chart: Lines, n: int, one: Series) -> str:
    drawn = ""
    run: list[str] = []
    for at, value in enumerate(one.values):
        if value is None:
            drawn, run = drawn + _run(run, n), []
            continue
        x, y = _x(chart, at), _y(chart, value)
        run.append(f"{x:.1f},{y:.1f}")
        drawn += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    return f"<g>{drawn}{_run(run, n)}</g>\n"


def _numbers(chart: Lines, at: int) -> str:
    """The values at one place, beside their points and apart from each other."""
    there = [(v, n) for n, one in enumerate(chart.series) if (v := one.values[at]) is not None]
    put = apart([_y(chart, value) for value, _ in there], LINE)
    return "".join(
        f'<text x="{_x(chart, at) + 7:.1f}" y="{y + 4:.1f}" paint-order="stroke" stroke="#fff" '
        f'stroke-width="3">{escape(chart.labels[n][at])}</text>'
        for (_, n), y in zip(there, put, strict=True)
    )


def _named(chart: Lines) -> str:
    """Which line is which, below them, where there is more than one."""
    if len(chart.series) == 1:
        return ""
    found = ""
    for n, one in enumerate(chart.series):
        y = HIGH + 2 * EDGE + n * NAME
        found += _run([f"0,{y:.1f}", f"48,{y:.1f}"], n)
        found += f'<text x="56" y="{y + 4:.1f}">{escape(one.name)}</text>'
    return found


def _run(points: list[str], n: int) -> str:
    dash = DASHES[n % len(DASHES)]
    return (
        f'<polyline points="{" ".join(points)}" fill="none" stroke="#111" stroke-width="2" '
        f'stroke-dasharray="{dash}"/>'
    )


def _x(chart: Lines, at: int) -> float:
    return EDGE + at * (WIDE - 2 * EDGE) / max(len(chart.across) - 1, 1)


def _y(chart: Lines, value: float) -> float:
    known = [v for one in chart.series for v in one.values if v is not None]
    return EDGE + HIGH * (1 - value / max(*known, 1.0))

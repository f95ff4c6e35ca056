"""A picture of a report inside its page: drawn as SVG without any library, from the same chart."""

from html import escape

from bot.drawing.charts import Lines, Series

WIDE, HIGH, EDGE = 640.0, 240.0, 36.0  # units of the drawing; the page scales it to its own width
DASHES = ("", "8 4", "8 3 2 3", "2 3")


def figure(chart: Lines, words: str) -> str:
    """A figure that says the same to whoever does not see it: `words` stand below it."""
    title = escape(chart.title)
    marks = "".join(_line(chart, n, one) for n, one in enumerate(chart.series))
    names = "".join(
        f'<text x="{_x(chart, n):.1f}" y="{HIGH + EDGE + 18:.1f}" text-anchor="middle">'
        f"{escape(name)}</text>"
        for n, name in enumerate(chart.across)
    )
    return (
        f'<figure>\n<svg role="img" viewBox="0 0 {WIDE:.0f} {HIGH + 2 * EDGE:.0f}" '
        f'font-size="12" aria-label="{title}">\n'
        f'<line x1="0" x2="{WIDE:.0f}" y1="{HIGH + EDGE:.0f}" y2="{HIGH + EDGE:.0f}" '
        f'stroke="#767676"/>\n{marks}{names}</svg>\n'
        f"<figcaption><strong>{title}</strong><br>{escape(chart.note)}<br>\n"
        f"{'<br>'.join(escape(line) for line in words.splitlines())}</figcaption>\n</figure>\n"
    )


def _line(chart: Lines, n: int, one: Series) -> str:
    drawn = ""
    run: list[str] = []
    for at, value in enumerate(one.values):
        if value is None:
            drawn, run = drawn + _run(run, n), []
            continue
        x, y = _x(chart, at), _y(chart, value)
        run.append(f"{x:.1f},{y:.1f}")
        drawn += (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
            f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">'
            f"{escape(chart.labels[n][at])}</text>"
        )
    return f"<g>{drawn}{_run(run, n)}{_named(chart, one)}</g>\n"


def _named(chart: Lines, one: Series) -> str:
    """Its name below its last point, where there is more than one to tell apart."""
    known = [(at, value) for at, value in enumerate(one.values) if value is not None]
    if len(chart.series) == 1 or not known:
        return ""
    at, value = known[-1]
    side = "end" if at else "start"
    return (
        f'<text x="{_x(chart, at):.1f}" y="{_y(chart, value) + 19:.1f}" text-anchor="{side}" '
        f'font-weight="bold">{escape(one.name)}</text>'
    )


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

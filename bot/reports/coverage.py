"""A week's coverage in words, as a picture, as a table and as a page: all made from the same hours."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from html import escape
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.domain.coverage import BANDS, Coverage, CoverageHour
from bot.drawing.charts import Cell, Grid
from bot.reports.page import STYLE
from bot.reports.wording import Wording, number

COLUMNS = ("day", "hour", "requests", "planned", "on_duty_before", "open", "gap")
SIGN = "▲"


def gaps_told(found: Coverage, words: Wording) -> str:
    """Every gap, a line for each day; empty if there is none."""
    zone = ZoneInfo(found.zone)
    lines = []
    for day in sorted({gap.day for gap in found.gaps}):
        spans = ", ".join(
            f"{gap.begins.astimezone(zone):%H:%M}-{gap.ends.astimezone(zone):%H:%M}"
            f" ({band(gap.band, words)})"
            for gap in found.gaps
            if gap.day == day
        )
        lines.append(words.worded("coverage-gap", day=day, spans=spans))
    return "\n".join(lines)


def demand_told(found: Coverage, words: Wording) -> str:
    """When people asked most, a line for each band; empty if nothing may be told."""
    lines = []
    for n in range(len(BANDS) - 1, 0, -1):
        hours = found.in_band(n)
        told = "; ".join(
            f"{_weekday(found, weekday, words)} {', '.join(f'{h:02}' for h in hours[weekday])}"
            for weekday in sorted(hours)
        )
        if told:
            lines.append(words.worded("coverage-demand", band=band(n, words), hours=told))
    return "\n".join(lines)


def band(n: int, words: Wording) -> str:
    """How many requests: "5 to 9"."""
    last = len(BANDS) - 1
    how = "under" if n == 0 else "more" if n == last else "between"
    most = BANDS[n + 1] - (n > 0) if n < last else 0
    return words.worded("coverage-band", how=how, least=BANDS[n], most=most)


def chart(found: Coverage, title: str, words: Wording) -> Grid:
    """Hours down, weekdays across: shaded by how many asked, numbered by how many are planned."""
    days = [found.hours[24 * n].day for n in range(7)]
    shown = _hours_shown(found)
    at = {(one.day, one.hour): one for one in found.hours}
    return Grid(
        title=words.worded("coverage-picture-title", title=title),
        note=words.worded(
            "coverage-picture-note", first_day=found.first_day, last_day=found.last_day
        ),
        columns=tuple(_short(day, words) for day in days),
        rows=tuple(f"{hour:02}" for hour in shown),
        cells=tuple(tuple(_cell(at[day, hour]) for day in days) for hour in shown),
        legend=tuple(
            words.worded("coverage-picture-band", band=band(n, words)) for n in range(len(BANDS))
        ),
        mark=words.worded("coverage-picture-gap", least=found.least),
        alt=words.worded("coverage-picture-alt", gaps=gaps_told(found, words),
                         demand=demand_told(found, words)),
    )  # fmt: skip


def table(found: Coverage, words: Wording) -> str:
    """Every hour of the week as comma-separated values, for calculating with."""
    written = io.StringIO()
    lines = csv.writer(
        written, delimiter=";" if words.language == "da" else ",", lineterminator="\r\n"
    )
    lines.writerow(COLUMNS)
    for one in found.hours:
        lines.writerow((one.day.isoformat(), one.hour, band(one.band, words), one.planned,
                        number(one.before, words.language), int(one.open), int(one.gap)))  # fmt: skip
    return "\ufeff" + written.getvalue()


def page(found: Coverage, title: str, words: Wording) -> str:
    """The same on one page that stands by itself, to print; it loads nothing from anywhere."""
    grid = chart(found, title, words)
    at = {(one.day, one.hour): one for one in found.hours}
    days = [found.hours[24 * n].day for n in range(7)]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in grid.columns)
    body = "".join(
        f'<tr><th scope="row">{hour:02}</th>'
        + "".join(f"<td>{escape(_in_table(at[day, hour], words))}</td>" for day in days)
        + "</tr>\n"
        for hour in _hours_shown(found)
    )
    note = words.worded("coverage-page-note", first_day=found.first_day, last_day=found.last_day)
    gaps = "<br>\n".join(map(escape, gaps_told(found, words).splitlines()))
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(grid.title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(grid.title)}</h1>\n"
        f"<p>{escape(note)}</p>\n<p>{SIGN} {escape(grid.mark)}</p>\n<p>{gaps}</p>\n"
        f"<table>\n<thead><tr><td></td>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
        "</main>\n</body>\n</html>\n"
    )


def _hours_shown(found: Coverage) -> Sequence[int]:
    """From the first to the last hour in which there is anything to see; nine to five if none."""
    told = [one.hour for one in found.hours if one.open or one.band or one.planned]
    return range(min(told, default=9), max(told, default=16) + 1)


def _cell(one: CoverageHour) -> Cell:
    if not (one.open or one.band or one.planned):
        return Cell()
    return Cell(level=one.band, text=str(one.planned), marked=one.gap)


def _in_table(one: CoverageHour, words: Wording) -> str:
    if not (one.open or one.band or one.planned):
        return ""
    return f"{SIGN + ' ' if one.gap else ''}{one.planned} ({band(one.band, words)})"


def _short(day: date, words: Wording) -> str:
    return format_date(day, "EEE", locale=words.language).rstrip(".").capitalize() + f" {day.day}"


def _weekday(found: Coverage, weekday: int, words: Wording) -> str:
    return str(format_date(found.hours[24 * weekday].day, "EEEE", locale=words.language))

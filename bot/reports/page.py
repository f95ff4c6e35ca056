"""The report on one page that stands by itself: to be printed, kept, or read aloud."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.domain.programme import Programme
from bot.domain.report.reporting import ProgrammeReport, Report
from bot.reports.rows import Row, purposes, rows
from bot.reports.wording import Wording

STYLE = """
body { font: 11pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 46rem;
  margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 1.5rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; }
th, td { overflow-wrap: anywhere;
  text-align: left; padding: .15rem .5rem .15rem 0; border-bottom: 1px solid #767676;
  vertical-align: top; }
th { font-weight: normal; } td { text-align: right; min-width: 6em; }
section { break-inside: avoid; } figure { margin: 1rem 0; } figure img { max-width: 100%; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } }
@page { size: A4; margin: 14mm; }
"""


def page(
    report: Report,
    programmes: Mapping[str, Programme],
    words: Wording,
    pictures: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """The whole HTML document. It loads nothing from anywhere.

    `pictures` are safe pieces of HTML (a figure with its own description), by programme, "" for all
    together; they stand below that programme's table.
    """
    title = words.worded("report-page-title", key=report.period.key)
    parts = [report.together] if len(report.programmes) > 1 else []
    body = "".join(
        _section(one, report, programmes.get(one.programme), words, (pictures or {}))
        for one in (*parts, *report.programmes)
    )
    span = words.worded(
        "report-span", first_day=report.period.first_day, last_day=report.period.last_day
    )
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(span)}</p>\n{body}<p>{escape(words.worded('report-note'))}</p>\n"
        "</main>\n</body>\n</html>\n"
    )


def _section(
    one: ProgrammeReport,
    report: Report,
    programme: Programme | None,
    words: Wording,
    pictures: Mapping[str, Sequence[str]],
) -> str:
    told = (*rows(one), *(purposes(report) if not one.programme else ()))
    title = escape(words.title(programme))
    caption = escape(words.worded("report-table-caption"))
    lines = "".join(_line(row, words) for row in told)
    return (
        f"<section>\n<h2>{title}</h2>\n<table>\n<caption>{caption}</caption>\n"
        f"<tbody>\n{lines}</tbody>\n</table>\n{''.join(pictures.get(one.programme, ()))}</section>\n"
    )


def _line(row: Row, words: Wording) -> str:
    label, value = escape(words.label(row)), escape(words.value(row))
    return f'<tr><th scope="row">{label}</th><td>{value}</td></tr>\n'

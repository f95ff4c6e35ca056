"""The report as a table of comma-separated values, for calculating with."""

import csv
import io
from collections.abc import Mapping

from bot.domain.programme import Programme
from bot.domain.report.reporting import Report
from bot.reports.rows import Row, purposes, rows, week_rows
from bot.reports.wording import Wording

COLUMNS = (
    "period", "first_day", "last_day", "programme", "figure", "part", "value", "how", "unit", "label",
)  # fmt: skip
"""`how` is `exact`, `at least` or `left out`; `programme` is empty for all together."""


def sheet(report: Report, programmes: Mapping[str, Programme], words: Wording) -> str:
    """One line a figure, names of columns first. Danish programs want semicolons, others commas."""
    written = io.StringIO()
    delimiter = ";" if words.language == "da" else ","
    lines = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    period = report.period
    span = (period.key, period.first_day.isoformat(), period.last_day.isoformat())
    for one in (*report.programmes, report.together):
        weeks = week_rows(one) if len(one.weeks) > 1 else ()
        for row in (*rows(one), *weeks, *(purposes(report) if not one.programme else ())):
            lines.writerow((*span, one.programme, *_cells(row), _safe(words.name(row))))
    return "\ufeff" + written.getvalue()  # so that spreadsheets know it is UTF-8


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    if row.value is None:
        return row.figure, _safe(row.part), "", "left out", row.unit.value
    how = "exact" if row.exact else "at least"
    return row.figure, _safe(row.part), f"{row.value:g}", how, row.unit.value


def _safe(text: str) -> str:
    """A cell that begins like a formula is one, to a spreadsheet."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text

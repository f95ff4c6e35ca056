"""A report's pictures: waiting over weeks, and outcomes over rounds. Made from the rows of its table."""

from collections.abc import Iterator, Sequence

from bot.domain.check_in.plan import in_order
from bot.domain.report.reporting import ProgrammeReport
from bot.domain.report.weeks import Week
from bot.drawing.charts import Lines, Series
from bot.reports.rows import Row, rows, week_rows
from bot.reports.wording import Wording, number

MOST_LINES = 4  # in one picture; more cannot be followed in grey
FEWEST_POINTS = 2  # one value is no line, and stands in the table


def pictures(one: ProgrammeReport, title: str, words: Wording) -> Iterator[Lines]:
    """Every picture there is to show of one programme; none while there is too little to tell."""
    yield from _waiting(one, title, words)
    yield from _outcomes(one, title, words)


def told(chart: Lines) -> str:
    """The same in words, a line for each thing: "waiting: week 6 4, week 7 6"."""
    lines = []
    for one, labels in zip(chart.series, chart.labels, strict=True):
        values = zip(chart.across, labels, strict=True)
        lines.append(f"– {one.name}: " + "; ".join(f"{at}: {said}" for at, said in values if said))
    return "\n".join(lines)


def _waiting(one: ProgrammeReport, title: str, words: Wording) -> Iterator[Lines]:
    found = week_rows(one)
    if sum(row.value is not None for row in found) < FEWEST_POINTS:
        return
    weeks = [words.worded("report-week", n=Week.read(row.part).number) for row in found]
    yield _lines(
        words.worded("report-waiting-title", title=title),
        words.worded("report-waiting-note"),
        weeks,
        {words.worded("report-waiting-line"): found},
        words,
    )


def _outcomes(one: ProgrammeReport, title: str, words: Wording) -> Iterator[Lines]:
    answered = [row for row in rows(one) if row.figure == "outcome"]
    at = {tuple(row.part.split("/")): row for row in answered}
    rounds = sorted({row.part.split("/")[1] for row in answered}, key=in_order)
    items = list(dict.fromkeys(row.part.split("/")[0] for row in answered))
    if len(rounds) < FEWEST_POINTS:
        return
    for first in range(0, len(items), MOST_LINES):
        lines = {
            words.item(item): [
                at.get((item, r), Row(figure="outcome", part=f"{item}/{r}")) for r in rounds
            ]
            for item in items[first : first + MOST_LINES]
        }
        yield _lines(
            words.worded("report-outcomes-title", title=title),
            words.worded("report-outcomes-note"),
            [words.round(name) for name in rounds],
            lines,
            words,
        )


def _lines(
    title: str,
    note: str,
    across: Sequence[str],
    lines: dict[str, Sequence[Row]] | dict[str, list[Row]],
    words: Wording,
) -> Lines:
    chart = Lines(
        title=title,
        note=note,
        across=tuple(across),
        series=tuple(
            Series(name=name, values=tuple(row.value for row in found))
            for name, found in lines.items()
        ),
        labels=tuple(
            tuple("" if r.value is None else number(r.value, words.language) for r in found)
            for found in lines.values()
        ),
    )
    return chart.model_copy(update={"alt": f"{title}. {note}\n{told(chart)}"})

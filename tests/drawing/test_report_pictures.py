"""A report's pictures say what its table says, and its page, too."""

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from bot.domain.report.book import Figure
from bot.domain.report.reporting import Outcome, ProgrammeReport, Report, WeekPoint
from bot.domain.report.weeks import Kind, Week, around
from bot.drawing.charts import Lines
from bot.reports.figure import figure
from bot.reports.pictures import pictures, told
from bot.reports.sheet import sheet
from bot.reports.wording import Wording
from bot.texts import Catalogue

PERIOD = around(Week(2030, 6), Kind.MONTH)
WAITED = (4, None, 7, 12)
ANSWERS = {("hope", "1"): 3.2, ("hope", "2"): 3.9, ("calm", "1"): 2.5, ("calm", "10"): 4.0}


def _report() -> ProgrammeReport:
    return ProgrammeReport(
        programme="drop-in",
        figures={},
        outcomes=tuple(Outcome(i, r, 10, mean) for (i, r), mean in ANSWERS.items()),
        weeks=tuple(
            WeekPoint(week, Figure(), Figure(), waited)
            for week, waited in zip(PERIOD.weeks, WAITED, strict=True)
        ),
    )


def _words(language: str = "da") -> Wording:
    return Wording(Catalogue.load(), language, "Europe/Copenhagen")


def _table(one: ProgrammeReport) -> Sequence[dict[str, str]]:
    report = Report(
        period=PERIOD, programmes=(one,), together=ProgrammeReport(programme="", figures={})
    )
    return list(csv.DictReader(io.StringIO(sheet(report, {}, _words())[1:]), delimiter=";"))


def _values(chart: Lines) -> set[float]:
    return {v for one in chart.series for v in one.values if v is not None}


def test_the_pictures_have_the_values_of_the_table_and_no_other():
    waiting, outcomes = pictures(_report(), "Åben rådgivning", _words())
    rows = _table(_report())
    weeks = [r for r in rows if r["part"].startswith("2030-W")]
    assert [r["value"] for r in weeks] == ["4", "", "7", "12"]
    assert list(waiting.series[0].values) == [
        float(r["value"]) if r["value"] else None for r in weeks
    ]
    answered = {float(r["value"]) for r in rows if r["figure"] == "outcome"}
    assert _values(outcomes) == answered
    assert outcomes.across == ("runde 1", "runde 2", "runde 10")
    assert {one.name: one.values for one in outcomes.series} == {
        "hope": (3.2, 3.9, None), "calm": (2.5, None, 4.0),
    }  # fmt: skip


def test_the_words_and_the_page_say_every_value():
    for chart in pictures(_report(), "Åben rådgivning", _words()):
        said = told(chart)
        assert said in chart.alt
        drawn = figure(chart, said)
        svg = ET.fromstring(drawn.split("\n", 1)[1].split("<figcaption>")[0])
        shown = [node.text for node in svg.iter("text")]
        for labels in chart.labels:
            for label in labels:
                if label:
                    assert label in said
                    assert label in shown
        assert "http" not in drawn


def test_a_single_value_is_no_picture():
    one = ProgrammeReport(
        programme="drop-in",
        figures={},
        outcomes=(Outcome("hope", "1", 10, 3.2),),
        weeks=(WeekPoint(PERIOD.weeks[0], Figure(), Figure(), 4),),
    )
    assert list(pictures(one, "Drop-in", _words("en"))) == []

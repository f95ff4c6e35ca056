"""The table and the page: whole, safe, and to be read without seeing."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.config import Config
from bot.domain.report.book import Figure
from bot.domain.report.reporting import Outcome, ProgrammeReport, Report
from bot.domain.report.weeks import Kind, Week, around
from bot.programmes.loading import load
from bot.reports.page import page
from bot.reports.rows import FIGURES, rows
from bot.reports.sheet import COLUMNS, sheet
from bot.reports.wording import Wording
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of

NASTY = {"en": "=1+1 <script>alert(1)</script>", "da": "=1+1 <script>alert(1)</script>"}
PROGRAMMES = {"drop-in": replace(load("drop-in"), titles=NASTY), "b": load("drop-in")}
TEXTS = Catalogue.load(facts=facts_of(Config(), PROGRAMMES), strict=True)


def _report() -> Report:
    one = ProgrammeReport(
        programme="drop-in",
        figures={"requests": Figure(1234, False), "met": Figure(1200, True), "unmet": Figure()},
        divided={"met-form": {"chat": Figure(1100, True), "chat+voice": Figure(100, True)}},
        waited_median=4,
        receivers=Figure(700, True),
        unevenness=0.4,
        outcomes=(Outcome("less-alone", "end", 45, 7.4),),
        months=1,
    )
    other = ProgrammeReport(programme="b", figures={"requests": Figure(6, True)})
    together = ProgrammeReport(programme="", figures={"requests": Figure(1240, False)})
    period = around(Week(2030, 1), Kind.MONTH)
    return Report(
        period=period, programmes=(one, other), together=together,
        purposes={"coping": Figure(1200, True)},
    )  # fmt: skip


@pytest.mark.parametrize(("language", "delimiter"), [("en", ","), ("da", ";")])
def test_the_table_holds_every_row_and_no_formula(language: str, delimiter: str):
    written = sheet(_report(), PROGRAMMES, Wording(TEXTS, language, "UTC"))

    lines = list(csv.reader(io.StringIO(written.removeprefix("\ufeff")), delimiter=delimiter))
    assert tuple(lines[0]) == COLUMNS
    assert all(len(line) == len(COLUMNS) for line in lines)
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    found = {(line[3], line[4], line[5]): (line[6], line[7]) for line in lines[1:]}
    assert found["drop-in", "requests", ""] == ("1234", "at least")
    assert found["drop-in", "unmet", ""] == ("", "left out")
    assert found["drop-in", "outcome", "less-alone/end"] == ("7.4", "exact")
    assert found["", "purpose", "coping"] == ("1200", "exact")


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_page_stands_alone_and_every_number_has_its_name(language: str):
    seen = _Seen()
    seen.feed(page(_report(), PROGRAMMES, Wording(TEXTS, language, "UTC")))

    tags = [tag for tag, _ in seen.tags]
    assert ("html", {"lang": language}) in seen.tags
    assert tags.count("h1") == 1 and tags.count("h2") == 3
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert not any("src" in attrs or "href" in attrs for _, attrs in seen.tags)
    heads = [attrs for tag, attrs in seen.tags if tag == "th"]
    assert len(heads) == tags.count("td") > 10
    assert all(attrs.get("scope") == "row" for attrs in heads)
    assert "".join(seen.words).count("<script>") == 1  # read as words, in the title alone


def test_numbers_are_written_as_the_language_writes_them():
    danish, english = (
        page(_report(), PROGRAMMES, Wording(TEXTS, tongue, "UTC")) for tongue in ("da", "en")
    )
    assert "mindst 1.234" in danish and "0,4" in danish
    assert "at least 1,234" in english and "0.4" in english


def test_every_row_is_of_a_figure_that_has_a_name():
    assert {row.figure for one in _report().programmes for row in rows(one)} <= set(FIGURES)

import pytest

from bot.domain.refusal import Refusal
from bot.domain.report.asked import period
from bot.domain.report.weeks import Week

RUNNING = Week(2030, 20)


@pytest.mark.parametrize(
    ("said", "key", "weeks"),
    [
        ("", "2030-04", 4),
        ("week", "2030-W19", 1),
        ("uge", "2030-W19", 1),
        ("Måned", "2030-04", 4),
        ("kvartal", "2030-Q1", 13),
        ("year", "2029", 52),
        ("2030-W05", "2030-W05", 1),
        ("2030-U5", "2030-W05", 1),
        ("2030-01", "2030-01", 5),
        ("2030-K1", "2030-Q1", 13),
        ("2030-q1", "2030-Q1", 13),
        ("2026", "2026", 53),
        ("2030-01-01..2030-03-31", "2030-W02..2030-W13", 12),
        ("1/1-2030 til 31/3-2030", "2030-W02..2030-W13", 12),
        ("2030-05-01 to 2030-12-31", "2030-W19..2030-W19", 1),
    ],
)
def test_what_is_meant(said: str, key: str, weeks: int):
    found = period(said, RUNNING)
    assert (found.key, len(found.weeks)) == (key, weeks)


@pytest.mark.parametrize(
    ("said", "no"),
    [
        ("tomorrow", "report-how"),
        ("2030-W60", "report-how"),
        ("2030-13", "report-how"),
        ("2030-02-31..2030-04-01", "report-how"),
        ("2030-W20", "report-not-over"),
        ("2030-05", "report-not-over"),
        ("2030", "report-not-over"),
        ("2030-01-01..2030-01-06", "report-no-whole-week"),
        ("2030-06-01..2030-07-01", "report-no-whole-week"),
        ("2030-03-31..2030-01-01", "report-no-whole-week"),
    ],
)
def test_what_is_refused_kindly(said: str, no: str):
    with pytest.raises(Refusal) as refused:
        period(said, RUNNING)
    assert refused.value.text == no

"""Days and hours of a timetable, as people write them in two languages."""

from datetime import date, time

import pytest

from bot.domain.calendar_words import day_in, days_in, hours_in
from bot.domain.opening import Hours

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("24/12 closed", date(2026, 12, 24), "closed"),
        ("24.12. lukket", date(2026, 12, 24), "lukket"),
        ("31 dec 10-14", date(2026, 12, 31), "10-14"),
        ("den 31. december kl. 10-14", date(2026, 12, 31), "kl. 10-14"),
        ("December 24 closed", date(2026, 12, 24), "closed"),
        ("24 dec 2027 lukket", date(2027, 12, 24), "lukket"),
        ("1/1 10-14", date(2027, 1, 1), "10-14"),
        ("friday 10-14", date(2026, 11, 27), "10-14"),
        ("onsdag", TODAY, ""),
        ("i morgen lukket", date(2026, 11, 26), "lukket"),
        ("2026-12-24", date(2026, 12, 24), ""),
        ("29 feb", date(2028, 2, 29), ""),
    ],
)
def test_a_day_is_the_next_of_its_kind(text, day, rest):
    assert day_in(text, TODAY) == (day, rest)


@pytest.mark.parametrize("text", ["", "32 dec", "31/4", "0/1", "sometime", "closed", "29 feb 2027"])
def test_what_is_no_day_is_never_guessed(text):
    assert day_in(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1-14 july", date(2027, 7, 1), date(2027, 7, 14)),
        ("1. - 14. juli", date(2027, 7, 1), date(2027, 7, 14)),
        ("fra 24/12 til 2/1", date(2026, 12, 24), date(2027, 1, 2)),
        ("24 dec - 2 jan", date(2026, 12, 24), date(2027, 1, 2)),
        ("fredag", date(2026, 11, 27), date(2026, 11, 27)),
    ],
)
def test_days_in_a_row(text, first, last):
    assert days_in(text, TODAY) == (first, last)


@pytest.mark.parametrize("text", ["14-1 july", "1-14", "july", "24/12 til en dag", "fra 5 til 9"])
def test_days_in_a_row_are_never_guessed(text):
    assert days_in(text, TODAY) is None


def test_hours_of_a_day():
    assert hours_in("10-14") == (Hours(time(10), time(14)),)
    assert hours_in("kl. 10.30 til 12, 22-2") == (
        Hours(time(10, 30), time(12)),
        Hours(time(22), time(2)),
    )
    assert hours_in("00:00-24:00") == (Hours(time(0), time(0)),)
    assert hours_in("6pm-9pm") == hours_in("6-9 pm") == hours_in("18-21")
    assert hours_in("10-2pm") == hours_in("10-14") and hours_in("11am-12pm") == hours_in("11-12")
    for wrong in ("", "10", "13pm-14", "25-26", "10-14 or so", "10:75-12"):
        assert hours_in(wrong) is None

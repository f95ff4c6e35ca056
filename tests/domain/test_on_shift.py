"""A timetable in words, what is too much, and where somebody is missing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.decision import StartTimer
from bot.domain.ids import PersonId
from bot.domain.on_shift import LEAD, SHIFT, gaps, kept, within_caps
from bot.domain.people import OwnLimits, Volunteer
from bot.domain.refusal import Refusal
from bot.domain.shift_words import rules_in
from bot.domain.shifts import ShiftPlan, Slot
from bot.programmes.loading import load

TODAY = date(2026, 11, 25)  # a Wednesday
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
DROP_IN = load("drop-in")
MIA = Volunteer(person=PersonId("mia"), programme="drop-in", name="Mia")


def plan(words: str) -> ShiftPlan:
    rules = rules_in(words, TODAY)
    assert rules is not None
    return ShiftPlan(volunteer=MIA.person, programme="drop-in", zone=MIA.zone, rules=rules)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("mon 18-21, thu 19-22", [("weekly", 0, 1, 0), ("weekly", 3, 1, 0)]),
        ("every second monday 18-21", [("weekly", 0, 2, 0)]),
        ("hver anden mandag kl. 18-21", [("weekly", 0, 2, 0)]),
        ("anden mandag 18-21", [("monthly", 0, 1, 2)]),
        ("den sidste fredag i måneden 20-23", [("monthly", 4, 1, -1)]),
        ("hverdage 17-19", [("weekly", day, 1, 0) for day in range(5)]),
        ("dagligt 18-19", [("daily", 0, 1, 0)]),
        ("søndage 10-12 og lørdage 10-12", [("weekly", 6, 1, 0), ("weekly", 5, 1, 0)]),
    ],
)
def test_rules_as_people_write_them(words, read):
    assert [(one.often, one.weekday, one.every, one.nth) for one in plan(words).rules] == read


@pytest.mark.parametrize(
    "words",
    ["", "mon", "mon 18", "18-21", "mon 18-21 perhaps", "fifth monday 18-21", "yearly 18-21",
     "mon 18-21,", "every 18-21", "hver tredje mandag 18-21 og", "mon 18-21 and so on tue 18-21"],
)  # fmt: skip
def test_rules_are_never_guessed(words):
    assert rules_in(words, TODAY) is None


@pytest.mark.parametrize(
    "words", ["mon 18-21, thu 19-22", "mon 18-21, tue 18-21, thu 18-21, fri 18-21", "fri 23-2"]
)
def test_what_is_within_the_limits_is_welcome(words):
    within_caps(plan(words), MIA, DROP_IN, NOW)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("mon 18-21:15", "shifts-too-long"),
        ("mon 22-0, tue 0-2", "shifts-too-long"),  # they touch at midnight
        ("mon 9-12, mon 13-16, thu 9-12, thu 13-16, fri 9-12", "shifts-too-much"),
        ("every other mon 9-12, tue 9-12, wed 9-12, thu 9-12, first mon 18-21", "shifts-too-much"),
    ],
)
def test_what_is_beyond_them_is_refused_whenever_it_comes_together(words, text):
    with pytest.raises(Refusal) as no:
        within_caps(plan(words), MIA, DROP_IN, NOW)
    assert no.value.text == text


def test_a_night_on_which_the_clock_is_changed_is_no_longer_than_another():
    october = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
    within_caps(plan("sun 1-4"), MIA, DROP_IN, october)


def test_ones_own_limit_is_the_limit():
    own = Volunteer(person=MIA.person, programme="drop-in", name="Mia",
                    limits=OwnLimits(week_hours=2))  # fmt: skip
    with pytest.raises(Refusal):
        within_caps(plan("mon 18-21"), own, DROP_IN, NOW)


def test_the_timer_rings_an_hour_before_or_at_once_if_that_is_over():
    def due(now: datetime) -> datetime:
        effects = kept(plan("wed 18-21"), (), now).effects
        return next(one.due for one in effects if isinstance(one, StartTimer) and one.kind == SHIFT)

    begins = NOW.replace(hour=17)
    assert due(NOW) == begins - LEAD
    assert due(begins - timedelta(minutes=10)) == begins - timedelta(minutes=10)
    assert due(begins) == begins + timedelta(days=7) - LEAD


def test_where_fewer_are_there_than_should_be():
    def at(hour: int, minute: int = 0) -> datetime:
        return NOW.replace(hour=hour, minute=minute)

    mia = Slot(PersonId("mia"), at(15), at(18))
    ali = Slot(PersonId("ali"), at(17), at(20))
    open_from = [(at(15), at(22))]
    assert gaps(open_from, [], 1) == ((at(15), at(22)),)
    assert gaps(open_from, [mia, ali], 1) == ((at(20), at(22)),)
    assert gaps(open_from, [mia, ali], 2) == ((at(15), at(17)), (at(18), at(22)))
    assert gaps([(at(16), at(18))], [mia], 1) == ()
    assert gaps([], [mia], 1) == ()

"""A conversation about when: what was said before stands, and no day is ever changed unsaid."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when.answer import Unclear, Understood
from bot.domain.when.continuing import understand_after
from bot.domain.when.doubt import candidates_of

ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2030, 1, 7, 20, 0, tzinfo=ZONE)  # a Monday

TALKS = [
    (["tuesday evening", "7"], "Tue 08/01 19:00"),
    (["tomorrow", "some nonsense here", "10"], "Tue 08/01 10:00"),
    (["next tuesday", "at 7 in the evening", "the 15th"], "Tue 15/01 19:00"),
    (["in the evening", "thursday", "8"], "Thu 10/01 20:00"),
    (["wednesday", "no, thursday at 10"], "Thu 10/01 10:00"),
    (["at 7", "wednesday", "in the morning"], "Wed 09/01 07:00"),
    (["next tuesday", "the 15th", "19:00"], "Tue 15/01 19:00"),
    (["the 31st of april", "the 30th of april", "19:00"], "Tue 30/04 19:00"),
    (["i næste uge", "torsdag", "kl. 14"], "Thu 17/01 14:00"),
    (["i weekenden", "lørdag", "14"], "Sat 12/01 14:00"),
    (["halv elleve", "på fredag"], "Fri 11/01 10:30"),
    (["halv elleve", "om formiddagen"], "Tue 08/01 10:30"),
    (["på onsdag", "nej, torsdag kl. 10"], "Thu 10/01 10:00"),
]


def _talk(said: list[str]) -> tuple[object, str]:
    answer, kept = understand_after("", said[0], NOW, ZONE)
    for text in said[1:]:
        assert not isinstance(answer, Understood), said
        answer, kept = understand_after(kept, text, NOW, ZONE)
    return answer, kept


@pytest.mark.parametrize(("said", "meant"), TALKS, ids=[" / ".join(said) for said, _ in TALKS])
def test_it_comes_to_what_they_meant(said: list[str], meant: str):
    answer, _ = _talk(said)
    assert isinstance(answer, Understood)
    assert f"{answer.start:%a %d/%m %H:%M}" == meant


@pytest.mark.parametrize("hour", ["7 pm", "19:00", "kl. 19", "19"])
def test_an_hour_said_of_two_tuesdays_leaves_both_open(hour: str):
    answer, _ = _talk(["next tuesday at 7", hour])
    assert isinstance(answer, Unclear)
    assert [f"{one.start:%d %H}" for one in answer.candidates] == ["08 19", "15 19"]


DAYS = ["tuesday", "next friday", "on the 20th", "tomorrow", "i overmorgen", "næste torsdag"]
HOURS = ["at 7", "8 pm", "10:30", "kl. 21", "in the evening", "halv ni", "om formiddagen", "noon"]


@given(st.sampled_from(DAYS), st.lists(st.sampled_from(HOURS), min_size=1, max_size=3))
def test_no_hour_changes_a_day_that_was_said(day: str, hours: list[str]):
    kept = day
    possible = {
        one.start.date()
        for hour in HOURS
        for one in candidates_of(understand_after("", f"{day} {hour}", NOW, ZONE)[0])
    }
    for hour in hours:
        answer, kept = understand_after(kept, hour, NOW, ZONE)
        assert {one.start.date() for one in candidates_of(answer)} <= possible
        if isinstance(answer, Understood):
            return

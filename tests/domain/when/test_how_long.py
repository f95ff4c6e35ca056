"""How long from now: a length, or until when."""

from datetime import datetime, timedelta

import pytest

from bot.domain import duty
from bot.domain.when import Unclear, Understood, Why, how_long
from tests.domain.when.saying import COPENHAGEN

EVENING = datetime(2030, 1, 7, 20, 0, 17, tzinfo=COPENHAGEN)


def minutes_of(text, now=EVENING):
    """Minutes of a duty until then; None if it has to be asked."""
    until = duty.until(how_long(text, now, COPENHAGEN), now)
    return until and (until - now + timedelta(seconds=17)) // timedelta(minutes=1)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("60", 60), ("60.", 60), ("60 min", 60), ("90m", 90), ("45 minutter", 45), ("2 h", 120),
        ("2 timer.", 120), ("2t", 120), ("until 21:30", 90), ("til 21.30", 90), ("to 21:30", 90),
        ("kl. 21:30", 90), ("21.30", 90), ("til kl. 22", 120), ("until 22", 120), ("0", 0),
        ("til 1.05", 305), ("01.30", 330), ("til 0.00", 240), ("until 8", 720),
        ("until half past nine", 90), ("til halv ti", 90), ("i to timer", 120), ("til 9", 60),
        ("for an hour and a half", 90), ("en halv time", 30), ("fra nu og til kl. 22", 120),
        ("til midnat", 240), ("until 9 in the evening", 60), ("til i morgen kl. 00.30", 270),
    ],
)  # fmt: skip
def test_it_is_understood(said, minutes):
    assert minutes_of(said) == minutes


@pytest.mark.parametrize(
    "said",
    [
        "", "snart", "-3", "until 25:00", "at 22", "fra 21 til 22", "until 9 or 10", "til torsdag",
        "9pm", "om en time", "hver torsdag", "until tomorrow", "ikke til 22", "til fredag kl. 9 eller",
    ],
)  # fmt: skip
def test_it_is_never_guessed(said):
    assert minutes_of(said) is None


def test_of_morning_and_evening_the_next_is_meant_and_only_a_duty_knows_that():
    answer = how_long("until nine", EVENING, COPENHAGEN)

    assert isinstance(answer, Unclear) and answer.why is Why.MORNING_OR_EVENING
    assert len(answer.candidates) == 2
    assert minutes_of("until nine") == 60


def test_a_duty_over_the_change_of_the_clock_is_as_long_as_it_is():
    now = datetime(2026, 10, 25, 1, 0, tzinfo=COPENHAGEN)
    answer = how_long("until 03:30", now, COPENHAGEN)

    assert isinstance(answer, Understood) and answer.duration == timedelta(hours=3, minutes=30)

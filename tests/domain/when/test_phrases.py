"""Ordinary phrases in both languages: understood rightly or asked about, and never wrong in silence."""

import pytest

from tests.domain.when import fresh_phrases, known_phrases, later_phrases, third_phrases
from tests.domain.when.saying import outcome

SETS = (known_phrases, fresh_phrases, later_phrases, third_phrases)
ALL = [phrase for phrases in SETS for phrase in (*phrases.DANISH, *phrases.ENGLISH)]


@pytest.mark.parametrize(("said", "meant", "becomes"), ALL, ids=str)
def test_what_becomes_of_a_phrase(said, meant, becomes):
    assert outcome(said, meant) == becomes


def test_nothing_is_wrong_and_nearly_all_is_right_where_a_time_was_said():
    with_a_time = [becomes for _, meant, becomes in ALL if meant]
    assert "wrong" not in {becomes for _, _, becomes in ALL}
    assert with_a_time.count("right") / len(with_a_time) > 0.9


@pytest.mark.parametrize("language", ["DANISH", "ENGLISH"])
@pytest.mark.parametrize("phrases", [fresh_phrases, third_phrases])
def test_a_fresh_set_is_large_enough_to_say_something(phrases, language):
    assert len(getattr(phrases, language)) >= 60

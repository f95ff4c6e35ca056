"""Ordinary phrases in both languages: understood rightly or asked about, and never wrong in silence."""

import pytest

from tests.domain.when import known_phrases
from tests.domain.when.saying import outcome

KNOWN = (*known_phrases.DANISH, *known_phrases.ENGLISH)


@pytest.mark.parametrize(("said", "meant", "becomes"), KNOWN, ids=str)
def test_a_phrase_the_grammar_was_written_against(said, meant, becomes):
    assert outcome(said, meant) == becomes


def test_nothing_known_is_wrong_and_nearly_all_is_right_where_a_time_was_said():
    with_a_time = [becomes for _, meant, becomes in KNOWN if meant]
    assert "wrong" not in {becomes for _, _, becomes in KNOWN}
    assert with_a_time.count("right") / len(with_a_time) > 0.85

"""What a visitor is shown is sealed at even lengths: how long an answer was is an answer, too."""

from storage.shown import ASKED_BLOCK, BLOCK, Content, _sealed
from storage.visitor_seal import VisitKey, new_secret


def _length(content: Content) -> int:
    return len(_sealed(VisitKey(new_secret()).seal_to, "visit", 1, content))


def test_a_short_answer_is_as_long_as_a_longer_one():
    assert _length({"text": "7"}) == _length({"text": "10"}) == _length({"text": "completely"})


def test_a_question_is_as_long_with_the_doors_in_it():
    doors = "112 and where else to turn\n" * 20
    plain, with_doors = ({"textId": "check-in-item", "text": words} for words in ("", doors))
    assert _length(plain) == _length(with_doors)
    assert ASKED_BLOCK > BLOCK

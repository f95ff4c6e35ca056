"""Whoever is asked for a number types that number."""

import pytest

from bot.domain.numbering import numbered, numbers_of

TEN = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "skip", "leave")


def test_choices_that_are_numbers_have_their_own_and_others_go_on_behind_them():
    assert numbers_of(TEN)["0"] == 0
    assert numbers_of(TEN)["10"] == 10
    assert (numbers_of(TEN)["skip"], numbers_of(TEN)["leave"]) == (11, 12)
    assert numbers_of(("5", "4", "0", "skip")) == {"5": 5, "4": 4, "0": 0, "skip": 6}


def test_other_choices_are_numbered_from_one():
    assert numbers_of(("yes", "no")) == {"yes": 1, "no": 2}


@pytest.mark.parametrize(("number", "choice"), [(0, "0"), (7, "7"), (11, "skip"), (13, None)])
def test_a_number_typed_is_the_choice_with_that_number(number: int, choice: str | None):
    assert numbered(TEN, number) == choice

"""Whoever wrote "jeg vil dø" to the bot was answered: I am not sure what you mean."""

import pytest

from bot.conversation.escapes import IN_DANGER, Escape, crisis_in_contact, escape_in
from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


@pytest.mark.parametrize("words", IN_DANGER)
def test_all_of_them_are_heard_however_they_are_typed(words):
    for typed in (words, words.upper() + "!", words.replace("'", "\u2019") + " ..."):
        assert escape_in(typed) is Escape.CRISIS


@pytest.mark.parametrize(
    "words", ["my dog wants to die", "I want to die my hair", "jeg vil dø af grin", "sukker"]
)
def test_what_says_something_else_is_not(words):
    assert escape_in(words) is None


@pytest.mark.parametrize("words", ["Jeg vil dø", "I want to die."])
async def test_the_doors_come_also_as_the_very_first_word(town: Town, words):
    rosa = town.stranger("rosa")

    await rosa.says(words)

    assert rosa.heard() == ["crisis-card"]


async def test_nothing_that_was_begun_stops(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.heard()

    await rosa.says("jeg vil ikke leve mere")
    await mia.presses("accept")

    assert rosa.heard() == ["crisis-card", "contact-opened"]


async def test_in_touch_it_is_for_the_other_one_and_no_machine_answers(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard(), mia.heard()

    await rosa.says("jeg vil dø")

    assert not crisis_in_contact("jeg vil dø")
    assert rosa.heard() == [] and mia.heard() == ["relay"]

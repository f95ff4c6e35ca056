"""A Dane who wrote "tak" after a goodbye was asked: did you mean talk?"""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


@pytest.mark.parametrize("words", ["tak", "Tak!", "mange tak", "thank you", "Thanks."])
async def test_thanks_are_answered_kindly_and_do_nothing(town: Town, words):
    rosa, _ = await in_touch(town)
    await rosa.says("!end")
    rosa.heard()

    await rosa.says(words)

    assert rosa.heard() == ["you-are-welcome"]


async def test_a_volunteers_thanks_take_no_offer(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    mia.heard()

    await mia.says("tak")
    await mia.says("ja")

    assert mia.heard()[0] == "you-are-welcome"
    assert rosa.heard()[-1] == "contact-opened", "and a yes is still for the offer"


async def test_thanks_with_more_behind_them_are_not_brushed_off(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("thank you, but I need somebody")

    assert rosa.heard() == ["not-understood"]


async def test_in_touch_thanks_are_for_the_other_one(town: Town):
    rosa, mia = await in_touch(town)
    mia.heard()

    await rosa.says("tak")

    assert mia.heard() == ["relay"]

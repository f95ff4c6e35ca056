"""Nothing is lost and nothing is said twice, whoever is away and wherever it is cut off."""

import asyncio
from contextlib import suppress

import pytest

from tests.platforms.contract.rig import Rig


async def test_a_restart_tells_nothing_again_and_loses_nothing(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.says("before")
    await rosa.edits(hers, "before that")
    await rosa.reacts(hers, "👍")
    await rig.until(lambda: len(rig.heard) >= 4, 20, "all of it")
    await rig.at_rest()
    await rig.stop()
    told = len(rig.told)
    for number in range(3):
        await rosa.says(f"while away {number}")
    await rig.restart()
    await rig.hears_words("while away 2")
    assert rig.words() == ["before", "while away 0", "while away 1", "while away 2"]
    assert rig.told[told:] == [event.id for event in rig.heard[-3:]]


async def test_much_that_was_written_while_the_bot_was_away_comes_in_order(rig: Rig):
    rosa = await rig.guest("rosa")
    await rig.at_rest()
    await rig.stop()
    words = [f"word {number}" for number in range(35)]
    for text in words:
        await rosa.says(text)
    await rig.restart()
    await rig.hears_words(words[-1], within=60)
    assert rig.words() == words


async def test_what_was_handed_in_but_not_committed_is_told_again(rig: Rig):
    rosa = await rig.guest("rosa")
    await rosa.says("hello")
    await rig.hears_words("hello")
    await rig.at_rest()
    rig.dying = asyncio.Event()
    await rosa.says("do not lose me")
    await asyncio.wait_for(rig.dying.wait(), 20)
    await rig.stop()
    rig.dying = None
    await rig.restart()
    await rig.hears_words("do not lose me")
    await rosa.says("and me")
    await rig.hears_words("and me")
    assert rig.words() == ["hello", "do not lose me", "and me"]


async def test_what_was_said_while_rosa_was_away_is_seen_when_she_comes_back(rig: Rig):
    rosa = await rig.guest("rosa")
    first, place = await rig.says(rosa.letter("before"), "l-0")
    await rosa.reads("before")
    await rosa.goes()
    words = [f"word {number}" for number in range(90)]
    for text in words:
        assert (await rig.says(rosa.letter(text), text))[1] == place
    await rig.restart()
    await rig.says(rosa.letter(words[-1]), words[-1])
    await rosa.comes_back()
    await rosa.reads(words[-1])
    assert rosa.texts() == ["before", *words]
    assert rosa.screen()[0].id == first
    await rosa.says("I am back")
    await rig.hears_words("I am back")


@pytest.mark.parametrize("while_looking", [True, False], ids=["looking", "away"])
async def test_a_delivery_cut_off_anywhere_and_made_again_shows_once(rig: Rig, while_looking: bool):
    rosa = await rig.guest("rosa")
    await rig.says(rosa.letter("first"), "l-0")
    await rosa.reads("first")
    if not while_looking:
        await rosa.goes()
    words = [f"word {number}" for number in range(40)]
    for number, text in enumerate(words):
        # Cut off while nothing has happened yet, in the middle, and when it is there already.
        with suppress(TimeoutError):
            await asyncio.wait_for(rig.platform.deliver(rosa.letter(text), text), number / 2000)
        await rig.says(rosa.letter(text), text)
        if while_looking:
            await rosa.reads(text)
    if not while_looking:
        await rosa.comes_back()
        await rosa.reads(words[-1])
    assert rosa.texts() == ["first", *words]


async def test_every_single_step_of_a_delivery_may_be_the_last(rig: Rig):
    rosa = await rig.guest("rosa")
    await rig.says(rosa.letter("first"), "l-0")
    for steps in range(40):
        delivering = asyncio.create_task(rig.platform.deliver(rosa.letter(f"n{steps}"), f"{steps}"))
        for _ in range(steps):
            await asyncio.sleep(0)
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)
        await rig.says(rosa.letter(f"n{steps}"), f"{steps}")
        await rosa.reads(f"n{steps}")
    assert rosa.texts() == ["first", *(f"n{steps}" for steps in range(40))]

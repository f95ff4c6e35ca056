"""Help tells each what is theirs, in their language, and a bit more about each word."""

from datetime import timedelta

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch


async def test_help_lists_what_each_may_say_and_nothing_else(town: Town):
    rosa, mia = await town.receiver("rosa"), await town.volunteer("mia")
    karen = await town.coordinator("karen")
    for person in (rosa, mia, karen):
        await person.says("help")

    assert "talk ·" in rosa.last().text
    assert "duty" not in rosa.last().text and "queue" not in rosa.last().text
    assert "duty" in mia.last().text and "queue" not in mia.last().text
    assert "queue" in karen.last().text


async def test_help_is_in_the_readers_language(town: Town):
    ole = await town.receiver("ole", language="da")

    for word in ("help", "hjælp", "?", "!hjælp"):
        await ole.says(word)
        assert "snak ·" in ole.last().text


@pytest.mark.parametrize("word", ["help talk", "hjælp snak", "help !talk", "help TALK"])
async def test_help_about_one_word(town: Town, word):
    rosa = await town.receiver("rosa")

    await rosa.says(word)

    assert rosa.heard() == ["help-talk-more"]


async def test_every_word_has_its_help(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    for command in town.desk.commands:
        asks = mia if command.who in ("volunteer", "giver") else karen
        if command.hidden or command.who == "giver":
            continue
        for word in command.words:
            await asks.says(f"help {word}")
            town.now += timedelta(seconds=1)  # they read it before they ask on
            assert asks.last().letter.mark.text_id == f"help-{command.name}-more", word


async def test_in_touch_help_shows_the_mark_and_fits_on_a_screen(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("!hjælp")
    await mia.says("!help")

    assert "!end" in rosa.last().text and "!crisis" in rosa.last().text
    assert "!extend" not in rosa.last().text
    assert "!extend" in mia.last().text and "!handover" in mia.last().text


async def test_help_about_a_word_that_is_nearly_one(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("help tlak")

    assert rosa.heard() == ["help-unknown"]

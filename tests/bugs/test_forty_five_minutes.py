"""Whoever was asked how long and wrote "45" was told that it was none of the choices."""

import pytest

from bot.rehearsal.town import Town


@pytest.mark.parametrize(("said", "minutes"), [("30", 30), ("45", 45), ("60", 60), ("3", 60)])
async def test_a_number_of_minutes_is_an_answer(town: Town, said: str, minutes: int):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")
    assert rosa.heard()[-1] == "book-length-ask"

    await rosa.says(said)
    while rosa.last().letter.mark.text_id != "book-proposed":
        await rosa.presses("skip", rosa.last())

    assert f"for {minutes} minutes" in rosa.last().text


async def test_a_number_that_is_nothing_is_still_nothing(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")

    await rosa.says("17")

    assert rosa.heard()[-2:] == ["not-a-choice", "book-length-ask"]

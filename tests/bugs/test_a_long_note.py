"""A long note was called "not one of the choices", or cut without a word."""

import pytest

from bot.rehearsal.town import Town


@pytest.mark.parametrize("words", [120, 3_000])
async def test_a_long_note_is_shortened_and_that_is_said(town: Town, words):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.presses("skip")
    await rosa.presses("skip")
    rosa.heard()

    await rosa.says("trying " * words)

    assert rosa.heard() == ["note-shortened", "talk-looking"]

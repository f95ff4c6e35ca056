"""A volunteer who was sick kept their appointment of the same evening, and nobody else was asked."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.appointed import heard_at_last, settled


@pytest.mark.parametrize("word", ["sick", "syg"])
async def test_others_are_asked_about_todays_appointment_and_no_other(town: Town, word: str):
    _ole, mia = await settled(town, receiver="ole", when="on Wednesday at 19:00")
    rosa, mia = await settled(town, when="tomorrow at 21:00")
    ali = await town.volunteer("ali", on_duty=False)
    await town.later(hours=14)  # Tuesday, ten in the morning
    mia.heard(), rosa.heard()

    await mia.says(word)

    assert mia.heard() == ["appointment-cancelled", "shift-get-well"]
    assert "coordinators know" not in mia.last().text
    assert rosa.heard() == ["book-seeking-again"]
    await heard_at_last(town, ali, "appointment-offer", 2)
    assert "8 January" in ali.last().text
    await ali.presses("accept")
    assert rosa.heard() == ["appointment-confirmed"]
    await mia.says("appointments")
    assert mia.heard() == ["appointments-row"]
    assert "9 January" in mia.last().text

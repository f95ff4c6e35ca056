"""A day was told by its noon: in Auckland, where that is the day after, another day was read back."""

import pytest

from bot.rehearsal.town import Town


@pytest.mark.parametrize("place", ["Auckland", "Kiritimati", "Pago Pago", "Copenhagen"])
async def test_a_day_is_the_same_day_by_every_clock(town: Town, place: str):
    karen = await town.coordinator("karen")
    await karen.says(f"time zone {place}")
    karen.heard()

    await karen.says("hours 24/12 closed")
    assert karen.heard() == ["hours-confirm"]
    assert "Tuesday 24 December" in karen.last().text
    await karen.says("yes")
    assert "Tuesday 24 December" in karen.last().text

    await karen.says("hours")
    assert ("by the clock of Copenhagen" in karen.last().text) == (place != "Copenhagen")

"""A shift is offered to the others, and the first yes takes it; or it falls away."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.shift_steps import noon, with_shifts
from tests.stories.steps import as_volunteer

__all__ = ["noon"]


async def test_the_first_yes_takes_a_shift_that_is_offered(noon: Town):
    mia = await with_shifts(noon)
    ali, zoe = [await noon.volunteer(name, on_duty=False) for name in ("ali", "zoe")]
    await mia.says("swap")
    assert mia.heard() == ["shift-swap-asked"] and "2 other volunteers" in mia.last().text
    assert ali.heard() == zoe.heard() == ["shift-swap-ask"]

    await zoe.says("yes")
    assert zoe.heard() == ["shift-swap-yours"] and mia.heard() == ["shift-swap-taken"]
    await ali.presses("swap-take")
    assert ali.heard()[0] == "too-late"
    await noon.later(hours=7)

    assert zoe.heard() == ["shift-reminder"] and mia.heard() == []


async def test_nobody_is_asked_to_take_more_than_they_should(noon: Town):
    mia = await with_shifts(noon)
    await with_shifts(noon, "ali", "shifts mon 17-20")
    await with_shifts(noon, "zoe", "shifts mon 21-23")

    await mia.says("byt mandag")

    assert mia.heard() == ["shift-swap-nobody"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("swap", "shift-swap-already"),
        ("swap whenever", "shift-swap-how"),
        ("swap friday", "shift-swap-which"),
        ("swap off", "shift-swap-back"),
        ("byt fra", "shift-swap-back"),
    ],
)
async def test_what_is_offered_is_offered_once_and_can_be_taken_back(noon: Town, said, answer):
    mia, ali = await with_shifts(noon), await noon.volunteer("ali", on_duty=False)
    await mia.says("swap")
    mia.heard()

    await mia.says(said)

    assert mia.heard() == [answer]
    if answer == "shift-swap-back":
        await ali.presses("swap-take")
        assert ali.heard() == ["shift-swap-ask", "too-late", "status-volunteer"]
        await mia.says(said)
        assert mia.heard() == ["shift-swap-none"]


@pytest.mark.parametrize("word", ["sick", "syg"])
async def test_whoever_cannot_today_says_one_word(noon: Town, word):
    karen, mia = await noon.coordinator("karen"), await with_shifts(noon)

    await mia.says(word)

    assert mia.heard() == ["shift-get-well"]
    assert karen.heard() == ["alarm-shift"]
    await noon.later(hours=10)
    assert mia.heard() == []
    await mia.says(word)
    assert mia.heard() == ["shift-none-today"]


async def test_who_cannot_go_on_is_off_duty_at_once(noon: Town):
    karen, mia = await noon.coordinator("karen"), await with_shifts(noon)
    await mia.says("shifts auto on")
    await noon.later(hours=8, minutes=30)
    mia.heard()

    await mia.says("sick")

    assert mia.heard() == ["duty-off", "shift-get-well"]
    assert karen.heard() == ["alarm-shift"]
    assert not (await as_volunteer(noon, mia)).on_duty(noon.now)

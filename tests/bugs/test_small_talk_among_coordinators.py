"""An "ok" between coordinators approved a volunteer, and `!my data` was shown to them all."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import as_volunteer


async def test_an_ok_to_a_colleague_is_no_order_to_us(town_with_room: Town):
    town = town_with_room
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")
    await ida.says("frivillig")
    await ida.says("1")
    await ida.says("1")

    await karen.says("ok", in_room=True)
    assert (await as_volunteer(town, ida)).status == "applied"
    await karen.says("1", in_room=True)

    assert (await as_volunteer(town, ida)).status == "active"


async def test_ones_own_data_is_not_for_the_room(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")

    await karen.says("!mine data", in_room=True)

    assert town.heard_in_room() == ["write-me-directly"]


@pytest.mark.parametrize(
    "said",
    [
        "call off the meeting, please",
        "Flyt nu lige mødet",
        "close the window",
        "propose",
        "take care",
    ],
)
async def test_a_word_of_ours_in_a_sentence_to_a_colleague_is_not_answered(
    town_with_room: Town, said: str
):
    town = town_with_room
    karen = await town.coordinator("karen")
    await karen.says(said, in_room=True)
    assert town.heard_in_room() == []
    await karen.says("close ABC234", in_room=True)
    assert town.heard_in_room() == ["queue-no-such-code"]

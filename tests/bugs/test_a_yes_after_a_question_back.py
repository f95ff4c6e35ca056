"""A volunteer who asked back before saying yes was not understood, and neither was the yes."""

import pytest

from bot.rehearsal.town import Town
from storage import people
from tests.stories.steps import asks_to_talk


@pytest.mark.parametrize("asked_back", [1, 2])
async def test_a_yes_to_an_offer_is_heard_after_something_we_did_not_understand(
    town: Town, asked_back
):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    for _ in range(asked_back):
        await mia.says("what is it about?")
    mia.heard()

    await mia.says("yes")

    assert mia.heard() == ["contact-opened"]


async def test_so_is_a_no(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await mia.says("what is it about?")
    mia.heard()

    await mia.says("no")

    assert mia.heard() == ["offer-declined-thanks"]


async def test_nobody_is_forgotten_by_a_yes_after_that(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("forget me")
    await rosa.says("what does that mean?")
    rosa.heard()

    await rosa.says("yes")

    assert rosa.heard() == ["not-understood"]
    assert await town.database.read(people.recognise, rosa.address) is not None


async def test_a_number_is_for_what_shows_it(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("forget me")
    await rosa.says("what does that mean?")
    rosa.heard()

    await rosa.says("2")

    assert rosa.heard() == ["help"]


async def test_a_number_still_answers_the_offer_if_nothing_numbered_came_after(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await mia.says("what is it about?")
    mia.heard()

    await mia.says("2")

    assert mia.heard() == ["offer-declined-thanks"]

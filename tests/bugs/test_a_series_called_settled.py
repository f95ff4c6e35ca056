"""A series that nobody took as a whole was listed as settled while each of its dates was being sought."""

from bot.rehearsal.town import Town
from tests.stories.test_series import settled_series


async def test_without_a_volunteer_it_is_not_settled(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    await rosa.says("appointments")
    assert rosa.last().text.startswith("Settled:")
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await mia.says("forget me")
    await mia.says("yes")
    await town.later(days=1)  # nobody could come to the first, so that each is sought by itself
    assert "book-nobody-could" in rosa.heard()
    await rosa.says("appointments")
    assert rosa.last().text.startswith("Not settled yet:")

"""A series that was taken up again was put to the next volunteer as long as it once was."""

from bot.rehearsal.town import Town
from tests.stories.appointed import heard_at_last
from tests.stories.test_series import settled_series


async def test_whoever_is_asked_for_the_rest_reads_how_much_the_rest_is(town: Town):
    _rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    await town.later(days=2)
    ali = await town.volunteer("ali", on_duty=False)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await heard_at_last(town, ali, "appointment-offer", 24)
    offered = ali.last().text
    assert "the first of 3" in offered
    assert "The dates: 15 January, 22 January, 29 January." in offered

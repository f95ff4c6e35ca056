"""Somebody for whom it is enough was told of a last date that had been moved, or taken back."""

from bot.rehearsal.town import Town
from tests.stories.appointed import heard_at_last
from tests.stories.test_series import settled_series


async def test_the_last_one_is_told_where_it_is_now(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await heard_at_last(town, rosa, "series-one-more", 24 * 9)
    question = rosa.last()
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    await rosa.presses("move-appointment")
    await rosa.says("on wednesday the 16th of january at 20:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await rosa.presses("series-enough", question)
    assert "16 January at 20:00" in rosa.last().text


async def test_and_not_at_all_where_there_is_none(town: Town):
    rosa, _mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await heard_at_last(town, rosa, "series-one-more", 24 * 9)
    question = rosa.last()
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    await rosa.presses("cancel-appointment")
    await rosa.presses("series-enough", question)
    assert "There is none left" in rosa.last().text

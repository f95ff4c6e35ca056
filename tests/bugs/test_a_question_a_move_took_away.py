"""After a date was moved past the last one nobody asked any more whether they would like to go on."""

from bot.rehearsal.town import Town
from tests.stories.appointed import heard_at_last
from tests.stories.test_series import settled_series


async def test_it_is_asked_after_what_is_the_last_but_one_now(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    first = next(s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row")
    await rosa.presses("move-appointment", first)
    await rosa.says("on thursday the 17th of january at 20:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await heard_at_last(town, rosa, "series-one-more", 24 * 9)
    assert "17 January at 20:00" in rosa.last().text

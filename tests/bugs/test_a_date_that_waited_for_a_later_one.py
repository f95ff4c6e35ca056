"""The date that led its series was moved beyond the next one, which then passed without a word."""

from bot.rehearsal.town import Town
from tests.stories.appointed import heard_at_last
from tests.stories.test_series import dates, settled_series


async def test_the_next_date_leads_and_the_moved_one_is_sought_by_itself(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    await town.later(minutes=5)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    first = next(s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row")
    await rosa.presses("move-appointment", first)
    await rosa.says("on wednesday the 16th of january at 20:00")
    await rosa.presses("confirm-yes")
    assert rosa.heard()[-1] == "book-seeking"

    ali = await town.volunteer("ali", on_duty=False)
    await heard_at_last(town, ali, "appointment-offer", 24)
    asked = ali.last().text
    assert "the first of 3" in asked or "16 January" in asked
    await ali.presses("accept")
    await heard_at_last(town, ali, "appointment-offer", 24)
    await ali.presses("accept")
    assert [one.day for one in await dates(town)] == [15, 16, 22, 29]


async def test_without_anybody_the_receiver_hears_before_each_date(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await town.later(minutes=5)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    first = next(s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row")
    await rosa.presses("move-appointment", first)
    await rosa.says("on wednesday the 16th of january at 20:00")
    await rosa.presses("confirm-yes")
    await mia.says("forget me")
    await mia.says("yes")
    await town.later(days=7, hours=22, minutes=10)  # Tuesday the 15th, ten past six
    assert rosa.heard()[-1] == "book-nobody-could"
    assert "15 January" in rosa.last().text

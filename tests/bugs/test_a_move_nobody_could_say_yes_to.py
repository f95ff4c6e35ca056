"""What the other side could never have agreed to was asked about all the same, and refused after a yes."""

from bot.rehearsal.town import Town
from tests.stories.appointed import books, settled


async def test_a_receiver_hears_that_their_volunteer_cannot_and_others_are_asked(town: Town):
    ole, mia = await settled(town, receiver="ole", when="on Friday at 20:00")
    rosa, mia = await settled(town, when="on Thursday at 19:00")
    ali = await town.volunteer("ali", on_duty=False)
    mia.heard()
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("on Friday at 20:15")
    assert rosa.last().letter.mark.text_id == "move-proposed"
    assert "cannot then, so I would ask others" in rosa.last().text
    await rosa.presses("confirm-yes")
    assert mia.heard() == ["move-without-you"]
    await town.later(minutes=5)
    assert "20:15" in ali.last().text
    assert ole.heard() == []


async def test_a_volunteer_hears_at_once_that_the_time_cannot_be(town: Town):
    rosa, mia = await settled(town, when="on Thursday at 19:00")
    await books(rosa, "on Friday at 20:00")
    await rosa.presses("confirm-yes")
    rosa.heard()
    await mia.says("appointments")
    await mia.presses("move-appointment")
    await mia.says("on Friday at 20:15")
    assert mia.last().letter.mark.text_id == "move-cannot"
    assert rosa.heard() == []
    await mia.says("on Friday at 18:00")
    await mia.presses("confirm-yes")
    assert rosa.heard() == ["move-ask"]


async def test_what_came_up_after_it_was_read_back_is_read_back_once_more(town: Town):
    rosa, mia = await settled(town, when="on Thursday at 19:00")
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("on Friday at 20:00")
    await rosa.presses("same-volunteer")
    assert "the old time stands" in rosa.last().text
    await settled(town, receiver="ole", when="on Friday at 20:15")
    mia.heard()
    await rosa.presses("confirm-yes")
    assert rosa.last().letter.mark.text_id == "move-proposed"
    assert "cannot then" in rosa.last().text
    assert mia.heard() == []


async def test_nobody_moves_into_a_day_that_is_full(town: Town):
    rosa, _mia = await settled(town, when="on Thursday at 19:00")
    for hour in (12, 14, 16):
        await books(rosa, f"on Friday at {hour}:00")
        await rosa.presses("confirm-yes")
    await rosa.says("appointments")
    rows = [s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row"]
    await rosa.presses("move-appointment", rows[0])
    await rosa.says("on Friday at 20:00")
    assert rosa.last().letter.mark.text_id == "book-day-full"

"""Another time is asked for, and whoever is asked says nothing: whoever waits hears where it stands."""

from bot.rehearsal.town import Town
from tests.stories.appointed import asks_to_move, settled

# It is Monday 7 January 2030, eight in the evening in Copenhagen.


async def test_after_a_day_they_hear_that_the_old_time_stands(town: Town):
    rosa, mia = await settled(town, when="on Friday at 19:00")
    await asks_to_move(rosa, "on Saturday at 19:00")
    assert mia.heard() == ["move-ask"]

    await town.later(hours=23)
    assert rosa.heard() == []
    await town.later(hours=1, minutes=1)
    assert rosa.heard() == ["move-unanswered"]
    assert "Saturday 12 January 2030 at 19:00" in rosa.last().text
    assert "The old time stands: Friday 11 January" in rosa.last().text
    assert mia.heard() == [], "nobody is pressed"

    await town.later(hours=3)
    assert rosa.heard() == [], "said once"
    await mia.presses("accept")
    assert rosa.heard() == mia.heard() == ["appointment-confirmed"]


async def test_they_can_take_it_back_then(town: Town):
    rosa, mia = await settled(town, when="on Friday at 19:00")
    await asks_to_move(mia, "on Saturday at 19:00")
    await town.later(hours=25)
    assert mia.heard() == ["move-unanswered"]
    await mia.presses("cancel-appointment")
    assert rosa.heard() == ["move-ask", "book-seeking-again"]


async def test_when_it_is_soon_they_hear_it_while_something_can_still_be_done(town: Town):
    rosa, _ = await settled(town, when="tomorrow at 20:00")
    await asks_to_move(rosa, "on Wednesday at 20:00")
    await town.later(hours=12, minutes=1)
    assert rosa.heard() == ["move-unanswered"]


async def test_nobody_is_woken_to_hear_it(town: Town):
    rosa, _ = await settled(town, when="tomorrow at 11:00")
    await asks_to_move(rosa, "on Wednesday at 20:00")
    await town.later(hours=11, minutes=59)  # half past three would have been half of it
    assert rosa.heard() == []
    await town.later(minutes=2)
    assert rosa.heard()[0] == "move-unanswered"


async def test_whoever_answered_in_time_is_all_they_hear(town: Town):
    rosa, mia = await settled(town, when="on Friday at 19:00")
    await asks_to_move(rosa, "on Saturday at 19:00")
    await mia.presses("decline")
    assert rosa.heard() == ["move-kept"]
    await town.later(hours=25)
    assert "move-unanswered" not in rosa.heard()


async def test_coordinators_who_suggested_it_hear_it_too(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await settled(town, when="on Friday at 19:00")
    code = rosa.last().letter.mark.about
    await karen.says(f"reschedule {code} Saturday at 18:00")
    await karen.presses("confirm-yes")
    rosa.heard()
    karen.heard()

    await town.later(hours=24, minutes=1)
    assert karen.heard() == ["move-answer"]
    assert "no answer yet to Saturday 12 January at 18:00" in karen.last().text
    assert rosa.heard() == [], "it is not they who wait"

    await rosa.presses("accept")
    rosa.heard()
    karen.heard()
    await town.later(hours=24, minutes=1)
    assert "move-unanswered" in rosa.heard()
    assert "no answer yet" in karen.last().text
    assert mia.last_question().letter.mark.text_id == "move-ask"

"""A volunteer wrote once and was never heard of again; the receiver was told nothing until the end."""

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch


async def test_the_volunteer_is_reminded_and_then_the_receiver_may_have_somebody_else(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello, I am here")
    await town.later(minutes=1)
    await rosa.says("it has been a hard day")
    rosa.news(), mia.news()

    await town.later(minutes=9)
    assert mia.heard() == ["contact-unanswered"] and rosa.heard() == []
    await town.later(minutes=5)
    assert rosa.heard() == ["contact-unanswered-ask"] and mia.heard() == []

    await rosa.presses("find-another")
    assert rosa.heard()[:1] == ["contact-taken-up-again"]
    assert mia.heard() == ["contact-ended"]


async def test_she_may_wait_and_is_asked_again_but_not_pestered(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello, I am here")
    await town.later(seconds=1)
    await rosa.says("it has been a hard day")
    rosa.news()
    await town.later(minutes=16)
    assert rosa.heard() == ["contact-unanswered-ask"]
    await rosa.says("!2")
    assert rosa.heard() == ["contact-waiting-on"]
    await town.later(minutes=6)
    assert rosa.heard() == ["contact-unanswered-ask"]
    await town.later(minutes=6)
    assert rosa.heard() == []
    await mia.says("sorry, I am back")
    await town.later(minutes=11)
    assert rosa.heard()[0] == "relay" and "contact-unanswered-ask" not in rosa.heard()


async def test_who_thinks_before_they_write_is_left_in_peace(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("hello")
    await town.later(seconds=1)
    await mia.says("hello, take your time")
    rosa.news(), mia.news()
    await town.later(minutes=20)
    assert rosa.heard() == mia.heard() == []

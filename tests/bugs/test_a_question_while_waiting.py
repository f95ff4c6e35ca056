"""Somebody waiting asked "how long?" and was offered to talk to somebody; so was a volunteer just asked."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk


async def test_who_waits_hears_that_nothing_has_changed(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.news()
    await rosa.says("how much longer do you think it takes")
    assert rosa.heard() == ["not-understood-waiting", "status-waiting"]


async def test_who_is_asked_hears_what_can_be_answered(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    mia.news()
    await mia.says("is it somebody I have met before then")
    assert mia.heard() == ["not-understood-offer"]
    await mia.says("accept")
    assert "contact-opened" in mia.heard()

""" "Here is where you are now:" was followed by nothing, or by "you wait for nothing" in a dialogue."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk


async def test_who_is_too_late_is_shown_where_they_are(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=31)
    unmet = rosa.last()
    await rosa.presses("keep-waiting")
    await rosa.says("cancel")
    rosa.heard()

    await rosa.presses("keep-waiting", unmet)
    assert rosa.heard() == ["too-late", "status-nothing"]
    await rosa.says("talk")
    await rosa.presses("keep-waiting", unmet)

    assert rosa.heard() == ["talk-topics-ask", "too-late", "talk-topics-ask"]


async def test_a_late_no_is_told_that_nothing_is_asked(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await rosa.says("cancel")
    mia.heard()

    await mia.says("nej tak")

    assert mia.heard() == ["offer-none"]

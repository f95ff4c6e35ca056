"""The wished-for volunteer was asked together with two others, and lost to whoever was quicker."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


async def test_the_same_as_last_time_is_asked_before_anybody_else(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    ida = await town.volunteer("ida")
    await town.later(minutes=16)

    await rosa.says("again")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.presses("skip")
    assert ida.heard() == []
    await town.later(minutes=3)

    assert ida.heard() == ["offer"], "nobody waits for one person for ever"


async def test_who_was_blocked_is_not_said_to_be_asked(town: Town):
    rosa, _ = await in_touch(town)
    await rosa.says("!block")
    rosa.heard()

    await rosa.says("again")

    assert rosa.heard() == ["again-nobody-yet"]
    await asks_to_talk(rosa)

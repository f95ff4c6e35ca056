"""Somebody put in touch in the middle of a dialogue had their marked words taken as its answers."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk


async def test_being_put_in_touch_ends_every_dialogue(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await rosa.says("frivillig")
    await mia.presses("accept")
    rosa.heard()

    await rosa.says("!2")

    assert rosa.heard() == ["too-late", "status-in-contact"]

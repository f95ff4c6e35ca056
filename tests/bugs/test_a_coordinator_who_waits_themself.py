"""A coordinator who is waiting for somebody is not put in touch with somebody else meanwhile."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


async def test_who_waits_themself_cannot_answer_a_cry_for_help(town: Town):
    rosa, karin = await town.receiver("rosa"), await town.coordinator("karin")
    await rosa.says("crisis")
    await rosa.presses("tell-coordinator")
    await asks_to_talk(karin)
    karin.heard()

    await karin.presses("write-to-them")

    assert karin.heard() == ["crisis-not-reachable-now"]


async def test_nor_can_one_whom_the_person_never_wants_to_meet_again(town: Town):
    await town.volunteer("kim")
    await town.coordinator("kim")
    rosa, kim = await in_touch(town, volunteer="kim")
    await rosa.says("!block")
    await rosa.says("crisis")
    await rosa.presses("tell-coordinator")
    kim.heard()

    await kim.presses("write-to-them")

    assert kim.heard() == ["assign-not-these-two"]

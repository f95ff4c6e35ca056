"""What cannot be now is said kindly: why, and when or where instead."""

import pytest

from bot.rehearsal.town import EVENING, Town
from tests.stories.steps import asks_to_talk, in_touch


async def test_after_three_talks_in_a_day_it_is_said_when_the_next_can_be(town: Town):
    for giver in ("mia", "ida", "bo"):
        rosa, _ = await in_touch(town, volunteer=giver)
        await rosa.says("!end")
        await town.people[giver].says("off")
    rosa.heard()

    await rosa.says("talk")

    assert rosa.heard() == ["talk-limit"]
    assert "Tuesday 8 January" in rosa.last().text and "112" in rosa.last().text
    await rosa.says("akut")
    assert rosa.heard() == ["crisis-card"]
    await town.later(hours=21)
    await rosa.says("talk")
    assert rosa.heard() == ["talk-topics-ask"]


@pytest.mark.parametrize("ending", ["!handover", None])
async def test_a_talk_the_volunteer_dropped_or_passed_on_does_not_count(town: Town, ending):
    rosa, mia = await in_touch(town)
    if ending:
        await mia.says(ending)
    else:
        await town.later(minutes=6)
    await rosa.says("cancel")
    await mia.says("off")
    for giver in ("ida", "bo"):
        await in_touch(town, volunteer=giver)
        await rosa.says("!end")
        await town.people[giver].says("off")
    rosa.heard()

    await rosa.says("talk")

    assert rosa.heard() == ["talk-topics-ask"]


async def test_outside_the_hours_it_is_said_when_it_opens(tmp_path):
    town = await Town.begin(tmp_path, now=EVENING.replace(hour=8))
    rosa = await town.receiver("rosa")

    await rosa.says("talk")

    assert rosa.heard() == ["talk-closed"]
    assert "16:00" in rosa.last().text and "112" in rosa.last().text
    await rosa.says("crisis")
    assert rosa.heard() == ["crisis-card"]
    await town.close()


async def test_closing_time_during_the_dialogue_is_said_and_not_hidden(town: Town):
    rosa = await town.receiver("rosa")
    await town.later(hours=2, minutes=59)
    await rosa.says("talk")
    await town.later(minutes=2)
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.presses("skip")

    assert rosa.last().letter.mark.text_id == "talk-closed"


async def test_a_pause_is_told_with_the_coordinators_own_words(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("pause Vi har sommerferie")
    assert karen.heard() == ["pause-confirm"]
    await karen.says("yes")

    await rosa.says("talk")
    assert rosa.heard() == ["talk-paused"]
    assert "sommerferie" in rosa.last().text and "112" in rosa.last().text
    await karen.says("open")
    await rosa.says("talk")

    assert rosa.heard() == ["talk-topics-ask"]


async def test_a_pause_lets_those_who_wait_wait_on(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await karen.says("pause")
    await karen.says("ja")
    mia = await town.volunteer("mia")
    await town.later(minutes=3)

    await mia.presses("accept")

    assert rosa.last().letter.mark.text_id == "contact-opened"


async def test_in_danger_a_coordinator_may_write_whatever_the_limit(town: Town):
    karen = await town.coordinator("karen")
    for giver in ("mia", "ida", "bo"):
        rosa, _ = await in_touch(town, volunteer=giver)
        await rosa.says("!end")
        await town.people[giver].says("off")
    await rosa.says("crisis")
    await rosa.presses("tell-coordinator")

    await karen.presses("write-to-them")

    assert rosa.last().letter.mark.text_id == "contact-opened"

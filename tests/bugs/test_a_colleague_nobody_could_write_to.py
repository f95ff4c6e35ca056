"""Coordinators were asked to write to a volunteer whom nothing let them write to."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch


async def test_a_volunteer_who_would_like_a_colleague_is_put_in_touch_with_one(town: Town):
    karen = await town.coordinator("karen")
    mia = await town.volunteer("mia")
    await mia.says("colleague")
    mia.heard()

    await karen.presses("write-to-them")
    await karen.says("What is it, Mia?")

    assert mia.heard() == ["contact-opened", "relay"]
    assert "a coordinator" in mia.seen()[-2].text


async def test_after_a_heavy_contact_a_coordinator_can_write(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await rosa.says("!end")
    await mia.presses("heavy")
    mia.heard()

    await karen.presses("write-to-them")

    assert mia.heard() == ["contact-opened"]


async def test_in_the_middle_of_a_contact_they_choose_and_nobody_is_left_alone(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    ali = await town.volunteer("ali")
    await mia.says("!colleague")
    mia.heard(), rosa.heard(), ali.heard()

    await karen.presses("write-to-them")
    assert karen.heard()[-1] == "crisis-asked-to-move"
    assert mia.heard() == ["colleague-ready"] and rosa.heard() == []
    await mia.presses("move-to-coordinator")

    assert rosa.heard() == ["contact-taken-up-again"]
    assert ali.heard() == ["offer"]
    assert mia.heard() == ["contact-ended", "debrief-ask", "contact-opened"]
    await mia.says("it was too much for me")
    assert "too much for me" in karen.last().text


async def test_they_may_stay_where_they_are(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("!colleague")
    await karen.presses("write-to-them")
    rosa.heard()

    await mia.presses("no-thanks")
    await mia.says("I am here")

    assert rosa.heard() == ["relay"]


@pytest.mark.parametrize("word", ["crisis", "!crisis"])
async def test_a_volunteer_in_danger_who_moves_leaves_nobody_without_anybody(town: Town, word):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says(word)
    await mia.presses("tell-coordinator")
    await karen.presses("write-to-them")
    rosa.heard()

    await mia.presses("move-to-coordinator")

    assert rosa.heard() == ["contact-taken-up-again"]


async def test_only_the_first_coordinator_writes(town: Town):
    karen, kim = await town.coordinator("karen"), await town.coordinator("kim")
    mia = await town.volunteer("mia")
    await mia.says("colleague")

    await karen.presses("write-to-them")
    await kim.presses("write-to-them")

    assert kim.heard()[-2:] == ["too-late", "status-nothing"]

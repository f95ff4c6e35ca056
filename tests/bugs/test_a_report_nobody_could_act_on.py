"""A report named a code that led nowhere, and whoever reported could not say what it was about."""

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch


async def test_coordinators_are_told_which_volunteer_it_was(town: Town):
    karen = await town.coordinator("karen")
    rosa, _ = await in_touch(town)

    await rosa.says("!report")

    assert "Mia" in karen.last().text


async def test_a_coordinator_who_gave_is_nobodys_volunteer(town: Town):
    karen = await town.coordinator("karen")
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    for _ in range(4):
        await rosa.says("skip")
    await town.later(minutes=6)
    await karen.presses("take-request")

    await rosa.says("!report")

    assert "no volunteer" in karen.last().text


async def test_who_reported_can_say_more_to_a_coordinator(town: Town):
    karen = await town.coordinator("karen")
    rosa, _ = await in_touch(town)
    await rosa.says("!report")
    karen.heard(), rosa.heard()

    await rosa.presses("tell-coordinator")
    assert karen.heard() == ["alarm-after-report"]
    assert rosa.heard() == ["crisis-coordinator-told"]
    await karen.presses("write-to-them")
    await karen.says("I am glad you told me")

    assert rosa.heard() == ["contact-opened", "relay"]
    assert "a coordinator" in rosa.seen()[-2].text
    assert "glad you told me" in rosa.last().text


async def test_nobody_is_told_to_report_right_after_reporting(town: Town):
    rosa, _ = await in_touch(town)

    await rosa.says("!report")

    goodbye = rosa.seen()[-2]
    assert goodbye.letter.mark.text_id == "contact-ended" and "report" not in goodbye.text


async def test_after_a_block_we_do_not_hope_that_it_did_some_good(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("!block")

    goodbye = rosa.seen()[-2]
    assert goodbye.letter.mark.text_id == "contact-ended" and "good" not in goodbye.text
    ended = next(s for s in reversed(mia.seen()) if s.letter.mark.text_id == "contact-ended")
    assert "has ended the contact" in ended.text, "the other side is not told of a block"

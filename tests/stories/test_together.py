"""A contact from its first word to its goodbye, and what happens when it breaks off."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


async def test_a_notice_one_extension_and_the_time_is_up(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()

    await town.later(minutes=35)
    assert rosa.heard() == mia.heard() == ["contact-soon-over"]
    await mia.says("!1")
    assert rosa.heard() == mia.heard() == ["contact-extended"]
    await mia.says("!extend")
    assert mia.heard() == ["already-extended"]
    await town.later(minutes=16)
    assert rosa.heard() == mia.heard() == ["contact-soon-over"]
    await town.later(minutes=10)

    assert rosa.heard() == ["contact-ended"]
    assert mia.heard() == ["contact-ended", "debrief-ask"]


async def test_the_time_is_up_without_an_extension(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await town.later(minutes=45)

    assert rosa.last().letter.mark.text_id == "contact-ended"
    assert "time is up" in rosa.last().text


async def test_only_the_volunteer_extends(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard()

    await rosa.says("!extend")
    await rosa.says("!handover")

    assert rosa.heard() == ["not-allowed", "not-allowed"]
    await mia.says("still here")
    assert rosa.last().text.endswith("still here")


@pytest.mark.parametrize("word", ["!end", "!slut"])
async def test_either_side_ends_it_kindly_for_both(town: Town, word):
    rosa, mia = await in_touch(town)
    await rosa.says(word)
    assert rosa.heard() == ["contact-ended"]
    assert mia.heard() == ["contact-ended", "debrief-ask"]
    await mia.presses("light")
    await town.later(minutes=16)

    ole, mia = await in_touch(town, receiver="ole")
    await mia.says(word)

    assert ole.heard() == ["contact-ended"]
    assert mia.heard()[-1] == "debrief-ask"


async def test_after_the_end_words_are_for_the_bot_again(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!end")
    mia.heard(), rosa.heard()

    await rosa.says("are you still there?")
    await rosa.says("end")

    assert rosa.heard() == ["not-understood", "not-in-contact"]
    assert mia.heard() == []


async def test_stop_asks_before_it_ends_for_both(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("!stop")
    await rosa.says("!ja")

    assert rosa.last().letter.mark.text_id == "contact-ended"
    assert mia.last().letter.mark.text_id == "debrief-ask"


async def test_a_silent_volunteer_is_reminded_and_then_somebody_else_is_found(town: Town):
    rosa, mia = await in_touch(town)
    ida = await town.volunteer("ida")
    rosa.heard()

    await town.later(minutes=3)
    assert mia.heard() == ["contact-first-word"]
    await town.later(minutes=3)

    assert rosa.heard() == ["contact-taken-up-again"]
    assert mia.heard() == ["contact-ended"]
    assert ida.heard() == ["offer"]
    assert "waited for some time" in ida.last().text
    await ida.says("tag")
    assert rosa.heard() == ["contact-opened"]


async def test_a_volunteer_who_has_written_is_not_hurried(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()

    await town.later(minutes=20)

    assert rosa.heard() == mia.heard() == []


@pytest.mark.parametrize("word", ["!handover", "!overdrag"])
async def test_a_handover_finds_somebody_else_before_all_others(town: Town, word):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    ole = await town.receiver("ole")
    await asks_to_talk(ole)
    await mia.says(word)
    assert rosa.last().letter.mark.text_id == "contact-taken-up-again"
    assert mia.last().letter.mark.text_id == "debrief-ask"

    ida = await town.volunteer("ida", on_duty=False)
    await ida.says("duty 60")
    await ida.says("yes")
    await ida.says("accept")

    assert rosa.last().letter.mark.text_id == "contact-opened"
    assert "contact-opened" not in ole.heard()


async def test_a_handover_asks_everybody_but_the_one_who_passed_it_on(town: Town):
    _rosa, mia = await in_touch(town)
    await mia.says("!handover")
    await mia.presses("light")
    mia.heard()

    await town.later(minutes=25)

    assert "offer" not in mia.heard()


async def test_leaving_the_room_ends_it_and_nothing_is_sent_after_whoever_left(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()

    await rosa.leaves()

    assert mia.heard() == ["contact-ended", "debrief-ask"]
    assert rosa.heard() == []


async def test_when_the_volunteer_leaves_somebody_else_is_found(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()
    ida = await town.volunteer("ida")

    await mia.leaves()

    assert rosa.heard() == ["contact-taken-up-again"]
    assert ida.heard() == ["offer"]
    assert mia.heard() == []


@pytest.mark.parametrize("word", ["!report", "!anmeld", "!report he asked for my address"])
async def test_a_report_ends_it_alarms_a_coordinator_and_these_two_never_meet_again(
    town: Town, word
):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("SECRETWORD")
    rosa.heard(), mia.heard()

    await rosa.says(word)
    assert rosa.heard() == ["contact-ended", "report-thanks"]
    assert mia.heard() == ["contact-ended", "debrief-ask"]
    assert karen.heard() == ["alarm-report"]
    assert "SECRETWORD" not in karen.last().text and "address" not in karen.last().text
    await mia.presses("light")
    await town.later(minutes=20)
    mia.heard()
    await asks_to_talk(rosa)
    await town.later(minutes=20)

    assert "offer" not in mia.heard()


async def test_a_report_works_after_the_end_too(town: Town):
    karen = await town.coordinator("karen")
    rosa, _ = await in_touch(town)
    await rosa.says("!end")
    rosa.heard()

    await rosa.says("anmeld")

    assert rosa.heard() == ["report-thanks"]
    assert karen.heard() == ["alarm-report"]


async def test_a_volunteer_can_report_too(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)

    await mia.says("!report")

    assert karen.heard() == ["alarm-report"] and "volunteer says" in karen.last().text
    assert rosa.heard() == ["contact-ended"]
    assert "report" not in rosa.last().text.split("What you write")[0]


@pytest.mark.parametrize("word", ["!block", "!bloker"])
async def test_a_block_ends_it_kindly_and_tells_nobody(town: Town, word):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    mia.heard(), rosa.heard()

    await rosa.says(word)
    assert rosa.heard() == ["contact-ended", "block-done"]
    assert mia.heard() == ["contact-ended", "debrief-ask"]
    assert karen.heard() == []
    await town.later(minutes=20)
    mia.heard()
    await asks_to_talk(rosa)

    assert "offer" not in mia.heard()


async def test_report_and_block_before_anybody_was_met(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("report")
    await rosa.says("block")

    assert rosa.heard() == ["not-in-contact-yet"] * 2

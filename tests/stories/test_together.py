"""A contact from its first word to its goodbye, and what happens when it breaks off."""

import pytest

from bot.messages import Joined, Place, PlaceKind
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
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

    assert rosa.heard() == ["not-a-volunteer", "not-a-volunteer"]
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


async def test_a_room_of_their_own_opens_when_both_wish_it_and_the_bot_leaves(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()

    await rosa.says("!room")
    assert rosa.heard() == ["room-wish"] and "address" in rosa.last().text
    assert mia.heard() == []
    await rosa.says("!yes")
    assert (rosa.heard(), mia.heard()) == (["room-asked"], ["room-ask"])
    assert "rosa" not in mia.last().text
    await mia.presses("room-yes")
    assert rosa.heard() == mia.heard() == ["room-opened"]
    ((place, invited),) = town.wire.rooms
    assert set(invited) == {rosa.address, mia.address}

    await town.happens(_joined(town, rosa, place))
    assert town.wire.left == []
    await town.happens(_joined(town, mia, place))
    assert town.wire.left == [place]


async def test_when_both_wish_for_a_room_at_once_neither_is_asked_again(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!rum")
    await mia.says("!room")
    await rosa.says("!ja")
    wish = next(s for s in mia.questions() if s.letter.mark.text_id == "room-wish")
    await mia.presses("room-yes", wish)

    assert len(town.wire.rooms) == 1


async def test_one_would_rather_not_and_all_goes_on(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!room")
    await rosa.says("!1")
    rosa.heard(), mia.heard()

    await mia.presses("no-thanks")

    assert rosa.heard() == mia.heard() == ["room-not"]
    assert town.wire.rooms == []
    await rosa.says("that is fine")
    assert mia.last().text.endswith("that is fine")


async def test_two_in_a_room_of_their_own_are_not_taken_for_silent(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!room")
    await rosa.says("!1")
    await mia.presses("room-yes")
    rosa.heard()

    await town.later(minutes=10)

    assert rosa.heard() == []


async def test_status_in_touch_says_with_whom_and_how_long(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    name = rosa.last().text.split(":")[0]
    await town.later(minutes=15)

    await rosa.says("!status")

    assert name in rosa.last().text and "30 minutes" in rosa.last().text


async def test_a_dialogue_somebody_was_in_does_not_swallow_what_they_say_in_touch(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await rosa.says("volunteer")
    await mia.presses("accept")

    await rosa.says("1, 2")
    assert mia.last().text.endswith(": 1, 2")
    await rosa.says("!end")
    rosa.heard()
    await rosa.says("hello")

    assert rosa.heard() == ["not-understood"]


def _joined(town: Town, who: Townsperson, place: Place) -> Joined:
    return Joined(id=town.next_id("join"), at=town.now, sender=who.address, place=place,
                  kind=PlaceKind.SHARED)  # fmt: skip

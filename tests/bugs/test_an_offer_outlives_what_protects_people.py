"""Between being asked and saying yes, something may come up that forbids it; a yes checks again."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk, in_touch


async def test_a_yes_after_the_two_were_parted_for_good_brings_nobody_together(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await town.later(minutes=20)
    await asks_to_talk(rosa)
    assert "offer" in mia.heard()
    await rosa.says("block")
    rosa.heard()

    await mia.presses("accept")

    assert mia.heard() == ["offer-too-late"]  # and not why
    assert "contact-opened" not in rosa.heard()


async def test_who_says_late_that_it_was_heavy_is_asked_no_more_and_cannot_say_yes(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await town.later(minutes=20)
    ole = await town.receiver("ole")
    await asks_to_talk(ole)
    assert "offer" in mia.heard()
    (offer,) = [s for s in mia.seen()[-1:] if s.letter.choices]

    await mia.presses("heavy")
    assert offer.amended == "offer-lapsed"
    await mia.presses("accept", offer)

    assert "contact-opened" not in mia.heard()
    assert "contact-opened" not in ole.heard()


async def test_a_coordinator_who_just_had_a_contact_rests_before_saying_yes(town: Town):
    kim = await town.volunteer("kim")
    await town.coordinator("kim")
    rosa, ole = await town.receiver("rosa"), await town.receiver("ole")
    await asks_to_talk(rosa)
    assert "offer" in kim.heard()
    await asks_to_talk(ole)
    await kim.says("queue")
    code = next(s.letter.mark.about for s in ole.seen() if s.letter.mark.text_id == "talk-looking")
    await kim.says(f"take {code}")
    await kim.says("hello")
    await kim.says("!end")
    rosa.heard()

    await kim.presses("accept")

    assert kim.heard()[-1] == "duty-resting"
    assert "contact-opened" not in rosa.heard()

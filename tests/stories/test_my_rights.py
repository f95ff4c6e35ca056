"""What is kept about me, and forgetting: in whatever state somebody is."""

import json

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import people
from tests.stories.steps import asks_to_talk, in_touch


async def _forgets(person: Townsperson, mark: str = "") -> None:
    await person.says(f"{mark}forget me")
    assert person.last().letter.mark.text_id == "forget-ask"
    await person.says(f"{mark}yes")


async def _known(town: Town, person: Townsperson) -> bool:
    return await town.database.read(people.recognise, person.address) is not None


@pytest.mark.parametrize("word", ["my data", "mine data"])
async def test_everything_kept_can_be_read_by_people_and_programs(town: Town, word):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa, topics="grief")

    await rosa.says(word)

    assert rosa.last().letter.mark.text_id == "my-data"
    text = rosa.last().text
    kept = json.loads(text[text.index("{") : text.rindex("}") + 1])
    assert "grief" in json.dumps(kept)


async def test_forgotten_after_one_confirmation(town: Town):
    rosa = await town.receiver("rosa", language="da")
    await rosa.says("glem mig")
    assert await _known(town, rosa)
    await rosa.says("ja")

    assert rosa.last().letter.mark.text_id == "forgotten"
    assert "112" in rosa.last().text
    assert not await _known(town, rosa)
    await rosa.says("hej igen")
    assert rosa.heard()[-2:] == ["welcome", "adult-ask"]


async def test_a_no_forgets_nothing(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("forget me")
    await rosa.says("no")
    await rosa.says("yes")

    assert rosa.heard() == ["forget-ask", "nothing-done", "not-understood"]
    assert await _known(town, rosa)


async def test_a_yes_meant_for_something_else_forgets_nobody(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("forget me")
    await rosa.says("tlak")
    await rosa.says("yes")
    assert rosa.last().letter.mark.text_id == "talk-topics-ask"
    await rosa.says("stop")
    await rosa.says("blah blah blah")
    await rosa.says("yes")

    assert await _known(town, rosa)


async def test_forgotten_while_waiting(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)

    await _forgets(rosa)
    await town.later(hours=1)

    assert rosa.last().letter.mark.text_id == "forgotten"
    assert mia.last().amended == "offer-recalled"


async def test_a_receiver_forgotten_in_touch_and_the_volunteer_is_told_that_it_ended(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    mia.heard()

    await _forgets(rosa, "!")

    assert rosa.last().letter.mark.text_id == "forgotten"
    assert mia.heard() == ["contact-ended", "debrief-ask"]
    await mia.presses("okay")
    assert mia.heard() == ["debrief-okay"]


async def test_a_volunteer_forgotten_in_touch_leaves_nobody_in_silence(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    ida = await town.volunteer("ida")
    rosa.heard()

    await _forgets(mia, "!")

    assert rosa.heard() == ["contact-taken-up-again"]
    assert ida.heard() == ["offer"]
    assert mia.last().letter.mark.text_id == "forgotten"


async def test_a_volunteer_forgotten_on_duty_with_an_offer_open(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    ida = await town.volunteer("ida")

    await mia.says("forget me")
    await mia.says("yes")
    await town.later(hours=4)

    assert ida.heard()[0] == "offer"
    assert mia.last().letter.mark.text_id == "forgotten"


async def test_forgotten_in_the_middle_of_a_dialogue(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")

    await _forgets(rosa, "!")

    assert rosa.last().letter.mark.text_id == "forgotten"
    await rosa.says("2")
    assert rosa.heard()[-2:] == ["welcome", "language-ask"]


async def test_the_language_is_changed_by_word_or_press_and_words_of_both_still_work(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("sprog dansk")
    assert rosa.last().text.startswith("Så skriver vi")
    await rosa.says("status")
    assert "Du venter ikke" in rosa.last().text
    await rosa.says("language")
    await rosa.says("english")
    assert rosa.last().text.startswith("Then we write")
    await rosa.says("snak")

    assert rosa.last().letter.mark.text_id == "talk-topics-ask"

"""In touch, only what begins with the mark is for the bot; the rest is for the other one."""

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import in_touch


@pytest.mark.parametrize("words", ["talk", "end", "help", "stop", "status", "yes", "1", "slut"])
async def test_without_the_mark_every_word_is_for_the_other_person(town: Town, words):
    rosa, mia = await in_touch(town)
    rosa.heard()

    await rosa.says(words)

    assert rosa.heard() == []
    assert mia.last().text.endswith(f": {words}")


async def test_a_word_after_the_mark_is_for_the_bot_alone(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard(), mia.heard()

    for word, answer in (
        ("!help", "help-in-contact"),
        ("!status", "status-in-contact"),
        ("!talk", "talk-already-in-contact"),
        ("!nonsense", "not-understood-in-contact"),
        ("!stauts", "did-you-mean"),
        ("!stop", "stop-in-contact"),
        ("!back", "nothing-to-go-back-to"),
    ):
        await rosa.says(word)
        assert rosa.heard() == [answer]
    assert mia.heard() == []
    await rosa.says("!no")
    assert rosa.heard() == ["nothing-done"]
    await rosa.says("still talking")
    assert mia.last().text.endswith("still talking")


@pytest.mark.parametrize("cry", ["crisis", "akut", "112", "!crisis", "!akut"])
async def test_in_danger_the_doors_are_shown_at_once_and_the_contact_goes_on(town: Town, cry):
    rosa, mia = await in_touch(town)
    rosa.heard(), mia.heard()

    await rosa.says(cry)

    assert rosa.heard() == ["crisis-card"]
    assert mia.heard() == ([] if cry.startswith("!") else ["relay"])


async def test_a_message_about_danger_is_passed_on_and_not_answered_by_a_machine(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard()

    await rosa.says("it is a crisis for me every evening")

    assert rosa.heard() == []
    assert mia.last().text.endswith("every evening")


async def test_relayed_words_that_look_like_the_bot_are_visibly_relayed(town: Town):
    rosa, mia = await in_touch(town)

    await mia.says("I am Peerbot. The contact has ended. !end")

    assert rosa.last().letter.mark.text_id == "relay"
    assert not rosa.last().text.startswith("I am Peerbot")
    assert rosa.last().letter.choices == ()
    assert await _still_in_touch(rosa, mia)


async def test_mentions_ping_nobody(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("@room @everyone look")

    assert "@room" not in mia.last().text and "@everyone" not in mia.last().text


async def _still_in_touch(rosa: Townsperson, mia: Townsperson) -> bool:
    await rosa.says("are we still in touch?")
    return mia.last().text.endswith("are we still in touch?")

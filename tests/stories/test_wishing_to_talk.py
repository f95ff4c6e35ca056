"""The short dialogue before the search: skipped, answered, gone back in, stopped, outlived."""

import itertools
from pathlib import Path

import pytest

from bot.rehearsal.town import Town
from storage import people, requests
from storage.database import Transaction
from storage.vault import Key
from tests.stories.steps import asks_to_talk


async def test_a_few_questions_each_of_which_may_be_skipped(town: Town):
    rosa = await town.receiver("rosa")

    await asks_to_talk(rosa)

    assert rosa.heard() == [
        "talk-topics-ask",
        "talk-language-ask",
        "talk-note-ask",
        "talk-looking",
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "1, 3",
        "1 3",
        "1 og 3",
        "angst og uro, bipolar – op og ned",
        "Anxiety and worry, 3",
        "worry and 3",
    ],
)
async def test_several_topics_by_number_or_word_in_either_language(town: Town, answer):
    rosa = await town.receiver("rosa", language="da" if "uro" in answer else "en")

    await asks_to_talk(rosa, topics=answer)

    wish = await _wish_of(town, "rosa")
    assert wish.topics == {"anxiety", "bipolar"}


async def test_what_is_asked_is_numbered_and_says_how_to_skip(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("talk")

    text = rosa.last().text
    assert "1" in text and "Anxiety and worry" in text and "Skip" in text
    assert rosa.last().letter.choices[-1].id == "skip"


async def test_an_answer_that_is_no_choice_is_asked_again_and_nothing_is_lost(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    rosa.heard()

    await rosa.says("99")
    assert rosa.heard() == ["not-a-choice", "talk-topics-ask"]
    await rosa.says("my cat")
    assert rosa.heard() == ["not-a-choice", "talk-topics-ask"]
    await rosa.says("2")

    assert rosa.heard() == ["talk-language-ask"]


async def test_back_and_stop(town: Town):
    rosa = await town.receiver("rosa", language="da")
    await rosa.says("snak")
    await rosa.says("2")
    await rosa.says("tilbage")
    assert rosa.heard()[-1] == "talk-topics-ask"

    await rosa.says("stop")
    assert rosa.heard() == ["dialogue-stopped"]
    await rosa.says("status")

    assert rosa.heard() == ["status-nothing"]


async def test_in_danger_in_the_middle_of_a_question_nothing_begun_is_lost(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("akut")
    await rosa.says("2")

    assert rosa.heard() == ["talk-topics-ask", "crisis-card", "talk-language-ask"]


async def test_an_older_question_of_the_dialogue_says_that_it_is_over_and_where_one_is(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    topics = rosa.last()
    await rosa.says("2")
    rosa.heard()

    await rosa.presses("skip", topics)

    assert rosa.heard() == ["too-late", "talk-language-ask"]


async def test_the_dialogue_outlives_a_restart(tmp_path: Path):
    key = Key.new()
    town = await Town.begin(tmp_path, key=key)
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("2")
    await town.close()
    again = await Town.begin(tmp_path, key=key)
    rosa_again = again.stranger("rosa")
    again._ids = itertools.count(1000)

    await rosa_again.says("english")
    await rosa_again.says("skip")

    assert rosa_again.heard() == ["talk-note-ask", "talk-looking"]
    await again.close()


async def test_a_note_is_passed_on_to_who_takes_it_and_to_nobody_else(town: Town):
    mia, ida = await town.volunteer("mia"), await town.volunteer("ida")
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    for _ in range(2):
        await rosa.presses("skip")
    await rosa.says("Please write slowly")
    assert "slowly" not in mia.last().text

    await mia.presses("accept")

    assert "Please write slowly" in mia.last().text
    assert all("slowly" not in shown.text for shown in ida.seen())


async def test_a_long_note_is_shortened_with_a_word_about_it(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await rosa.says("talk")
    for _ in range(2):
        await rosa.presses("skip")
    rosa.heard()

    await rosa.says("word " * 1000)

    assert "note-shortened" in rosa.heard()
    await mia.presses("accept")
    assert "word word" in mia.last().text


async def test_an_empty_answer_is_no_answer(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("   ")

    assert rosa.heard() == ["talk-topics-ask", "empty-message"]


async def test_a_word_for_the_bot_leaves_the_dialogue_when_it_is_marked(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("!status")

    assert rosa.heard() == ["talk-topics-ask", "status-nothing"]


async def test_one_wish_at_a_time(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.heard()

    await rosa.says("talk")

    assert rosa.heard() == ["talk-already-looking"]


async def _wish_of(town: Town, name: str):
    def look(db: Transaction):
        met = people.recognise(db, town.people[name].address)
        assert met is not None
        return requests.waiting_by(db, met.id)

    wish = await town.database.read(look)
    assert wish is not None
    return wish

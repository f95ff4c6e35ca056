"""A time said in a sentence of one's own, and a time come to in several."""

import pytest

from bot.rehearsal.town import Town


@pytest.mark.parametrize(
    ("language", "sentence", "read_back"),
    [
        ("en", "could we talk on Thursday at half past ten?", "Thursday 10 January 2030 at 10:30"),
        ("da", "kan vi snakke på torsdag halv elleve?", "torsdag 10. januar 2030 kl. 10:30"),
        ("da", "jeg vil gerne tale med nogen i morgen kl. 14", "tirsdag 8. januar 2030 kl. 14:00"),
        ("en", "can I talk to somebody tomorrow at 5pm", "Tuesday 8 January 2030 at 17:00"),
    ],
)
async def test_a_wish_with_a_time_needs_no_word_of_ours(
    town: Town, language: str, sentence: str, read_back: str
):
    rosa = await town.receiver("rosa", language)
    mia = await town.volunteer("mia", on_duty=False)
    await rosa.says(sentence)
    assert rosa.last().letter.mark.text_id == "book-heard"
    assert read_back in rosa.last().text

    await rosa.says("1")
    while "skip" in [choice.id for choice in rosa.last().letter.choices] or (
        rosa.last().letter.mark.text_id == "book-length-ask"
    ):
        await rosa.says("2" if rosa.last().letter.mark.text_id == "book-length-ask" else "skip")
    assert rosa.last().letter.mark.text_id == "book-proposed"
    assert read_back in rosa.last().text
    assert mia.heard() == []  # nobody is asked before it is right


async def test_a_day_alone_is_told_back_and_only_the_hour_asked(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("can we talk on thursday")
    await rosa.presses("book-that")
    assert rosa.last().letter.mark.text_id == "book-when-unclear"
    assert "Thursday 10 January" in rosa.last().text
    await rosa.says("10:30")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_two_ways_to_mean_it_are_both_named(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk on thursday at 8?")
    await rosa.presses("book-that")
    assert rosa.last().letter.mark.text_id == "book-when-which"
    await rosa.presses("pick-2")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


@pytest.mark.parametrize(
    "sentence",
    ["I want to die tonight at 9", "I have been sad since tuesday at 10", "7", "it was on monday"],
)
async def test_other_sentences_with_a_time_are_no_wish(town: Town, sentence: str):
    rosa = await town.receiver("rosa")
    await rosa.says(sentence)
    assert rosa.last().letter.mark.text_id == "not-understood"


async def test_an_hour_after_a_day_never_moves_the_day(town: Town):
    rosa = await town.receiver("rosa")
    for sentence in ("book", "next tuesday at 7", "7 pm"):
        await rosa.says(sentence)
    assert rosa.last().letter.mark.text_id == "book-when-which"
    assert "15 January" in rosa.last().text

"""What the bot says is shown as it was meant, once, and its marks can be read by software."""

import asyncio

import pytest

from bot.platforms.platform import (
    Amendment,
    Body,
    Delivered,
    GaveUp,
    Mark,
    Reaction,
    Retraction,
    ShownChoice,
    Why,
)
from tests.platforms.contract.rig import Rig

HOSTILE = (
    "*stars* _lines_ `ticks` <b>not bold</b> <script>x</script> &amp; @room @everyone @here "
    "<@123456789012345678> https://matrix.to/#/@rosa:example.org [a](javascript:x) # no heading"
)


async def test_a_message_is_shown_with_its_form_its_marks_and_what_it_answers(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.says("hello")
    await rig.hears_words("hello")
    mark = Mark(text_id="welcome", about="R7KQ")
    letter = rosa.letter("Hello *you*", html="<p>Hello <em>you</em></p>", mark=mark, reply_to=hers)
    id, place = await rig.says(letter, "l-1")
    seen = await rosa.sees(id)
    assert place == rosa.place
    assert (seen.text, seen.html) == ("Hello *you*", "<p>Hello <em>you</em></p>")
    assert seen.answers == hers
    assert (seen.text_id, seen.about) == (("welcome", "R7KQ") if rig.has_marks else ("", ""))
    assert seen.tightly
    assert not seen.rings


async def test_choices_are_marked_and_shown_where_a_person_finds_them(rig: Rig):
    rosa = await rig.guest("rosa")
    choices = tuple(
        ShownChoice(id=id, number=n, label=id.title())
        for n, id in enumerate(("talk", "wait", "leave"), 1)
    )
    letter = rosa.letter(
        "What now?\n1 Talk\n2 Wait\n3 Leave",
        body=Body(text="What now?", html="<p>What now?</p>"),
        choices=choices,
        question="q-1",
    )
    id, _ = await rig.says(letter, "l-1")
    seen = await rosa.sees(id)
    assert seen.choices == ("talk", "wait", "leave")
    assert seen.text in (letter.text, "What now?")  # as a list to read, or as buttons under it


async def test_words_that_look_like_markup_or_a_name_stay_words(rig: Rig):
    rosa = await rig.guest("rosa")
    id, _ = await rig.says(rosa.letter(HOSTILE, mark=Mark(text_id="relay")), "l-1")
    seen = await rosa.sees(id)
    assert (seen.text, seen.html, seen.rings) == (HOSTILE, None, False)
    change = Amendment(place=rosa.place, message=id, mark=Mark(text_id="relay"), text=HOSTILE + "!")
    assert isinstance(await rig.delivers(change, "l-2"), Delivered)
    seen = await rosa.sees(id, lambda sight: sight.edits)
    assert (seen.text, seen.html, seen.rings) == (HOSTILE + "!", None, False)


async def test_the_same_letter_again_shows_once_also_after_a_restart(rig: Rig):
    rosa = await rig.guest("rosa")
    first = await rig.says(rosa.letter("once"), "l-1")
    assert await rig.says(rosa.letter("once"), "l-1") == first
    await rig.restart()
    assert await rig.says(rosa.letter("once"), "l-1") == first
    await rig.says(rosa.letter("once"), "l-2")  # another letter with the same words is another
    await rig.says(rosa.letter("that was all"), "l-3")
    await rosa.reads("that was all")
    assert rosa.texts() == ["once", "once", "that was all"]


async def test_a_change_shows_once_also_after_a_restart(rig: Rig):
    rosa = await rig.guest("rosa")
    id, place = await rig.says(rosa.letter("Godo"), "l-1")
    good = Mark(text_id="offer", about="R7KQ")
    change = Amendment(place=place, message=id, mark=good, text="Good", html="<p>Good</p>")
    for _ in range(2):
        assert isinstance(await rig.delivers(change, "l-2"), Delivered)
    await rig.restart()
    assert isinstance(await rig.delivers(change, "l-2"), Delivered)
    await rig.says(rosa.letter("that was all"), "l-3")
    await rosa.reads("that was all")
    seen = await rosa.sees(id)
    assert (seen.text, seen.edits) == ("Good", 1)
    assert not rig.has_marks or (seen.html, seen.text_id) == ("<p>Good</p>", "offer")
    assert rosa.texts() == ["Good", "that was all"]


async def test_a_message_is_taken_back_and_nothing_of_it_is_shown(rig: Rig):
    rosa = await rig.guest("rosa")
    id, place = await rig.says(rosa.letter("a slip"), "l-1")
    await rosa.reads("a slip")
    gone = Retraction(place=place, message=id)
    for _ in range(2):
        assert isinstance(await rig.delivers(gone, "l-2"), Delivered)
    assert (await rosa.sees(id, lambda sight: sight.gone)).text == ""
    await rig.restart()
    assert isinstance(await rig.delivers(gone, "l-2"), Delivered)
    await rosa.goes()
    await rosa.comes_back()
    await rig.says(rosa.letter("that was all"), "l-3")
    await rosa.reads("that was all")
    assert rosa.texts() == ["that was all"]


async def test_a_reaction_is_shown_once_and_taken_back(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.says("I did it")
    await rig.hears_words("I did it")
    like = Reaction(place=rosa.place, message=hers, key="❤️")
    liked = await rig.delivers(like, "l-1")
    assert isinstance(liked, Delivered)
    assert await rig.delivers(like, "l-1") == liked
    await rig.restart()
    assert await rig.delivers(like, "l-1") == liked
    await rosa.until(lambda: rosa.hearts_on(hers), "a heart")
    await rig.says(rosa.letter("and now without"), "l-2")
    await rosa.reads("and now without")
    assert rosa.hearts_on(hers) == ["❤️"]
    gone = Retraction(place=rosa.place, message=liked.message)
    for _ in range(2):
        assert isinstance(await rig.delivers(gone, "l-3"), Delivered)
    await rosa.until(lambda: not rosa.hearts_on(hers), "no heart")


async def test_letters_to_one_person_keep_their_order_whoever_else_is_written_to(rig: Rig):
    rosa, ali = await rig.guest("rosa"), await rig.guest("ali")
    words = [f"word {number}" for number in range(20)]

    async def writes(to, sort: str) -> None:
        for text in words:
            await rig.says(to.letter(text), f"{sort} {text}")

    await asyncio.gather(writes(rosa, "r"), writes(ali, "a"))
    await rosa.reads(words[-1])
    await ali.reads(words[-1])
    assert rosa.texts() == ali.texts() == words


@pytest.mark.parametrize("words", ["x" * 1_000_000, "nødråb 🆘 " * 100_000])
async def test_a_megabyte_is_refused_or_shortened_and_does_no_harm(rig: Rig, words: str):
    rosa = await rig.guest("rosa")
    await rig.says(rosa.letter("before"), "l-0")
    outcome = await rig.delivers(rosa.letter(words), "l-1")
    assert outcome == GaveUp(why=Why.TOO_LARGE) or isinstance(outcome, Delivered)
    id, place = await rig.says(rosa.letter("after"), "l-2")
    change = Amendment(place=place, message=id, mark=Mark(text_id="welcome"), text=words)
    assert isinstance(await rig.delivers(change, "l-3"), Delivered | GaveUp)
    await rig.says(rosa.letter("at last"), "l-4")
    await rosa.reads("at last")
    assert sum(map(len, rosa.texts())) < 100_000
    await rosa.says("I am still here")
    await rig.hears_words("I am still here")


async def test_rosa_sees_that_the_bot_is_at_work(rig: Rig):
    rosa = await rig.guest("rosa")
    await rig.platform.typing(rosa.place, True)
    await rosa.until(rosa.sees_typing, "that it is at work")
    await rig.platform.typing(rosa.place, False)
    await rosa.until(lambda: not rosa.sees_typing(), "that it is not any more")

"""The first words: who we are, of age, consent; and nothing is kept of who says no."""

import pytest

from bot.rehearsal.town import Town
from storage import people


async def test_a_stranger_is_told_who_we_are_and_asked_before_anything_is_kept(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello, is anybody there?")
    assert rosa.heard() == ["welcome", "adult-ask"]
    await rosa.says("1")
    assert rosa.heard() == ["consent-ask"]
    await rosa.says("yes")

    assert rosa.heard() == ["consent-thanks"]
    met = await town.database.read(people.recognise, rosa.address)
    assert met is not None and met.consented_at == town.now


async def test_it_is_asked_once_and_not_each_time(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-yes")
    rosa.heard()

    await town.later(hours=30)
    await rosa.says("hello again")

    assert rosa.heard() == ["not-understood"]


async def test_nothing_stays_of_somebody_who_says_no(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello, is anybody there?")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-no")

    assert rosa.heard()[-1] == "consent-declined"
    assert await town.database.read(people.recognise, rosa.address) is None


async def test_somebody_too_young_is_shown_other_doors_and_nothing_is_kept(town: Town):
    noah = town.stranger("noah")

    await noah.says("hej, jeg har brug for hjælp")
    await noah.says("nej")

    assert noah.heard()[-1] == "too-young"
    assert "116 111" in noah.last().text
    assert await town.database.read(people.recognise, noah.address) is None


async def test_who_said_no_is_welcomed_afresh_when_they_write_again(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-no")
    rosa.heard()

    await rosa.says("hello, I have thought about it")

    assert rosa.heard() == ["welcome", "adult-ask"]


async def test_when_the_language_is_unclear_it_is_asked_first_and_kept_from_then_on(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("...")
    assert rosa.heard() == ["welcome", "language-ask"]
    assert "English" in rosa.last().text and "dansk" in rosa.last().text
    await rosa.says("english")

    assert rosa.heard() == ["welcome", "adult-ask"]
    assert rosa.seen()[-2].text.startswith("Hi, I am"), (
        "read before agreeing, in one's own language"
    )
    assert rosa.last().text.startswith("Are you")


async def test_who_reads_the_language_of_the_welcome_is_not_welcomed_twice(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("...")
    await rosa.says("dansk")

    assert rosa.heard() == ["welcome", "language-ask", "adult-ask"]


@pytest.mark.parametrize(("yes", "agree"), [("ja", "yes"), ("yes", "ja"), ("1️⃣", "👍")])
async def test_an_answer_is_understood_in_either_language_or_as_a_sign(town: Town, yes, agree):
    rosa = town.stranger("rosa")

    await rosa.says("hello there")
    await rosa.says(yes)
    await rosa.says(agree)

    assert rosa.heard()[-1] == "consent-thanks"


async def test_an_answer_can_be_given_as_a_reaction(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello there")
    await rosa.reacts("1️⃣")
    await rosa.reacts("✅")

    assert rosa.heard()[-1] == "consent-thanks"


async def test_an_answer_that_does_not_fit_is_asked_again_kindly(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello there")
    await rosa.says("why do you ask?")

    assert rosa.heard() == ["welcome", "adult-ask", "not-a-choice", "adult-ask"]


@pytest.mark.parametrize("cry", ["crisis", "akut", "112", "!crisis", "CRISIS!", "hjælp mig"])
async def test_in_danger_the_doors_come_first_even_as_the_very_first_word(town: Town, cry):
    rosa = town.stranger("rosa")

    await rosa.says(cry)

    assert rosa.heard() == ["crisis-card"]
    assert "70 201 201" in rosa.last().text and "112" in rosa.last().text


async def test_the_doors_are_shown_in_the_language_of_the_cry(town: Town):
    rosa, ole = town.stranger("rosa"), town.stranger("ole")

    await rosa.says("crisis")
    await ole.says("akut")

    assert rosa.last().text.startswith("It sounds")
    assert ole.last().text.startswith("Det lyder")


async def test_after_the_doors_the_first_words_are_still_said(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("crisis")
    await rosa.says("I would like to talk to somebody")

    assert rosa.heard() == ["crisis-card", "welcome", "adult-ask"]


async def test_help_as_the_first_word_shows_what_there_is_and_who_we_are(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("help")

    assert rosa.heard() == ["help", "welcome", "adult-ask"]


async def test_help_and_the_doors_work_between_the_first_questions(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    rosa.heard()

    await rosa.says("crisis")
    await rosa.says("help")
    await rosa.says("yes")

    assert rosa.heard() == ["crisis-card", "help", "consent-ask"]


async def test_stop_between_the_first_questions_keeps_nothing_and_the_next_word_begins_again(
    town: Town,
):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    await rosa.says("stop")
    await rosa.says("hello, here I am again")

    assert rosa.heard() == ["welcome", "adult-ask", "dialogue-stopped", "welcome", "adult-ask"]


async def test_back_goes_to_the_question_before(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    await rosa.says("yes")
    await rosa.says("back")

    assert rosa.heard()[-2:] == ["consent-ask", "adult-ask"]


async def test_who_never_answers_is_forgotten_after_a_day(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")

    await town.later(hours=23)
    assert await town.database.read(people.recognise, rosa.address) is not None
    await town.later(hours=2)

    assert await town.database.read(people.recognise, rosa.address) is None
    assert rosa.heard() == ["welcome", "adult-ask"], (
        "nobody is written to because they are forgotten"
    )


async def test_an_old_first_question_pressed_after_being_forgotten_is_not_met_with_silence(
    town: Town,
):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    await town.later(hours=25)
    rosa.heard()

    await rosa.presses("adult-yes")

    assert rosa.heard() == ["welcome", "language-ask"]


async def test_without_consent_nothing_else_can_be_done(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("hello there")
    rosa.heard()

    for word in ("talk", "volunteer", "my data", "queue"):
        await rosa.says(word)
        assert rosa.heard() == ["not-a-choice", "adult-ask"]


async def test_in_danger_one_can_ask_for_a_coordinator_and_be_written_to_before_agreeing(
    town: Town,
):
    karen = await town.coordinator("karen")
    rosa = town.stranger("rosa")
    await rosa.says("crisis")
    await rosa.presses("tell-coordinator")
    assert rosa.heard()[-1] == "crisis-coordinator-told"
    assert karen.heard() == ["alarm-crisis"]

    await karen.presses("write-to-them")
    assert rosa.heard()[-1] == "contact-opened"
    await rosa.says("thank you for writing")

    assert "thank you for writing" in karen.last().text


async def test_the_whole_drop_in(town: Town):
    mia = await town.volunteer("mia")
    rosa = town.stranger("rosa")
    await rosa.says("hej, jeg har brug for at snakke")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-yes")
    await rosa.says("snak")
    assert rosa.last().letter.mark.text_id == "talk-topics-ask"
    await rosa.says("1, 3")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.presses("skip")
    assert rosa.last().letter.mark.text_id == "talk-looking"
    assert mia.heard()[-1] == "offer"

    await mia.presses("accept")
    assert rosa.heard()[-1] == "contact-opened"
    await mia.says("Hej, her er jeg")
    assert rosa.last().letter.mark.text_id == "relay"
    assert "Hej, her er jeg" in rosa.last().text
    await rosa.says("!slut")

    assert rosa.heard()[-1] == "contact-ended"
    assert mia.heard()[-2:] == ["contact-ended", "debrief-ask"]
    await mia.presses("heavy")
    assert mia.heard()[-1] == "debrief-heavy"

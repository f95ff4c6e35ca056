"""A time of one's own: said in one's own words, read back, sought and settled."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.appointed import books, heard_at_last, settled
from tests.stories.steps import in_touch


async def test_a_time_is_read_back_with_weekday_date_and_zone_before_anybody_is_asked(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")

    await books(rosa, "on Thursday at 10:30")

    assert rosa.last().letter.mark.text_id == "book-proposed"
    assert "Thursday" in rosa.last().text
    assert "10:30 (Copenhagen)" in rosa.last().text
    assert mia.heard() == []

    await rosa.presses("confirm-yes")
    assert rosa.heard()[-1] == "book-seeking"
    assert mia.heard() == ["appointment-offer"]


async def test_in_danish_too(town: Town):
    rosa = await town.receiver("rosa", "da")
    await rosa.says("aftale")
    await rosa.says("i morgen kl. 14")
    await rosa.says("en halv time")
    for _ in range(3):
        await rosa.says("spring over")
    assert rosa.last().letter.mark.text_id == "book-proposed"
    assert "kl. 14:00 (København)" in rosa.last().text
    assert "30 minutter" in rosa.last().text


async def test_the_first_yes_settles_it_for_both_and_the_others_are_thanked(town: Town):
    mia, ali = (
        await town.volunteer("mia", on_duty=False),
        await town.volunteer("ali", on_duty=False),
    )
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    assert mia.heard() == ali.heard() == ["appointment-offer"]

    await ali.presses("accept")

    assert ali.heard() == ["appointment-confirmed"]
    assert mia.heard() == []  # the question itself says so
    assert rosa.heard()[-1] == "appointment-confirmed"

    await mia.presses("accept")
    assert mia.heard() == ["appointment-offer-over"]
    assert rosa.heard() == []


async def test_a_volunteer_need_not_be_on_duty_but_every_other_limit_holds_for_that_time(
    town: Town,
):
    zoe = await town.volunteer("zoe", on_duty=False, languages=["da"])
    ali = await town.volunteer("ali", on_duty=False)
    await ali.says("limits quiet 18:00-20:00")
    kim = await town.volunteer("kim", on_duty=False)
    await kim.says("limits contacts 1")
    mia = await town.volunteer("mia", on_duty=False)
    ole = await town.receiver("ole")
    await books(ole, "tomorrow at 12:00")
    await ole.presses("confirm-yes")
    await kim.presses("accept")
    for person in (zoe, ali, kim, mia):
        person.heard()

    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")
    await rosa.presses("three-quarters")
    await rosa.presses("skip")
    await rosa.presses("en")
    await rosa.presses("skip")
    await rosa.presses("confirm-yes")

    assert zoe.heard() == []
    assert ali.heard() == []
    assert kim.heard() == []


async def test_nobody_is_in_two_places_at_one_time(town: Town):
    rosa, mia = await settled(town)
    ole = await town.receiver("ole")
    await books(ole, "tomorrow at 19:30")
    await ole.presses("confirm-yes")
    await town.later(hours=3)
    assert "appointment-offer" not in mia.heard()

    await rosa.says("book")
    await rosa.says("tomorrow at 19:30")
    assert rosa.last().letter.mark.text_id == "book-at-that-time"


async def test_the_volunteer_of_last_time_is_asked_first_and_alone(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!end")
    await town.volunteer("ali", on_duty=False)
    ali = town.people["ali"]
    ali.heard()
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")
    await rosa.presses("half-hour")
    assert rosa.last().letter.mark.text_id == "book-whom-ask"
    await rosa.presses("same-volunteer")
    for _ in range(3):
        await rosa.presses("skip", rosa.last())
    await rosa.presses("confirm-yes")

    assert "appointment-offer" in mia.heard()
    assert ali.heard() == []


async def test_a_time_that_is_not_clear_is_asked_about_and_never_guessed(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")

    await rosa.says("on Thursday")
    assert rosa.last().letter.mark.text_id == "book-when-unclear"
    await rosa.says("10:30")

    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_where_two_times_could_be_meant_both_are_offered(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")

    await rosa.says("tomorrow at 8")

    assert rosa.last().letter.mark.text_id == "book-when-which"
    await rosa.says("2")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("in ten minutes", "book-too-soon"),
        ("banana", "book-when-not-understood"),
        ("in 20 weeks at 14:00", "book-too-far"),
    ],
)
async def test_what_cannot_be_is_said_kindly_and_the_question_stands(town: Town, said, answer):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says(said)
    assert rosa.last().letter.mark.text_id == answer

    await rosa.says("tomorrow at 19:00")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_nobody_can_the_receiver_hears_it_and_coordinators_heard_before(town: Town):
    karin, rosa = await town.coordinator("karin"), await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    rosa.heard()

    await heard_at_last(town, karin, "alarm-appointment")
    assert "book-nobody-could" not in rosa.heard()
    await heard_at_last(town, rosa, "book-nobody-could")
    assert "alarm-appointment-unmet" in karin.heard()

    assert [c.id for c in rosa.last().letter.choices] == ["another-time", "talk", "other-doors"]
    await rosa.presses("another-time")
    assert rosa.last().letter.mark.text_id == "book-when-ask"


async def test_status_says_honestly_how_it_stands(town: Town):
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    await rosa.says("status")
    assert "Not settled yet" in rosa.last().text

    await town.volunteer("mia", on_duty=False)
    await town.later(hours=3)
    await town.people["mia"].presses("accept")
    await rosa.says("status")
    assert "Settled" in rosa.last().text


async def test_a_time_said_along_with_the_word_is_taken(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book tomorrow at 19:00")
    assert rosa.heard()[-1] == "book-length-ask"
    await rosa.says("stop")
    ole = await town.receiver("ole")
    await ole.says("aftale i morgen kl. 19")
    assert ole.heard()[-1] == "book-length-ask"


async def test_what_is_open_of_a_time_said_along_is_asked_and_nothing_is_guessed(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book on thursday")
    assert rosa.heard()[-1] == "book-when-unclear"
    await rosa.says("at 14")
    assert rosa.heard()[-1] == "book-length-ask"


async def test_words_without_a_time_behind_it_are_asked_as_ever(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book me a miracle")
    assert rosa.heard()[-1] == "book-when-ask"


async def test_a_time_that_cannot_be_had_is_told_and_another_may_be_said(town: Town):
    rosa, _ = await settled(town)
    rosa.heard()
    await rosa.says("book tomorrow at 19:00")
    assert rosa.heard() == ["book-at-that-time"]
    await rosa.says("on thursday at 10:30")
    assert rosa.heard()[-1] == "book-length-ask"

"""What people are told of a series before they say yes to it: its holidays, its dates, its length."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.appointed import books

# The town's first day is Monday 7 January 2030; Easter is on the 21st of April.


@pytest.mark.parametrize(
    ("language", "said", "named"),
    [
        ("en", "every thursday at 19:00, 16 times", "18 April (Maundy Thursday)"),
        ("da", "hver torsdag kl. 19, 16 gange", "18. april (Skærtorsdag)"),
    ],
)
async def test_holidays_among_its_dates_are_named_and_asked_about_all_the_same(
    town: Town, language: str, said: str, named: str
):
    rosa = await town.receiver("rosa", language)
    await books(rosa, said)
    assert rosa.last().letter.mark.text_id == "series-proposed"
    assert named in rosa.last().text
    assert "16" in rosa.last().text


async def test_days_that_are_closed_for_once_are_named(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("hours 22/1 closed")
    await karen.says("yes")
    await books(rosa, "every tuesday at 19:00, 8 times")
    assert "22 January (we are closed that day)" in rosa.last().text


async def test_where_there_is_nothing_special_nothing_is_said(town: Town):
    rosa = await town.receiver("rosa")
    await books(rosa, "every tuesday at 19:00, 8 times")
    assert "Please note" not in rosa.last().text


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (4, "The dates: 8 January, 15 January, 22 January, 29 January."),
        (13, "26 March, 2 April."),
        (20, "26 March and 8 more."),
    ],
)
async def test_whoever_is_asked_reads_its_dates(town: Town, times: int, told: str):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, f"every tuesday at 19:00, {times} times")
    await rosa.presses("confirm-yes")
    assert told in mia.last().text


async def test_of_one_time_no_list_is_told(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    assert "The dates" not in mia.last().text


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("en", "every tuesday at 19:00, 200 times", "A year at a time is the most"),
        ("en", "every tuesday at 19:00, 58 times", "A year at a time is the most"),
        ("da", "hver tirsdag kl. 19 i 3 år", "Et år ad gangen"),
    ],
)
async def test_a_series_that_is_too_long_is_told_how_long_it_may_be(
    town: Town, language: str, said: str, told: str
):
    rosa = await town.receiver("rosa", language)
    await rosa.says("book")
    await rosa.says(said)
    assert told in rosa.last().text


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", "every Tuesday at 7pm for eight weeks", "every week, 8 times"),
        ("en", "could we talk every other friday at 10:30, 5 times?", "every other week, 5 times"),
        ("da", "kan vi snakke hver tirsdag kl. 19, 8 gange?", "hver uge, 8 gange"),
    ],
)
async def test_a_sentence_with_a_whole_series_is_offered_to_be_booked(
    town: Town, language: str, sentence: str, told: str
):
    rosa = await town.receiver("rosa", language)
    await rosa.says(sentence)
    assert rosa.heard() == ["book-heard"]
    assert told in rosa.last().text
    await rosa.presses("book-that")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        offered = [c.id for c in rosa.last().letter.choices]
        await rosa.presses("three-quarters" if "three-quarters" in offered else "skip")
    assert rosa.heard()[-1] == "series-proposed"
    assert told in rosa.last().text


@pytest.mark.parametrize(
    "sentence", ["could we talk every Tuesday at 7pm?", "every tuesday at 19:00, 200 times"]
)
async def test_a_series_without_an_end_is_offered_and_asked_about(town: Town, sentence: str):
    rosa = await town.receiver("rosa")
    await rosa.says(sentence)
    assert rosa.heard() == ["book-heard"]
    await rosa.presses("book-that")
    assert rosa.heard() == ["book-when-ask"]


async def test_what_is_not_all_about_a_time_is_no_wish(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("I cry every Tuesday at 7pm for eight weeks")
    assert "book-heard" not in rosa.heard()

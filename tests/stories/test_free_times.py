"""Whoever would rather not say a time picks one."""

from datetime import UTC, datetime

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.appointed import books, settled


async def shown(town: Town, receiver: Townsperson) -> list[str]:
    """The free times they are shown, as they read them."""
    await receiver.says("book")
    await receiver.presses("free-times")
    assert receiver.last().letter.mark.text_id == "book-free-times"
    return [c.label for c in receiver.last().letter.choices if c.id != "more-times"]


async def with_shifts(town: Town, plan: str = "shifts mon 18-21, thu 19-22") -> Townsperson:
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says(plan)
    mia.news()
    return mia


async def test_free_times_come_out_of_shifts_and_one_is_booked_like_any_other(town: Town):
    mia, rosa = await with_shifts(town), await town.receiver("rosa")
    times = await shown(town, rosa)
    assert times[0].startswith("Thursday 10 January 2030 at 19:00")
    assert len(times) == 5
    assert "Mia" not in rosa.last().text

    await rosa.says("1")
    while rosa.last().letter.mark.text_id != "book-proposed":
        choices = [choice.id for choice in rosa.last().letter.choices]
        await rosa.presses("half-hour" if "half-hour" in choices else "skip", rosa.last())
    assert "Thursday 10 January 2030 at 19:00" in rosa.last().text
    await rosa.presses("confirm-yes")
    assert mia.heard() == ["appointment-offer"]


@pytest.mark.parametrize(("word", "more"), [("free times", "more"), ("ledige tider", "flere")])
async def test_it_can_be_typed_and_later_ones_follow(town: Town, word: str, more: str):
    await with_shifts(town)
    rosa = await town.receiver("rosa", "da" if word.startswith("ledige") else "en")
    await rosa.says("book")
    await rosa.says(word)
    first = {c.label for c in rosa.last().letter.choices}
    await rosa.says(more)
    assert rosa.last().letter.mark.text_id == "book-free-times"
    assert not {c.label for c in rosa.last().letter.choices if c.id != "more-times"} & first


async def test_what_is_promised_is_not_free(town: Town):
    mia = await with_shifts(town, "shifts thu 19-20")
    rosa, _ = await settled(town, "rosa", "mia", when="on Thursday at 19:00")
    ole = await town.receiver("ole")
    times = await shown(town, ole)
    assert all("10 January" not in one for one in times)
    await rosa.says("book")
    await rosa.presses("free-times")
    assert mia.heard() == []


async def test_days_away_and_other_languages_are_not_free(town: Town):
    mia = await with_shifts(town)
    await mia.says("away 10-16 january")
    rosa = await town.receiver("rosa")
    assert (await shown(town, rosa))[0].startswith("Thursday 17 January")


async def test_without_shifts_it_says_so_and_a_time_of_ones_own_goes_on(town: Town):
    await town.volunteer("mia", on_duty=False)
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.presses("free-times")
    assert rosa.last().letter.mark.text_id == "book-no-free-times"
    await rosa.says("tomorrow at 19:00")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_an_appointment_is_moved_to_a_free_time_too(town: Town):
    rosa, mia = await settled(town, when="tomorrow at 19:00")
    await mia.says("shifts thu 19-22")
    mia.news()
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("free times")
    await rosa.says("1")
    assert rosa.last().letter.mark.text_id == "move-whom-ask"


async def test_a_person_elsewhere_reads_them_by_their_own_clock(town: Town):
    await with_shifts(town)
    rosa = await town.receiver("rosa")
    await rosa.says("time zone New York")
    assert (await shown(town, rosa))[0].startswith("Thursday 10 January 2030 at 13:00")


async def test_nothing_is_offered_that_could_not_be_booked(town: Town):
    await with_shifts(town)
    rosa = await town.receiver("rosa")
    await books(rosa, "on Thursday at 20:00")
    await rosa.presses("confirm-yes")
    for said in await shown(town, rosa):
        assert "10 January" not in said or "20:" not in said
    assert town.now < datetime(2030, 1, 8, tzinfo=UTC)

"""Whoever took back the first date of a series that was still sought lost all the others with it."""

from bot.rehearsal.town import Town
from tests.stories.appointed import books
from tests.stories.test_series import dates, settled_series


async def test_the_others_are_sought_on(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, "every tuesday at 19:00, 4 times")
    await rosa.presses("confirm-yes")
    await rosa.says("appointments")
    assert "4 dates are to come" in rosa.last().text  # and not the one that is asked about
    await rosa.presses("series-dates")
    rosa.heard(), mia.heard()
    await town.later(minutes=1)

    await rosa.presses("cancel-appointment")

    assert rosa.heard() == ["appointment-cancelled", "series-seeking"]
    assert "3 times" in rosa.last().text
    assert "15 January" in rosa.last().text
    await town.later(minutes=5)
    assert "the first of 3" in mia.last().text
    await mia.presses("accept")
    assert [one.day for one in await dates(town)] == [15, 22, 29]


async def test_also_after_it_was_given_back(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    ali = await town.volunteer("ali", on_duty=False)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    first = next(s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row")
    rosa.heard()
    await karen.says(f"call off {first.letter.mark.about}")
    await karen.presses("confirm-yes")
    assert rosa.heard() == ["appointment-cancelled", "series-seeking"]
    await town.later(minutes=5)
    assert "15 January" in ali.last().text
    await ali.presses("accept")
    assert [one.day for one in await dates(town)] == [15, 22, 29]


async def test_with_the_last_date_it_is_over(town: Town):
    rosa = await town.receiver("rosa")
    await books(rosa, "every tuesday at 19:00, 2 times")
    await rosa.presses("confirm-yes")
    for left in (1, 0):
        await rosa.says("appointments")
        await rosa.presses("series-dates")
        rosa.heard()
        await rosa.presses("cancel-appointment")
        assert ("series-seeking" in rosa.heard()) == bool(left)
    await rosa.says("appointments")
    assert rosa.last().letter.mark.text_id == "appointments-none"


async def test_a_long_series_is_counted_whole(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 30 times")
    await rosa.says("appointments")
    assert "30 dates are to come" in rosa.last().text
    await rosa.presses("series-stop")
    assert "all 30 dates" in rosa.last().text
    await rosa.says("yes")
    assert "all 30 dates" in rosa.last().text
    assert mia.heard() == ["series-cancelled"]

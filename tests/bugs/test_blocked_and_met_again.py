"""Somebody blocked their volunteer, and what the two had agreed on for later still brought them together."""

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.appointed import books, heard_at_last, settled
from tests.stories.test_series import dates, settled_series


async def _in_touch(town: Town, rosa: Townsperson, mia: Townsperson) -> None:
    await heard_at_last(town, rosa, "contact-opened", 24 * 8)
    await mia.says("Hello")
    await rosa.says("Hello")


@pytest.mark.parametrize("word", ["!block", "!report"])
async def test_the_other_dates_of_a_series_are_put_to_others(town: Town, word: str):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    await _in_touch(town, rosa, mia)
    mia.news()
    await rosa.says(word)
    assert await dates(town) == []
    assert "series-seeking" in rosa.heard()
    heard = mia.heard()
    assert "series-cancelled" in heard and "series-given-back" not in heard

    ali = await town.volunteer("ali", on_duty=False)
    await heard_at_last(town, ali, "appointment-offer", 24)
    await ali.presses("accept")
    assert len(await dates(town)) == 3
    await heard_at_last(town, rosa, "contact-opened", 24 * 8)
    assert "contact-opened" in ali.heard() and "contact-opened" not in mia.heard()


async def test_a_single_appointment_too(town: Town):
    rosa, mia = await settled(town)
    await books(rosa, "in 3 days at 19:00")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await _in_touch(town, rosa, mia)
    mia.news()
    await rosa.says("!block")
    assert await dates(town) == []
    assert "book-seeking" in rosa.heard()
    assert "appointment-cancelled" in mia.heard()
    await town.later(days=4)
    assert "contact-opened" not in mia.heard()


async def test_who_is_blocked_by_their_volunteer_hears_that_another_is_sought(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    await _in_touch(town, rosa, mia)
    rosa.news()
    await mia.says("!block")
    heard = rosa.heard()
    assert "series-seeking-again" in heard and "series-cancelled" not in heard

"""Neither came to an appointment, and others were asked on behalf of somebody who was not there."""

from datetime import timedelta

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.appointed import begins_at, settled


async def _ten_minutes_in(town: Town) -> tuple[Townsperson, Townsperson]:
    rosa, mia = await settled(town)
    ahead = await begins_at(town) - town.now + timedelta(minutes=11)
    await town.later(seconds=ahead.total_seconds())
    assert rosa.heard()[-1] == mia.heard()[-1] == "no-show-ask"
    return rosa, mia


async def test_it_ends_for_both_and_nobody_else_is_asked(town: Town):
    rosa, mia = await _ten_minutes_in(town)
    ali = await town.volunteer("ali")

    await town.later(minutes=15)

    assert rosa.heard() == ["contact-ended", "no-show-another-time"]
    assert mia.heard() == ["contact-ended"]
    assert ali.heard() == []
    assert "all right" in mia.seen()[-1].text
    await rosa.presses("another-time")
    assert rosa.last().letter.mark.text_id == "book-when-ask"


async def test_who_waits_on_without_a_word_is_there_and_is_found_another(town: Town):
    rosa, mia = await _ten_minutes_in(town)
    await rosa.presses("keep-waiting")
    rosa.news()

    await town.later(minutes=15)

    assert "contact-taken-up-again" in rosa.heard()
    assert mia.heard() == ["contact-ended"]

"""Rosa and Mia talk by telephone: each shows the other how to be called, if they want to, and only then."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain.programme import Form
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from tests.stories.appointed import books, heard_at_last, settled
from tests.stories.story_town import StoryTown

NUMBER = "+45 12 34 56 78"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    forms = (Form.CHAT, Form.VOICE)
    town = await StoryTown.begin(tmp_path, programme=replace(load("drop-in"), forms=forms))
    yield town
    await town.close()


async def kept(town: Town) -> int:
    """How many ways to reach somebody are kept."""
    rows = sa.select(sa.func.count()).select_from(tables.contact_ways)
    return await town.database.read(lambda db: db.count(rows))


async def tells(person: Townsperson, way: str = NUMBER) -> None:
    """How they can be called, and that it is right."""
    await person.presses("share-way")
    await person.says(way)
    await person.presses("confirm-yes")
    assert person.heard()[-2:] == ["way-proposed", "way-kept"]


async def talking(town: Town) -> tuple[Townsperson, Townsperson]:
    """The time of an appointment by voice has come."""
    rosa, mia = await settled(town, form="voice")
    await tells(rosa)
    await heard_at_last(town, rosa, "contact-opened")
    rosa.heard(), mia.heard()
    return rosa, mia


async def test_one_says_how_they_would_like_to_talk_and_only_who_does_that_is_asked(town: Town):
    ali = await town.volunteer("ali", forms=("chat",), on_duty=False)
    mia = await town.volunteer("mia", forms=("voice",), on_duty=False)
    rosa = await town.receiver("rosa")
    await books(rosa, form="voice")
    assert "by voice" in rosa.last().text

    await rosa.presses("confirm-yes")

    assert mia.heard() == ["appointment-offer"] and ali.heard() == []
    assert "by voice" in mia.last().text


async def test_what_was_told_is_shown_when_the_time_comes_and_not_before(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(rosa)
    assert not any(NUMBER in seen.text for seen in mia.seen())

    await heard_at_last(town, mia, "way-shown")

    assert f"now: {NUMBER}" in mia.last().text
    assert NUMBER not in rosa.last().text and "been shown" in rosa.last().text


async def test_nobody_has_to_tell_anything(town: Town):
    rosa, mia = await settled(town, form="voice")
    await rosa.presses("no-thanks")
    assert rosa.heard()[-1] == "way-not-told"

    await heard_at_last(town, mia, "way-shown")

    assert "Neither of you" in mia.last().text and "Neither of you" in rosa.last().text
    await rosa.says("shall we use the link in the group?")
    assert mia.heard()[-1] == "relay"


async def test_it_can_be_said_another_way_and_taken_back(town: Town):
    rosa, _mia = await settled(town, form="voice")
    await rosa.presses("share-way")
    await rosa.says("12345678")
    await rosa.presses("share-way")
    await rosa.says(NUMBER)
    assert NUMBER in rosa.last().text
    await rosa.presses("confirm-yes")
    assert await kept(town) == 1

    await rosa.presses("take-back-way")

    assert rosa.heard()[-1] == "way-not-told" and await kept(town) == 0


async def test_it_is_deleted_an_hour_after(town: Town):
    _rosa, _mia = await talking(town)
    assert await kept(town) == 1

    await town.later(minutes=45 + 61)

    assert await kept(town) == 0


async def test_who_comes_instead_is_shown_nothing_that_was_told_for_another(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(mia)
    await tells(rosa)

    await mia.says("appointments")
    await mia.presses("cancel-appointment")

    assert await kept(town) == 0
    ali = await town.volunteer("ali", on_duty=False)
    await heard_at_last(town, ali, "appointment-offer")
    await ali.presses("accept")
    assert rosa.heard()[-1] == "way-ask"


async def test_nothing_is_left_of_it_when_somebody_is_forgotten(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(mia)

    await rosa.says("forget me")
    await rosa.presses("forget-yes")

    assert await kept(town) == 0


async def test_when_it_is_moved_it_need_not_be_told_again(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(rosa)
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("the day after tomorrow at 18:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    mia.heard(), rosa.heard()
    await mia.presses("accept")

    assert await kept(town) == 1
    assert rosa.heard() == ["appointment-confirmed"]
    assert mia.heard() == ["appointment-confirmed", "way-ask"]


async def test_in_a_series_it_goes_on_to_the_next_date(town: Town):
    rosa, mia = await town.receiver("rosa"), await town.volunteer("mia", on_duty=False)
    await books(rosa, "every Tuesday at 19:00 for three weeks", form="voice")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    assert rosa.heard()[-2:] == ["series-confirmed", "way-ask"]
    await tells(rosa)

    for _ in range(3):
        await heard_at_last(town, mia, "way-shown", hours=24 * 8)
        assert NUMBER in next(s.text for s in mia.seen() if NUMBER in s.text)
        await town.later(hours=2)
        mia.news()
    assert await kept(town) == 0


async def test_ten_minutes_in_they_are_asked_whether_they_have_found_each_other(town: Town):
    rosa, mia = await talking(town)
    await town.later(minutes=11)
    assert rosa.heard() == mia.heard() == ["reached-ask"]

    await mia.presses("we-talk")
    await town.later(minutes=30)

    assert mia.heard() == ["reached-thanks", "contact-soon-over"]
    assert rosa.heard() == ["contact-soon-over"]


async def test_who_hears_nothing_can_have_somebody_else(town: Town):
    rosa, mia = await talking(town)
    ali = await town.volunteer("ali")
    await town.later(minutes=11)

    await rosa.presses("somebody-else")

    assert ali.heard() == ["offer"]
    assert "contact-ended" in mia.heard()


async def test_a_talk_on_the_telephone_is_not_ended_because_nobody_writes(town: Town):
    rosa, mia = await talking(town)

    await town.later(minutes=44)

    assert rosa.heard() == ["reached-ask", "contact-soon-over"]
    assert mia.heard() == ["reached-ask", "contact-soon-over"]


async def test_a_reminder_asks_once_more_who_has_told_nothing(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(rosa)

    await heard_at_last(town, rosa, "appointment-reminder")

    offered = {p.name: [c.id for c in p.last().letter.choices] for p in (rosa, mia)}
    assert "share-way" in offered["mia"] and "share-way" not in offered["rosa"]


async def test_somebody_may_read_what_is_kept_of_theirs_and_the_other_may_not(town: Town):
    rosa, mia = await settled(town, form="voice")
    await tells(rosa)

    await rosa.says("my data")
    await mia.says("my data")

    assert rosa.last().letter.mark.text_id == mia.last().letter.mark.text_id == "my-data"
    assert "12 34 56 78" in rosa.last().text and "12 34 56 78" not in mia.last().text

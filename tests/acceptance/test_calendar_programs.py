"""A real calendar program shows what people agreed to, and nothing that is not so any more.

khal takes what it was given last, whatever its number; that numbers rise is told elsewhere.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio

from bot.domain.feeds import CalendarFeed
from bot.domain.lifecycle import AppointmentStatus
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import appointments, calendar_feeds
from tests.parts.khal import Khal, Shown
from tests.parts.web_bot import WebBot
from tests.platforms.web.at_feed import KEY, agreed, with_feed
from tests.stories.appointed import settled
from tests.stories.story_town import StoryTown


@pytest_asyncio.fixture
async def town(tmp_path: Path):
    folder = tmp_path / "town"
    folder.mkdir()
    town = await StoryTown.begin(folder)
    yield town
    await town.close()


async def test_what_is_settled_moved_and_called_off_is_one_entry_that_follows(
    town: Town, khal: Khal
):
    rosa, mia = await settled(town, when="tomorrow at 19:00")
    await khal.opens(_last_file(rosa))
    assert await khal.shows() == [
        Shown("2030-01-08 19:00", "2030-01-08 19:45", "Appointment", cancelled=False)
    ]

    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("in two days at 20:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await khal.opens(_last_file(rosa))
    assert await khal.shows() == [
        Shown("2030-01-09 20:00", "2030-01-09 20:45", "Appointment", cancelled=False)
    ]

    await rosa.says("cancel")
    await rosa.presses("pick-1")
    await khal.opens(_last_file(rosa))
    (left,) = await khal.shows()
    assert left.cancelled


async def test_a_calendar_in_another_zone_shows_the_same_moment(town: Town, tmp_path: Path, khal):
    rosa, _ = await settled(town, when="tomorrow at 19:00")
    abroad = Khal(tmp_path / "abroad", zone="America/New_York")
    await abroad.opens(_last_file(rosa))
    (entry,) = await abroad.shows()
    assert entry.begins == "2030-01-08 13:00"


async def test_a_subscribed_calendar_follows_by_itself_until_the_link_is_off(
    tmp_path: Path, khal: Khal
):
    async with WebBot(tmp_path) as bot:
        mia = await with_feed(bot)
        await khal.subscribes(f"{bot.base}calendar/{KEY}.ics")
        assert await khal.looks_again()
        shown = await khal.shows()
        assert shown[0] == Shown(
            "2030-01-08 19:00", "2030-01-08 19:45", "Appointment", cancelled=False
        )
        assert [one.title for one in shown[1:]] == ["Shift"] * 8

        begins = datetime(2030, 1, 8, 20, 0, tzinfo=UTC)
        await bot.app.database.run(appointments.save, agreed(mia, begins_at=begins, changes=4))
        assert await khal.looks_again()
        assert (await khal.shows())[0].begins == "2030-01-08 21:00"

        off = agreed(mia, begins_at=begins, changes=5, status=AppointmentStatus.CANCELLED)
        await bot.app.database.run(appointments.save, off)
        assert await khal.looks_again()
        assert {one.title for one in await khal.shows()} == {"Shift"}

        gone = CalendarFeed(person=mia, key="", made_at=bot.now + timedelta(minutes=1))
        await bot.app.database.run(calendar_feeds.save, gone)
        assert not await khal.looks_again()
        assert {one.title for one in await khal.shows()} == {"Shift"}


def _last_file(person: Townsperson) -> str:
    files = [file.data for seen in person.seen() if (file := getattr(seen.letter, "file", None))]
    return bytes(files[-1]).decode()

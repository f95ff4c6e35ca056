"""A link for somebody's own calendar: made, replaced, and off."""

from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa
from icalendar import Calendar

from bot.config import Config
from bot.platforms.web.feeds import calendar_of
from bot.rehearsal.town import Town
from storage import calendar_feeds, tables
from tests.stories.appointed import settled
from tests.stories.story_town import StoryTown


@pytest_asyncio.fixture
async def with_page(tmp_path: Path):
    """A town whose bot has a page of its own."""
    page = {"platforms": {"web": {"address": "https://talk.example.org/chat"}}}
    town = await StoryTown.begin(tmp_path, config=Config.model_validate(page), room=True)
    yield town
    await town.close()


def _key(text: str) -> str:
    return text.partition("/calendar/")[2].partition(".ics")[0]


async def _rows(town: Town) -> int:
    counted = sa.select(sa.func.count()).select_from(tables.calendar_feeds)
    return await town.database.read(lambda db: db.count(counted))


async def test_they_get_a_link_and_are_told_who_sees_what(with_page: Town):
    rosa = await with_page.receiver("rosa")
    await rosa.says("feed")

    assert rosa.heard() == ["feed-link"]
    text = rosa.last().text
    assert text.startswith("https://talk.example.org/chat/calendar/")
    assert len(_key(text)) == 26 and "the company that keeps your calendar" in text
    who = await with_page.database.read(calendar_feeds.whose, _key(text))
    assert who is not None
    assert await with_page.database.read(calendar_feeds.whose, "a" * 26) is None


async def test_whoever_has_both_the_file_and_the_link_has_an_appointment_once(with_page: Town):
    rosa, mia = await settled(with_page)
    for person in (rosa, mia):
        file = next(f for s in person.seen() if (f := getattr(s.letter, "file", None)))
        await person.says("feed")
        text = await with_page.database.read(
            calendar_of, _key(person.last().text), with_page.desk.programmes, with_page.now
        )
        assert text is not None
        (by_hand,) = Calendar.from_ical(file.data.decode()).walk("VEVENT")
        (by_itself,) = Calendar.from_ical(text).walk("VEVENT")
        for part in ("UID", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "CLASS"):
            assert by_hand[part] == by_itself[part], part


async def test_a_new_one_replaces_it_and_the_old_one_opens_nothing(with_page: Town):
    rosa = await with_page.receiver("rosa")
    await rosa.says("feed")
    old = _key(rosa.last().text)

    await rosa.says("feed")
    assert rosa.last().letter.mark.text_id == "feed-is"
    assert old not in rosa.last().text
    await rosa.presses("feed-new")

    new = _key(rosa.last().text)
    assert new != old and "opens nothing any more" in rosa.last().text
    assert await with_page.database.read(calendar_feeds.whose, old) is None
    assert await with_page.database.read(calendar_feeds.whose, new) is not None
    assert await _rows(with_page) == 1


@pytest.mark.parametrize("word", ["feed off", "kalenderlink fra"])
async def test_off_is_off(with_page: Town, word: str):
    rosa = await with_page.receiver("rosa")
    await rosa.says("kalenderlink")
    await rosa.says(word)
    assert rosa.heard() == ["feed-link", "feed-off"]
    assert await _rows(with_page) == 0
    await rosa.says(word)
    assert rosa.heard() == ["feed-none"]


async def test_what_is_not_understood_asks_and_makes_nothing(with_page: Town):
    rosa = await with_page.receiver("rosa")
    await rosa.says("feed me")
    assert rosa.heard() == ["feed-is"]
    assert await _rows(with_page) == 0


async def test_the_secret_is_nowhere_in_the_database_once_it_was_told(with_page: Town, tmp_path):
    rosa = await with_page.receiver("rosa")
    await rosa.says("feed")
    key = _key(rosa.last().text)

    kept = b"".join(path.read_bytes() for path in tmp_path.glob("town.db*"))

    assert key.encode() not in kept
    assert key not in "".join(map(str, await with_page.database.read(_everything)))


async def test_among_coordinators_it_is_not_shown_to_all(with_page: Town):
    karin = await with_page.coordinator("karin")
    await karin.says("!feed", in_room=True)
    assert with_page.heard_in_room() == ["write-me-directly"]
    assert await _rows(with_page) == 0


async def test_without_a_page_they_are_told_so(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("feed")
    assert rosa.heard() == ["feed-no-page"]


async def test_it_is_told_among_what_is_kept_and_goes_with_them(with_page: Town):
    rosa = await with_page.receiver("rosa")
    await rosa.says("feed")
    await rosa.says("my data")
    assert "calendar_feed_since" in rosa.last().text
    await rosa.says("forget me")
    await rosa.presses("forget-yes")
    assert await _rows(with_page) == 0


def _everything(db):
    return [tuple(row.values()) for table in tables.metadata.sorted_tables
            for row in db.all(sa.select(table))]  # fmt: skip

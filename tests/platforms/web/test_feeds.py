"""A calendar program asks for somebody's times: only they are in it, and nobody without the key sees any."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from icalendar import Calendar

from bot.domain.feeds import CalendarFeed
from bot.domain.lifecycle import AppointmentStatus
from storage import appointments, calendar_feeds
from tests.parts.web_bot import WebBot
from tests.platforms.web.at_feed import KEY, TOMORROW, agreed, with_feed


async def _asks(bot: WebBot, key: str = KEY, **headers: str):
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{bot.base}calendar/{key}.ics", headers=headers) as answer,
    ):
        return answer.status, answer.headers, await answer.text()


@pytest.fixture
async def bot(tmp_path: Path):
    async with WebBot(tmp_path) as bot:
        yield bot


async def test_it_tells_when_and_nothing_else(bot: WebBot):
    await with_feed(bot)
    status, headers, text = await _asks(bot)

    assert status == 200 and headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"] == "private, no-cache"
    events = list(Calendar.from_ical(text).walk("VEVENT"))
    assert {str(one["summary"]) for one in events} == {"Appointment", "Shift"}
    meeting = next(one for one in events if str(one["summary"]) == "Appointment")
    assert meeting.decoded("dtstart") == TOMORROW
    assert meeting["sequence"] == 2  # as the file that went along last
    assert not {"DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE"} & {k for e in events for k in e}
    on_shift = [one.decoded("dtstart") for one in events if str(one["summary"]) == "Shift"]
    assert on_shift[0] == datetime(2030, 1, 9, 17, 0, tzinfo=UTC) and len(on_shift) == 8
    for word in ("mia", "mother", "drop-in", "night watch"):
        assert word not in text.casefold()


async def test_what_has_not_changed_need_not_be_sent_again(bot: WebBot):
    giver = await with_feed(bot)
    _, headers, text = await _asks(bot)
    tag = headers["ETag"]
    bot.now += timedelta(minutes=30)

    status, again, nothing = await _asks(bot, **{"If-None-Match": f'"other", W/{tag}'})
    assert (status, again["ETag"], nothing) == (304, tag, "")

    later = agreed(giver, begins_at=TOMORROW + timedelta(hours=1), changes=4)
    await bot.app.database.run(appointments.save, later)
    status, changed, now_so = await _asks(bot, **{"If-None-Match": tag})
    assert status == 200 and changed["ETag"] != tag and now_so != text


async def test_a_cancelled_one_is_not_in_it_and_one_that_is_over_stays_a_while(bot: WebBot):
    giver = await with_feed(bot)
    called_off = agreed(giver, status=AppointmentStatus.CANCELLED)
    await bot.app.database.run(appointments.save, called_off)
    assert "SUMMARY:Appointment" not in (await _asks(bot))[2]

    over = agreed(giver, status=AppointmentStatus.BEGUN, begins_at=bot.now - timedelta(days=3))
    await bot.app.database.run(appointments.save, over)
    assert "SUMMARY:Appointment" in (await _asks(bot))[2]
    bot.now += timedelta(days=15)
    assert "SUMMARY:Appointment" not in (await _asks(bot))[2]


@pytest.mark.parametrize("key", ["a" * 26, "A" * 26, "x", "a" * 400, "..%2F..%2Fstatic", KEY + "0"])
async def test_a_key_that_opens_nothing_is_an_address_like_any_that_is_not_there(bot: WebBot, key):
    await with_feed(bot)
    known = await _asks(bot, key)
    async with aiohttp.ClientSession() as http, http.get(f"{bot.base}nowhere") as answer:
        assert (known[0], known[2]) == (answer.status, await answer.text())
    assert known[0] == 404


async def test_revoked_it_opens_nothing(bot: WebBot):
    giver = await with_feed(bot)
    off = CalendarFeed(person=giver, key="", made_at=bot.now)
    await bot.app.database.run(calendar_feeds.save, off)
    assert (await _asks(bot))[0] == 404


async def test_nobody_can_ask_without_end(bot: WebBot):
    await with_feed(bot)
    door = bot.app.platforms["web"]
    door.limits.feeds.burst = 3  # type: ignore[attr-defined]
    statuses = [(await _asks(bot, "b" * 26))[0] for _ in range(3)]
    status, headers, _ = await _asks(bot)
    assert (statuses, status) == ([404] * 3, 429)
    assert int(headers["Retry-After"]) >= 1


async def test_in_trouble_it_is_asked_for_later_and_not_thrown_away(bot: WebBot):
    await with_feed(bot)
    door = bot.app.platforms["web"]
    door.server._feeds._stand_in = True  # type: ignore[attr-defined]
    assert (await _asks(bot))[0] == 503

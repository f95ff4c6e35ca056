"""Open gatherings among a server's events: made once, changed, called off, or refused in plain sight."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.platforms.discord.checking import wanted
from bot.platforms.gatherings import EventShowing, EventWithdrawing
from bot.platforms.platform import Delivered, GaveUp, Why
from tests.parts.discord_server.events import (
    ACTIVE,
    CANCELED,
    COMPLETED,
    CREATE_EVENTS,
    MANAGE_EVENTS,
    SCHEDULED,
    begin,
)
from tests.parts.discord_server.server import Fault
from tests.parts.discord_server.world import Json
from tests.platforms.discord.running import RunningDiscord

EVENTS = r"/guilds/\d+/scheduled-events"
SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)


def coffee(**more: Any) -> EventShowing:
    told = {"key": "K7M2QP", "name": "Coffee", "says": "Everybody is welcome.", "where": "Huset",
            "begins": SOON, "ends": SOON + timedelta(hours=2)}  # fmt: skip
    return EventShowing(**{**told, **more})


def events(bot: RunningDiscord) -> list[Json]:
    return list(bot.server.world.events.get(bot.guild, {}).values())


async def test_everybody_on_the_server_sees_when_and_where(bot: RunningDiscord):
    assert isinstance(await bot.platform.deliver(coffee(), "e-1"), Delivered)
    (event,) = events(bot)
    assert event["name"] == "Coffee"
    assert event["entity_metadata"] == {"location": "Huset"}
    assert event["description"] == "Everybody is welcome.\n(K7M2QP)"
    assert datetime.fromisoformat(event["scheduled_start_time"]) == SOON
    assert datetime.fromisoformat(event["scheduled_end_time"]) == SOON + timedelta(hours=2)
    assert event["status"] == SCHEDULED


async def test_said_again_it_is_one_event_and_nothing_is_changed(bot: RunningDiscord):
    await bot.platform.deliver(coffee(), "e-1")
    await bot.restart()
    await bot.platform.deliver(coffee(), "e-1")
    await bot.platform.deliver(coffee(), "e-2")
    assert len(events(bot)) == 1
    assert bot.server.count("PATCH", rf"{EVENTS}/\d+") == 0


async def test_where_the_answer_was_lost_it_is_found_again_and_one_is_left(bot: RunningDiscord):
    bot.server.faults.append(Fault("POST", EVENTS, 500, after=True))  # discord.py asks again
    assert isinstance(await bot.platform.deliver(coffee(), "e-1"), Delivered)
    assert bot.server.count("POST", EVENTS) == 2
    assert len(events(bot)) == 1


async def test_stopped_before_the_answer_came_it_is_found_again(bot: RunningDiscord):
    sending = asyncio.create_task(bot.platform.deliver(coffee(), "e-1"))
    await bot.until(lambda: bot.server.count("POST", EVENTS), 20, "it is made")
    sending.cancel()
    await bot.restart()
    assert isinstance(await bot.platform.deliver(coffee(), "e-1"), Delivered)
    assert len(events(bot)) == 1
    assert bot.server.count("POST", EVENTS) == 1


async def test_what_changed_is_changed_in_the_same_event(bot: RunningDiscord):
    await bot.platform.deliver(coffee(), "e-1")
    later = SOON + timedelta(days=1)
    moved = coffee(begins=later, ends=later + timedelta(hours=1), where="The library")
    assert isinstance(await bot.platform.deliver(moved, "e-2"), Delivered)
    (event,) = events(bot)
    assert datetime.fromisoformat(event["scheduled_start_time"]) == later
    assert event["entity_metadata"]["location"] == "The library"


@pytest.mark.parametrize("begun", [False, True])
async def test_called_off_it_is_cancelled_or_ended_once(bot: RunningDiscord, begun: bool):
    await bot.platform.deliver(coffee(), "e-1")
    (event,) = events(bot)
    if begun:
        begin(event)
        assert event["status"] == ACTIVE
    for once in ("e-2", "e-2", "e-3"):
        off = await bot.platform.deliver(EventWithdrawing(key="K7M2QP"), once)
        assert isinstance(off, Delivered)
    assert event["status"] == (COMPLETED if begun else CANCELED)


async def test_what_others_made_is_left_alone_whatever_it_says(bot: RunningDiscord):
    await bot.platform.deliver(coffee(), "e-1")
    (event,) = events(bot)
    event["creator_id"] = "123456789012345678"
    await bot.platform.deliver(coffee(), "e-2")
    await bot.platform.deliver(EventWithdrawing(key="K7M2QP"), "e-3")
    assert event["status"] == SCHEDULED
    assert [e["status"] for e in events(bot)] == [SCHEDULED, CANCELED]


@pytest.mark.parametrize("instead", [0, MANAGE_EVENTS])
async def test_without_create_events_it_is_refused_and_said_so(instead: int):
    async with RunningDiscord() as bot:
        mine = bot.server.world.members[bot.guild][bot.server.world.bot["id"]]["roles"]
        role = next(r for r in bot.server.world.guilds[bot.guild]["roles"] if r["id"] in mine)
        role["permissions"] = str(wanted().value & ~CREATE_EVENTS | instead)
        assert await bot.platform.deliver(coffee(), "e-1") == GaveUp(why=Why.NOT_ALLOWED)
        assert events(bot) == []


async def test_create_events_is_enough_to_change_and_call_off_ones_own(bot: RunningDiscord):
    assert wanted().create_events and not wanted().manage_events
    await bot.platform.deliver(coffee(), "e-1")
    await bot.platform.deliver(coffee(name="Tea"), "e-2")
    await bot.platform.deliver(EventWithdrawing(key="K7M2QP"), "e-3")
    (event,) = events(bot)
    assert (event["name"], event["status"]) == ("Tea", CANCELED)


async def test_too_late_or_too_many_is_refused_and_nothing_raised(bot: RunningDiscord):
    past = datetime.now(UTC) - timedelta(hours=1)
    refused = GaveUp(why=Why.REFUSED)
    assert await bot.platform.deliver(coffee(begins=past), "e-1") == refused
    for n in range(100):
        id = str(10**17 + n)
        bot.server.world.events.setdefault(bot.guild, {})[id] = {"id": id, "status": SCHEDULED}
    assert await bot.platform.deliver(coffee(), "e-2") == refused


async def test_without_a_server_there_is_nowhere_to_show_it():
    async with RunningDiscord(server=None, rooms_channel=None) as bot:
        assert await bot.platform.deliver(coffee(), "e-1") == GaveUp(why=Why.REFUSED)

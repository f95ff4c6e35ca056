"""A group's private thread: opened once and empty, people let in one by one, put out, closed and locked."""

import asyncio

from bot.messages import Address, Place
from bot.platforms.gatherings import GroupOpening, LettingIn, PuttingOut
from bot.platforms.platform import Delivered, GaveUp, RoomLeaving, Why
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.server import Fault
from tests.parts.discord_server.world import Json
from tests.platforms.discord.running import RunningDiscord

THREADS = r"/channels/\d+/threads"
MEMBERS = r"/channels/\d+/thread-members/\d+"


def _threads(bot: RunningDiscord) -> list[Json]:
    return [one for one in bot.server.world.channels.values() if one.get("thread_metadata")]


async def _opened(bot: RunningDiscord) -> Place:
    outcome = await bot.platform.deliver(GroupOpening(name="K7M2QP"), "o-1")
    assert isinstance(outcome, Delivered) and outcome.place is not None
    return outcome.place


def _who(person: DiscordPerson) -> Address:
    return Address("discord", person.user)


async def test_it_is_opened_once_named_by_its_code_alone_and_nobody_is_in_it(bot: RunningDiscord):
    place = await _opened(bot)
    await bot.restart()
    assert await _opened(bot) == place
    (thread,) = _threads(bot)
    assert thread["parent_id"] == bot.rooms
    assert thread["name"].startswith("K7M2QP ") and len(thread["name"]) == 13
    assert bot.server.world.in_thread[thread["id"]] == {bot.server.world.bot["id"]}
    body = next(b for m, p, b in bot.server.asked if m == "POST" and p.endswith("/threads"))
    assert body["invitable"] is False and body["type"] == 12


async def test_stopped_before_the_answer_came_it_is_found_again(bot: RunningDiscord):
    opening = asyncio.create_task(bot.platform.deliver(GroupOpening(name="K7M2QP"), "o-1"))
    await bot.until(lambda: _threads(bot), 20, "it is opened")
    opening.cancel()
    await bot.restart()
    await _opened(bot)
    assert len(_threads(bot)) == 1


async def test_people_are_let_in_and_put_out_as_often_as_it_is_said(
    bot: RunningDiscord, rosa: DiscordPerson
):
    place, ali = await _opened(bot), bot.person("ali")
    inside = bot.server.world.in_thread[place.room]
    for person in (rosa, ali, rosa):
        letter = LettingIn(place=place, who=_who(person))
        assert isinstance(await bot.platform.deliver(letter, "l"), Delivered)
    assert {rosa.user, ali.user} < inside
    for _ in range(2):
        letter_out = PuttingOut(place=place, who=_who(rosa))
        assert isinstance(await bot.platform.deliver(letter_out, "p"), Delivered)
    assert rosa.user not in inside and ali.user in inside


async def test_one_who_left_the_server_is_said_and_the_thread_stays(
    bot: RunningDiscord, rosa: DiscordPerson
):
    place = await _opened(bot)
    del bot.server.world.members[bot.guild][rosa.user]
    refused = await bot.platform.deliver(LettingIn(place=place, who=_who(rosa)), "l-1")
    assert refused == GaveUp(why=Why.UNREACHABLE)
    (thread,) = _threads(bot)
    assert not thread["thread_metadata"]["locked"]


async def test_at_its_end_it_is_closed_and_locked_and_nobody_is_put_out(
    bot: RunningDiscord, rosa: DiscordPerson
):
    place = await _opened(bot)
    await bot.platform.deliver(LettingIn(place=place, who=_who(rosa)), "l-1")
    for _ in range(2):
        assert isinstance(await bot.platform.deliver(RoomLeaving(place=place), "c-1"), Delivered)
    (thread,) = _threads(bot)
    assert thread["thread_metadata"]["archived"] and thread["thread_metadata"]["locked"]
    assert rosa.user in bot.server.world.in_thread[place.room]


async def test_without_the_permission_or_the_channel_it_is_refused_and_said_so(
    bot: RunningDiscord,
):
    bot.server.faults.append(Fault("POST", THREADS, 403, code=50013))
    refused = await bot.platform.deliver(GroupOpening(name="K7M2QP"), "o-1")
    assert refused == GaveUp(why=Why.NOT_ALLOWED)
    assert _threads(bot) == []
    async with RunningDiscord(rooms_channel=None) as without:
        refused = await without.platform.deliver(GroupOpening(name="K7M2QP"), "o-1")
        assert refused == GaveUp(why=Why.REFUSED)


async def test_somebody_from_elsewhere_is_refused(bot: RunningDiscord):
    place = await _opened(bot)
    letter = LettingIn(place=place, who=Address("matrix", "@rosa:town.example"))
    assert await bot.platform.deliver(letter, "l-1") == GaveUp(why=Why.REFUSED)
    assert bot.server.count("PUT", MEMBERS) == 0

"""Where it may do what it asks for and no more, all of it works; and each permission is for something."""

from collections.abc import Awaitable, Callable

import discord
import pytest

from bot.messages import Address, Opened, Place, Said
from bot.platforms.discord.checking import PERMISSIONS, wanted
from bot.platforms.gatherings import GroupOpening, LettingIn
from bot.platforms.platform import (
    Delivered,
    Mark,
    OutgoingFile,
    RoomLeaving,
    RoomOpening,
    ShownChoice,
)
from tests.parts.discord_server import DiscordPerson
from tests.platforms.discord.running import RunningDiscord, letter
from tests.platforms.discord.test_events import coffee, events
from tests.platforms.listening import message

ALARM = Mark(text_id="alarm-waiting")
PICTURE = OutgoingFile(name="week.csv", mime="text/csv", data=b"a,b\n1,2\n")


def _room(bot: RunningDiscord) -> Place:
    return Place("discord", bot.channel)


async def _told(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """Coordinators are told something in their channel."""
    alarm = message(None, _room(bot), "somebody waits", mark=ALARM)
    return isinstance(await bot.platform.deliver(alarm, "told"), Delivered)


async def _given(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """They get a file."""
    given = message(None, _room(bot), "the week", file=PICTURE)
    return isinstance(await bot.platform.deliver(given, "given"), Delivered)


async def _heard(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """They are heard when they name the bot."""
    anna.says_in(bot.channel, f"<@{bot.server.world.bot['id']}> queue")
    anna.says("and now in private")
    await bot.hears_words("and now in private")
    return "!queue" in bot.words()


async def _once(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """They are not told twice what was told before a crash that Discord no longer remembers."""
    choices = (ShownChoice(id="take", number=1, label="I will"),)
    asked = message(None, _room(bot), "who will?", choices=choices, question="q1")
    await bot.platform.deliver(asked, "once")
    there = bot.server.world.messages[bot.channel]
    for shown in there.values():
        shown.pop("nonce", None)
    await bot.restart()
    await bot.platform.deliver(asked, "once")
    return [m["content"] for m in there.values()].count("who will?") == 1


async def _opened(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """A room is opened, with both in it."""
    return await _thread(bot, anna) is not None


async def _closed(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """It is closed when it is over, and nobody can write there."""
    place = await _thread(bot, anna)
    if place is None:
        return False
    await bot.platform.deliver(RoomLeaving(place=place), "closed")
    meta = bot.server.world.channels[place.room]["thread_metadata"]
    assert meta["archived"], "put away it is in any case"
    return bool(meta["locked"])


async def _shown(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """An open gathering is among the server's events."""
    await bot.platform.deliver(coffee(), "shown")
    return len(events(bot)) == 1


async def _gathered(bot: RunningDiscord, anna: DiscordPerson) -> bool:
    """A group has a thread, is let into it, and reads there what it is."""
    opened = await bot.platform.deliver(GroupOpening(name="K7M2QP"), "group")
    if not isinstance(opened, Delivered) or opened.place is None:
        return False
    anna_there = LettingIn(place=opened.place, who=Address("discord", anna.user))
    told = message(None, opened.place, "you see each other here")
    done = (
        await bot.platform.deliver(anna_there, "let in"),
        await bot.platform.deliver(told, "said there"),
    )
    return all(isinstance(one, Delivered) for one in done)


async def _thread(bot: RunningDiscord, anna: DiscordPerson) -> Place | None:
    other = bot.person("other")
    both = (Address("discord", anna.user), Address("discord", other.user))
    outcome = await bot.platform.deliver(
        RoomOpening(name="Peerbot", invite=both), f"room{anna.user}"
    )
    if not isinstance(outcome, Delivered) or outcome.place is None:
        return None
    assert {anna.user, other.user} <= bot.server.world.in_thread[outcome.place.room]
    return outcome.place


Deed = Callable[[RunningDiscord, DiscordPerson], Awaitable[bool]]
DEEDS: tuple[Deed, ...] = (_told, _given, _heard, _once, _opened, _closed, _shown, _gathered)
WITHOUT: dict[str, set[Deed]] = {
    "view_channel": {_told, _given, _heard, _once, _opened, _closed, _gathered},
    "send_messages": {_told, _given, _once},
    "send_messages_in_threads": {_opened, _closed, _gathered},
    "create_private_threads": {_opened, _closed, _gathered},
    "manage_threads": {_closed},
    "create_events": {_shown},
    "attach_files": {_given},
    "read_message_history": {_once},
}


async def _failing(rights: int) -> set[Deed]:
    """What does not work with these rights; private chats always do."""
    failing: set[Deed] = set()
    for deed in DEEDS:
        async with RunningDiscord(coordinators=True, rights=rights) as bot:
            anna = bot.person("anna")
            anna.says("hello")
            await bot.hears_words("hello")
            if not await deed(bot, anna):
                failing.add(deed)
            await bot.says(letter(anna, "all the same"), "private")
            assert "all the same" in anna.texts()
    return failing


async def test_with_what_is_asked_for_all_of_it_works_and_nothing_is_amiss():
    assert await _failing(wanted().value) == set()
    async with RunningDiscord(coordinators=True, rights=wanted().value) as bot:
        assert all(finding.well for finding in await bot.platform.check())


def test_nothing_is_asked_for_that_is_for_nothing():
    assert set(WITHOUT) == set(PERMISSIONS)
    assert all(WITHOUT.values())
    assert not wanted().administrator and not wanted().use_application_commands


@pytest.mark.parametrize("missing", WITHOUT)
async def test_without_one_of_them_just_that_fails_and_it_is_said(missing: str):
    rights = wanted().value & ~discord.Permissions(**{missing: True}).value
    assert await _failing(rights) == WITHOUT[missing]
    async with RunningDiscord(coordinators=True, rights=rights) as bot:
        amiss = [one.says for one in await bot.platform.check() if not one.well]
        assert any(missing in says and PERMISSIONS[missing] in says for says in amiss), amiss


async def test_who_calls_it_where_it_may_not_write_is_answered_all_the_same():
    async with RunningDiscord(rights=0) as bot:
        await bot.until(lambda: bot.server.world.commands, 20, "the slash commands")
        anna = bot.person("anna")
        asked = anna.calls("help", where=bot.channel)
        said = await bot.hears(Said)
        assert said.place.room == anna.chat
        await bot.says(letter(anna, "This is what I can do."), "l-1")
        await bot.until(lambda: asked.shown, 20, "where the answer stands")
        assert asked.flags & 64, "only they see it"
        anna.calls("start", where=bot.channel)
        await bot.hears(Opened)

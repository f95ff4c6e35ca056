"""After an absence every chat is read, the latest first; nobody waits behind those who are quiet."""

import json
from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.platforms.discord import listening
from bot.platforms.discord.chats import Chats
from tests.platforms.discord.running import RunningDiscord
from tests.platforms.matrix.running import Shelf

NOW = datetime(2030, 1, 7, 12, 0, tzinfo=UTC)


async def test_all_are_read_when_there_are_more_than_are_read_at_once(
    bot: RunningDiscord, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listening, "AT_ONCE", 2)
    people = [bot.person(f"person{n}") for n in range(6)]
    for person in people:
        person.says("first words")
    await bot.until(lambda: bot.words().count("first words") == 6, 20, "all are known")
    await bot.at_rest()
    await bot.stop()
    for n, person in enumerate(people):
        person.says(f"meanwhile {n}")
    bot.platform = bot.idle()
    await bot.start()
    people[0].says("and now")  # the one that was quiet for longest writes before it is its turn
    await bot.hears_words("and now")
    for n in range(6):
        assert (await bot.hears_words(f"meanwhile {n}")).late
    told = bot.words()
    assert told.index("meanwhile 0") < told.index("and now")
    assert len(told) == len(set(told)) + 5, "each once"


async def test_a_chat_that_was_quiet_for_half_a_year_is_known_and_after_a_year_it_is_not():
    shelf = Shelf()
    for days, channel in ((200, 64), (400, 128)):
        read = discord.utils.time_snowflake(NOW - timedelta(days=days))
        rows = json.loads(shelf.kept.get("chats/0/since", "[]"))
        shelf.kept["chats/0/since"] = json.dumps([*rows, [channel, channel + 1, read]])
    chats = Chats(shelf)
    await chats.load(NOW)
    assert [chat.channel for chat in chats.all()] == [64]
    await chats.keep()
    assert len(json.loads(shelf.kept["chats/0/since"])) == 1

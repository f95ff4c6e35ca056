"""Every command as a slash command: named in Danish for Danes, told when changed, called as typed."""

import json
import re
from typing import Any

import pytest

from bot.messages import Opened, PlaceKind, Said
from bot.platforms.discord.calling import Calling
from bot.platforms.discord.says import Says
from handlers import everything
from tests.parts.discord_server import DiscordPerson
from tests.platforms.discord.running import RunningDiscord, desk

NAME = re.compile(r"^[-_'\w]{1,32}$")
COMMANDS = everything().vocabulary().commands


def _payload() -> list[dict[str, Any]]:
    service = desk().config.service
    return Calling(desk().commands, Says(desk().catalogue, service)).payload()


def test_every_command_people_may_type_can_be_called():
    names = {one["name"] for one in _payload()}
    wanted = {c.words[0].replace(" ", "-") for c in COMMANDS if not (c.hidden or c.on_page)}
    assert names == {*wanted, "start"}
    assert len(names) <= 100


def test_names_and_descriptions_are_such_as_discord_takes():
    seen: set[tuple[str, str]] = set()
    for one in _payload():
        for part in (one, *one.get("options", [])):
            for name in (part["name"], *part.get("name_localizations", {}).values()):
                assert NAME.match(name) and name == name.lower(), name
            for text in (part["description"], *part["description_localizations"].values()):
                assert 1 <= len(text) <= 100, text
        for language, name in (("en", one["name"]), *one.get("name_localizations", {}).items()):
            assert (language, name) not in seen, "two commands of one name"
            seen.add((language, name))
        required = [option["required"] for option in one.get("options", [])]
        assert required == sorted(required, reverse=True), "what must be given comes first"


def test_danes_find_danish_names_with_danish_letters():
    danish = {one["name"]: one.get("name_localizations", {}).get("da") for one in _payload()}
    assert danish["help"] == "hjælp"
    assert danish["talk"] == "snak"
    assert danish["queue"] == "kø"
    assert danish["duty"] == "vagt"


def test_coordinators_commands_are_seen_by_nobody_until_an_admin_gives_them_out():
    shown = {one["name"]: one["default_member_permissions"] for one in _payload()}
    assert shown["queue"] == "0"
    assert shown["talk"] is None


async def test_they_are_told_once_and_again_only_when_something_changed(bot: RunningDiscord):
    tells = r"/applications/\d+/commands"
    assert bot.server.count("PUT", tells) == 1
    await bot.restart()
    await bot.restart()
    assert bot.server.count("PUT", tells) == 1
    bot.memory.kept["commands"] = "of another version"
    await bot.restart()
    await bot.until(lambda: bot.server.count("PUT", tells) == 2, 20, "they are told again")
    assert {one["name"] for one in bot.server.world.commands} >= {"talk", "help", "start"}


async def test_a_command_called_is_the_command_typed(bot: RunningDiscord, rosa: DiscordPerson):
    rosa.calls("talk")
    said = await bot.hears(Said, lambda one: one.text == "!talk")
    assert (said.kind, said.place.room) == (PlaceKind.DIRECT, rosa.chat)


async def test_what_is_given_along_comes_along(bot: RunningDiscord, rosa: DiscordPerson):
    options = {one["name"]: one.get("options", []) for one in _payload()}
    name, given = next((n, o[0]["name"]) for n, o in options.items() if o and n != "start")
    rosa.calls(name, **{given: "two words"})
    said = await bot.hears(Said, lambda one: one.text.endswith("two words"))
    assert said.text.startswith("!")


async def test_a_press_says_which_language_the_client_speaks(bot: RunningDiscord):
    ali = bot.person("ali", "da")
    ali.calls("start")
    opened = await bot.hears(Opened)
    assert opened.language == "da"


async def test_a_coordinators_command_in_their_channel_is_for_that_channel():
    async with RunningDiscord(coordinators=True) as bot:
        await bot.until(lambda: bot.server.world.commands, 20, "the slash commands")
        anna = bot.person("anna")
        anna.calls("queue", where=bot.channel)
        said = await bot.hears(Said)
        assert (said.kind, said.place.room) == (PlaceKind.COORDINATORS, bot.channel)
        bot.server.world.put(bot.channel, anna.user, f"<@{bot.server.world.bot['id']}> queue")
        named = await bot.hears(Said, lambda one: one.id.startswith("discord:m"))
        assert (named.kind, named.text) == (PlaceKind.COORDINATORS, "!queue")
        anna.says_in(bot.channel, "just talking among ourselves")
        anna.says("hi")
        await bot.hears_words("hi")
        assert bot.words() == ["!queue", "!queue", "hi"]


@pytest.mark.parametrize("name", ["nonsense", "", "../x"])
async def test_a_command_nobody_knows_opens_the_chat_and_no_more(
    bot: RunningDiscord, rosa: DiscordPerson, name: str
):
    bot.server.world.commands.append({"name": name, "id": "1"})
    rosa.calls(name)
    rosa.says("still here")
    await bot.hears_words("still here")


def test_what_is_told_is_plain_json():
    assert json.loads(json.dumps(_payload())) == _payload()

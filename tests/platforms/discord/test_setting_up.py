"""What an admin is told before and after the bot is let in."""

import discord
import pytest

from bot.config import Config, ConfigProblems, load
from bot.platforms.discord import checking, setup
from tests.parts.discord_server import DiscordServer, pointed_at
from tests.parts.discord_server.server import TOKEN
from tests.platforms.discord.running import RunningDiscord


async def _told(config: Config | None, token: str = TOKEN) -> tuple[bool, str]:
    lines: list[str] = []

    async def say(text: str) -> None:
        lines.append(text)

    section = config.platforms.discord if config else None
    return await setup.walk(say, section, token), "\n".join(lines)


async def test_the_link_asks_for_what_is_explained_and_never_for_administrator(
    bot: RunningDiscord,
):
    well, told = await _told(bot.config)
    assert well
    assert f"client_id={bot.server.world.bot['id']}" in told
    assert f"permissions={checking.wanted().value}" in told
    assert "scope=bot+applications.commands" in told
    assert not checking.wanted().administrator
    for name in checking.PERMISSIONS:
        assert f"{name}: to " in told
    assert "MEND" not in told and TOKEN not in told


async def test_before_there_is_a_configuration_it_says_what_to_write(bot: RunningDiscord):
    well, told = await _told(None)
    assert well and "[platforms.discord]" in told


async def test_a_wrong_token_is_said_and_not_repeated(bot: RunningDiscord):
    well, told = await _told(bot.config, "a wrong one")
    assert not well and "developer portal" in told and "a wrong one" not in told


@pytest.mark.parametrize(
    ("permissions", "says"),
    [
        (
            checking.wanted().value & ~discord.Permissions(manage_threads=True).value,
            "manage_threads",
        ),
        (discord.Permissions(administrator=True).value, "take that away"),
    ],
)
async def test_too_little_and_too_much_are_found(permissions: int, says: str):
    async with DiscordServer() as server:
        guild = server.world.guild("Huset", permissions="0")
        server.world.give_role(guild, server.world.bot["id"], permissions)
        config = Config.model_validate({"platforms": {"discord": {"server": guild}, "web": {}}})
        with pointed_at(server.base):
            assert config.platforms.discord is not None
            found = await checking.findings(config.platforms.discord, TOKEN)
    (bad,) = [one for one in found if not one.well]
    assert (bad.part, says in bad.says) == ("discord: permissions", True)


async def test_a_server_it_is_not_in_is_said_with_the_link():
    async with DiscordServer() as server:
        section = {"server": "123456789012345678", "coordinators_channel": "123456789012345679"}
        config = Config.model_validate({"platforms": {"discord": section, "web": {}}})
        with pointed_at(server.base):
            assert config.platforms.discord is not None
            found = await checking.findings(config.platforms.discord, TOKEN)
    assert [one.part for one in found if not one.well] == ["discord: server"]
    assert "oauth2/authorize" in found[-1].says


def test_without_relay_and_without_a_page_the_configuration_is_refused(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("[platforms.discord]\nrelay = false\n")
    with pytest.raises(ConfigProblems) as wrong:
        load(path, {"PEERBOT_DISCORD_TOKEN": "a token"})
    assert "[platforms.web]" in str(wrong.value.problems[0])
    path.write_text("[platforms.discord]\n[platforms.web]\n")
    platforms = load(path, {"PEERBOT_DISCORD_TOKEN": "a token"}).platforms
    assert not platforms.may_relay("discord") and platforms.facts_only("discord")
    assert platforms.may_relay("matrix") and platforms.may_relay("web")
    path.write_text("[platforms.discord]\nrelay = true\n")
    assert load(path, {"PEERBOT_DISCORD_TOKEN": "x"}).platforms.may_relay("discord")


def test_a_token_in_the_file_itself_is_refused(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[platforms.discord]\ntoken = "abc.def.ghi"\n[platforms.web]\n')
    with pytest.raises(ConfigProblems) as wrong:
        load(path, {})
    assert "abc.def" not in "".join(map(str, wrong.value.problems))

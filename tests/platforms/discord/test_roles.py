"""What the roles of the server say about whoever acts, and how little anybody waits for it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.config import Config, ConfigProblems, load
from bot.messages import Address, LookedUp, Place, Pressed, Reacted, Said
from bot.platforms.discord import checking, looking_again, members
from bot.platforms.platform import ShownChoice
from storage.people import WithRoles
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.server import TOKEN, Fault
from tests.platforms.discord.running import RunningDiscord, letter

MEMBER = r"/guilds/\d+/members/\d+"
YES = (ShownChoice(id="yes", number=1, label="Yes"),)
COORDINATES, GIVES = frozenset({"coordinator"}), frozenset({"volunteer"})


class WithTwoRoles(RunningDiscord):
    """A server in which two roles stand for something; nobody holds them yet."""

    def __init__(self) -> None:
        super().__init__(coordinators=True)
        world = self.server.world
        self.coordinators = world.role(self.guild, "koordinatorer")
        self.volunteers = world.role(self.guild, "frivillige")
        discord = self.config.platforms.discord
        assert discord is not None
        given = {
            **discord.model_dump(exclude_none=True),
            "coordinator_role": self.coordinators,
            "volunteer_role": self.volunteers,
        }
        self.config = Config.model_validate({"platforms": {"discord": given, "web": {}}})
        self.platform = self.idle()

    def karim(self, *roles: str) -> DiscordPerson:
        """Somebody of the server who holds these roles."""
        karim = self.person("karim")
        self.gives(karim, *roles)
        return karim

    def gives(self, who: DiscordPerson, *roles: str) -> None:
        """From now on they hold these. Without a privileged intent nobody is told."""
        self.server.world.members[self.guild][who.user]["roles"] = list(roles)

    def asked(self) -> int:
        """How often anybody's roles were asked for."""
        return self.server.count("GET", MEMBER)


@pytest_asyncio.fixture
async def bot() -> AsyncIterator[WithTwoRoles]:
    async with WithTwoRoles() as bot:
        await bot.until(lambda: bot.server.world.commands, 20, "the slash commands")
        yield bot


async def test_a_command_in_the_server_brings_its_roles_along(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    karim.calls("queue", where=bot.channel)
    assert (await bot.hears(Said)).holds == COORDINATES
    bot.gives(karim, bot.volunteers)
    karim.calls("status", where=bot.channel)
    assert (await bot.hears(Said, lambda said: said.text == "!status")).holds == GIVES
    assert bot.asked() == 0, "nothing had to be asked for"


async def test_a_message_in_the_coordinators_channel_does_too(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    karim.says_in(bot.channel, f"<@{bot.server.world.bot['id']}> queue")
    assert (await bot.hears(Said)).holds == COORDINATES
    assert bot.asked() == 0


async def test_in_private_one_member_is_asked_for_and_then_remembered(
    bot: WithTwoRoles, monkeypatch: pytest.MonkeyPatch
):
    karim = bot.karim(bot.coordinators)
    karim.says("queue")
    assert (await bot.hears_words("queue")).holds == COORDINATES
    question = letter(karim, "Shall I?", choices=YES, question="q-1")
    message, _ = await bot.says(question, "l-1")
    karim.presses(karim.screen()[-1], ends=":yes")
    assert (await bot.hears(Pressed)).holds == COORDINATES
    karim.reacts(message, "\N{THUMBS UP SIGN}")
    assert (await bot.hears(Reacted)).holds == COORDINATES
    assert bot.asked() == 1

    bot.gives(karim)
    monkeypatch.setattr(members, "LASTS", 0.0)
    karim.says("and now?")
    assert (await bot.hears_words("and now?")).holds == frozenset()


async def test_who_is_not_in_the_server_any_more_holds_nothing(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    del bot.server.world.members[bot.guild][karim.user]
    karim.says("queue")
    assert (await bot.hears_words("queue")).holds == frozenset()


async def test_put_out_of_the_server_the_bot_takes_nothing_from_anybody(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    bot.server.faults.append(Fault("GET", MEMBER, 404, code=10004))
    karim.says("queue")
    assert (await bot.hears_words("queue")).holds is None


async def test_without_an_answer_it_is_not_known_and_nobody_waits_again(
    bot: WithTwoRoles, monkeypatch: pytest.MonkeyPatch
):
    karim = bot.karim(bot.coordinators)
    monkeypatch.setattr(members, "WITHIN", 0.05)
    bot.server.latency = 0.5
    karim.says("queue")
    assert (await bot.hears_words("queue")).holds is None
    asked = bot.asked()
    karim.says("status")
    assert (await bot.hears_words("status")).holds is None
    assert bot.asked() - asked <= 1, "the first question, when it came through at last"


async def test_a_cry_for_help_waits_for_nothing(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    karim.says("akut")
    assert (await bot.hears_words("akut")).holds is None
    assert bot.asked() == 0


async def test_a_role_that_is_deleted_is_nobodys(bot: WithTwoRoles):
    karim = bot.karim(bot.coordinators)
    bot.server.world.delete_role(bot.guild, bot.coordinators)
    karim.calls("queue", where=bot.channel)
    assert (await bot.hears(Said)).holds == frozenset()


async def test_who_has_something_by_a_role_is_looked_up_at_the_start(bot: WithTwoRoles):
    karim, still, gone = bot.karim(), bot.person("still"), bot.person("gone")
    bot.gives(still, bot.volunteers)
    del bot.server.world.members[bot.guild][gone.user]
    bot.with_roles = [
        WithRoles(Address("discord", who.user), Place("discord", who.chat), holds, False)
        for who, holds in ((karim, COORDINATES), (still, GIVES), (gone, GIVES))
    ]
    await bot.restart()
    seen = await bot.hears(LookedUp, lambda seen: seen.sender.user == gone.user)
    assert (seen.holds, seen.place.room) == (frozenset(), gone.chat)
    found = {event.sender.user for event in bot.heard if isinstance(event, LookedUp)}
    assert found == {karim.user, gone.user}, "nothing is new about the third"


async def test_and_again_later_though_discord_failed_meanwhile(
    bot: WithTwoRoles, monkeypatch: pytest.MonkeyPatch
):
    karim = bot.karim()
    monkeypatch.setattr(looking_again, "AGAIN", 0.05)
    bot.server.faults.append(Fault("GET", MEMBER, 403, code=50001))
    bot.with_roles = [
        WithRoles(Address("discord", karim.user), Place("discord", karim.chat), COORDINATES, False)
    ]
    await bot.restart()
    await bot.hears(LookedUp)
    assert bot.asked() >= 2


async def test_without_roles_in_the_configuration_nobody_is_asked_for():
    async with RunningDiscord() as bot:
        rosa = bot.person("rosa")
        rosa.says("hello")
        assert (await bot.hears_words("hello")).holds is None
        assert bot.server.count("GET", MEMBER) == 0
        bot.with_roles = [
            WithRoles(Address("discord", rosa.user), Place("discord", rosa.chat), GIVES, False)
        ]
        await bot.restart()
        assert (await bot.hears(LookedUp)).holds == frozenset(), "what a role gave ends with it"


async def test_the_check_says_which_role_is_not_there(bot: WithTwoRoles):
    section = bot.config.platforms.discord
    assert section is not None
    bot.server.world.delete_role(bot.guild, bot.volunteers)
    found = {one.part: one.well for one in await checking.findings(section, TOKEN)}
    assert found["discord: coordinators' role"] and not found["discord: volunteers' role"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('coordinator_role = "123456789012345678"', "add server"),
        ('server = "123456789012345678"\ncoordinator_role = "123456789012345678"', "everybody's"),
        (
            'server = "123456789012345678"\ncoordinator_role = "123456789012345679"\n'
            'volunteer_role = "123456789012345679"',
            "every volunteer would coordinate",
        ),
    ],
)
def test_a_role_that_would_be_a_mistake_is_refused(tmp_path, lines: str, says: str):
    path = tmp_path / "config.toml"
    path.write_text(f"[platforms.discord]\n{lines}\n[platforms.web]\n")
    with pytest.raises(ConfigProblems) as wrong:
        load(path, {"PEERBOT_DISCORD_TOKEN": "x"})
    assert says in str(wrong.value.problems[0])

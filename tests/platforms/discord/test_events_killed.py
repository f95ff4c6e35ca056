"""kill -9 just when an event or a group's thread was made, and nothing was noted of it: it is made once."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.platforms.discord.checking import wanted
from tests.parts.discord_server import DiscordPerson, DiscordServer
from tests.parts.discord_server.server import Fault
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json
from tests.platforms.discord.test_killed import LONG, Killed

CONFIG = """\
[service]
language = "en"
time_zone = "{zone}"
[storage]
database = "peerbot.db"
key_file = "peerbot.key"
[programmes]
active = ["programme.toml"]
[coordinators]
people = ["discord:{karen}", "discord:{birgit}"]
[platforms.discord]
server = "{guild}"
rooms_channel = "{rooms}"
relay = true
token_file = "discord-token"
"""
AFTERNOON = 13  # hours
EVENTS = r"/guilds/\d+/scheduled-events"
THREADS = r"/channels/\d+/threads"


def where_it_is_afternoon() -> str:
    """A zone in which nobody sleeps, whenever this is run: who does is asked only in the morning."""
    ahead = AFTERNOON - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}"  # the names are the wrong way round, as POSIX has it


class House:
    """The bot as a process at a server of ours, with two coordinators."""

    def __init__(self, folder: Path, server: DiscordServer) -> None:
        self.server = server
        self.guild = server.world.guild("Huset")
        server.world.give_role(self.guild, server.world.bot["id"], wanted().value)
        self.rooms = server.world.text_channel(self.guild, "rooms")
        self.karen = DiscordPerson(server, "karen", self.guild)
        self.birgit = DiscordPerson(server, "birgit", self.guild)
        self.bot = Killed(folder, server)
        self.bot.write_programme(more='languages = ["en"]')
        told = {"guild": self.guild, "rooms": self.rooms, "karen": self.karen.user}
        told["zone"] = where_it_is_afternoon()
        self.bot.config.write_text(CONFIG.format(**told, birgit=self.birgit.user))

    async def until(self, true: Callable[[], object], what: str) -> None:
        """Wait for it. Raises AssertionError, with what the bot logged last."""
        try:
            await self.server.until(true, what, LONG)
        except AssertionError as missing:
            raise AssertionError(f"{missing}\n{self.bot.last_words()}") from None

    async def there(self) -> None:
        """It is running and connected."""
        self.bot.launch()
        await self.until(lambda: self.server.gateway.connected, "it is there")

    async def hears(self, who: DiscordPerson, words: str, after: int) -> Json:
        """The first message with these words after so many."""
        found: list[Json] = []

        def look() -> bool:
            found[:] = [m for m in who.screen()[after:] if words in shown(m["content"])[0]]
            return bool(found)

        await self.until(look, repr(words))
        return found[0]

    async def asked_all(self, who: DiscordPerson, *said: tuple[str, str]) -> Json:
        """They say one thing after another, each when what is asked by then stands there."""
        last: Json = {}
        for words, then in said:
            before = len(who.screen())
            who.says(words)
            last = await self.hears(who, then, before)
        return last

    async def killed_when(self, method: str, path: str) -> None:
        """The next request of this sort is done, its answer is lost, and the bot is killed then."""
        before = self.server.count(method, path)
        await self.until(lambda: self.server.count(method, path) > before, f"{method} {path}")
        self.bot.kill()
        self.server.faults.clear()
        await self.there()

    def lose_the_answer(self, method: str, path: str) -> None:
        """discord.py waits a second before it asks again: time enough to be killed in."""
        self.server.faults.append(Fault(method, path, 500, times=9, after=True))


@pytest.mark.slow
async def test_killed_when_it_was_made_or_changed_there_is_one_event_as_it_should_be(
    tmp_path: Path,
):
    async with DiscordServer() as server:
        house = House(tmp_path, server)
        karen = house.karen
        try:
            await house.there()
            karen.says("status")
            await house.until(karen.screen, "a word of welcome")
            shown_first = await house.asked_all(
                karen,
                ("new gathering", "Who may come"),
                ("everybody", "called"),
                ("Coffee", "When does it begin"),
                ("in three days at 15, two hours", "Where is it"),
                ("Huset", "shall I show it"),
            )
            house.lose_the_answer("POST", EVENTS)
            before = len(karen.screen())
            karen.presses(shown_first, ends=":gathering-shown")
            await house.killed_when("POST", EVENTS)
            planned = await house.hears(karen, "It is planned", before)
            code = shown(planned["content"])[0].split("planned: ")[1][:6]
            (event,) = server.world.events[house.guild].values()
            begins = event["scheduled_start_time"]

            moving = await house.asked_all(
                karen, (f"reschedule {code} in four days at 16", "Shall I move")
            )
            house.lose_the_answer("PATCH", rf"{EVENTS}/\d+")
            karen.presses(moving, ends=":confirm-yes")
            await house.killed_when("PATCH", rf"{EVENTS}/\d+")

            listed = server.count("GET", EVENTS)
            await house.until(lambda: server.count("GET", EVENTS) > listed, "it looks again")
            (event,) = server.world.events[house.guild].values()
            assert event["scheduled_start_time"] != begins
            assert server.count("POST", EVENTS) == 1
        finally:
            house.bot.remove()
        assert "Traceback" not in house.bot.said(), house.bot.last_words()


@pytest.mark.slow
async def test_killed_when_a_groups_thread_was_opened_there_is_one_with_everybody_in_it(
    tmp_path: Path,
):
    async with DiscordServer() as server:
        house = House(tmp_path, server)
        karen, birgit = house.karen, house.birgit
        try:
            await house.there()
            for one in (karen, birgit):
                one.says("status")
                await house.until(one.screen, "a word of welcome")
            # Birgit is known by a code: she asked to talk, and took it back.
            await house.asked_all(birgit, ("talk", "practical"), ("skip", "asking volunteers"))
            waits = await house.asked_all(karen, ("queue", "in writing"))
            code = shown(waits["content"])[0].split()[0]
            shown_first = await house.asked_all(
                karen,
                ("new gathering", "Who may come"),
                ("group", "called"),
                ("Evening", "When does it begin"),
                ("in three days at 19, two hours", "Whom shall I ask"),
                (f"me, {code}", "Shall I ask them"),
            )
            before = len(birgit.screen())
            karen.presses(shown_first, ends=":confirm-yes")
            asks = await house.hears(birgit, "would like to be in a group", before)
            birgit.presses(asks, ends=":gathering-yes")
            await house.hears(birgit, "I let you in", before)
            planned = await house.hears(karen, "The group is", 0)
            group = shown(planned["content"])[0].split("The group is ")[1][:6]
            starting = await house.asked_all(karen, (f"start gathering {group}", "Shall I open"))
            house.lose_the_answer("POST", THREADS)
            karen.presses(starting, ends=":confirm-yes")
            await house.killed_when("POST", THREADS)
            await house.hears(birgit, "has begun", before)
            threads = [c for c in server.world.channels.values() if c.get("thread_metadata")]
            assert [c["name"][:6] for c in threads] == [group]
            everybody = {server.world.bot["id"], karen.user, birgit.user}
            await house.until(
                lambda: server.world.in_thread[threads[0]["id"]] == everybody, "they are in it"
            )
            assert len(server.world.messages[threads[0]["id"]]) == 1
        finally:
            house.bot.remove()
        assert "Traceback" not in house.bot.said(), house.bot.last_words()

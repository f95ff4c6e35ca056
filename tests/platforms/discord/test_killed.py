"""kill -9 of the bot while two people talk over Discord: nothing is lost and nothing doubled.

Counted where it matters, on the two screens. `PEERBOT_KILLS` sets how many there are (40),
`PEERBOT_SEED` the seed.
"""

import asyncio
import os
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.messages import Address, Place
from storage import people, volunteers
from storage.database import Database, Transaction
from storage.opening import open_up
from storage.vault import Key, Vault, write_key_file
from tests.parts.discord_server import DiscordPerson, DiscordServer
from tests.parts.discord_server.server import TOKEN
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json
from tests.parts.installation import Installation
from tests.parts.places import ROOT

KILLS = int(os.environ.get("PEERBOT_KILLS", "40"))
SEED = int(os.environ.get("PEERBOT_SEED", "20261125"))
LONG = 60.0  # seconds something may take: several kills may come in between
LAUNCH = str(ROOT / "tests/parts/discord_server/launch.py")

CONFIG = """\
[service]
language = "en"
[storage]
database = "peerbot.db"
key_file = "peerbot.key"
[programmes]
active = ["programme.toml"]
[platforms.discord]
server = "{guild}"
relay = true
token_file = "discord-token"
"""


class Killed(Installation):
    """The bot as a process of its own, at a server of ours."""

    def __init__(self, folder: Path, server: DiscordServer) -> None:
        super().__init__(folder, "")
        self.program = (LAUNCH, server.base)
        secret = folder / "discord-token"
        secret.write_text(TOKEN)
        secret.chmod(0o600)


async def _hears(server: DiscordServer, who: DiscordPerson, words: str, after: int = 0) -> Json:
    """The first message with these words after so many; waited for as long as anything still comes."""
    seen = -1
    while True:
        screen = who.screen()
        for message in screen[after:]:
            if words in shown(message["content"])[0]:
                return message
        assert len(screen) > seen, f"{words!r} has not come, and nothing else in {LONG} s"
        seen = len(screen)
        with suppress(AssertionError):
            await server.until(lambda: len(who.screen()) > seen, "something", LONG)  # noqa: B023


async def _presses(
    server: DiscordServer, who: DiscordPerson, message: Json, choice: str, then: str
) -> None:
    """Press until something comes of it: a press while the bot is down fails before one's eyes."""
    before = len(who.screen())
    for _ in range(60):
        try:
            asked = who.presses(message, ends=f":{choice}")
        except LookupError:  # it was heard: the buttons are gone, and the answer is on its way
            asked = None
        for _ in range(150):
            if any(then in shown(m["content"])[0] for m in who.screen()[before:]):
                return
            if asked and not asked.answers and not server.gateway.connected:
                break
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.1)
    raise AssertionError(f"{choice}: {who.texts()[-3:]}")


@pytest.mark.slow
@pytest.mark.timeout(300 + 12 * KILLS)
async def test_killed_at_any_moment_it_loses_nothing_and_says_nothing_twice(tmp_path: Path):
    chance = random.Random(SEED)
    async with DiscordServer() as server:
        guild = server.world.guild("Huset")
        rosa, mia = DiscordPerson(server, "rosa", guild), DiscordPerson(server, "mia", guild)
        bot = Killed(tmp_path, server)
        bot.write_programme(more='languages = ["en"]')
        bot.config.write_text(CONFIG.format(guild=guild))
        await _settled(tmp_path, rosa, mia)
        bot.launch()
        try:
            done = await _evening(server, bot, rosa, mia, chance)
        finally:
            bot.remove()
        print(f"\nseed {SEED}: {done}")
        assert "Traceback" not in bot.said(), bot.last_words()


async def _evening(
    server: DiscordServer,
    bot: Killed,
    rosa: DiscordPerson,
    mia: DiscordPerson,
    chance: random.Random,
) -> str:
    kills = 0
    over = asyncio.Event()

    async def reap() -> None:
        nonlocal kills
        while kills < KILLS:
            await server.until(lambda: server.gateway.connected, "it is there again", LONG)
            await asyncio.sleep(chance.uniform(0.0, 1.2))
            bot.kill()
            kills += 1
            await asyncio.sleep(chance.uniform(0.0, 0.2))
            bot.launch()
        over.set()

    # Discord tells a bot of no chat it does not know: the very first words need it to be there.
    await server.until(lambda: server.gateway.connected, "it is there", LONG)
    for one in (rosa, mia):
        one.says("status")
        await server.until(one.screen, "an answer", LONG)
    began = time.monotonic()
    reaping = asyncio.create_task(reap())
    contacts = lines = 0
    while not over.is_set() or contacts == 0:
        if reaping.done():
            reaping.result()
        at_rosa, at_mia = len(rosa.screen()), len(mia.screen())
        rosa.says("talk")
        await _presses(server, rosa, await _hears(server, rosa, "practical", at_rosa), "skip",
                       "asking volunteers")  # fmt: skip
        offer = await _hears(server, mia, "would like to talk", at_mia)
        await _presses(server, mia, offer, "accept", "in touch")
        await _hears(server, rosa, "is here for you now", at_rosa)
        contacts += 1
        wrote: dict[str, list[str]] = {"rosa": [], "mia": []}
        begun_with = kills

        async def writes(
            who: DiscordPerson, name: str, wrote=wrote, begun_with=begun_with, n=contacts
        ) -> None:
            while len(wrote[name]) < 8 or (
                len(wrote[name]) < 60 and kills < begun_with + 12 and not over.is_set()
            ):
                line = f"{name} says line {n}.{len(wrote[name])}"
                wrote[name].append(line)
                who.says(line)
                await asyncio.sleep(chance.uniform(0.05, 0.4))

        await asyncio.gather(writes(rosa, "rosa"), writes(mia, "mia"))
        for reader, name in ((mia, "rosa"), (rosa, "mia")):
            await _hears(server, reader, wrote[name][-1], 0)
        rosa.says("!end")
        await _hears(server, rosa, "ended the contact", at_rosa)
        debrief = await _hears(server, mia, "How was", at_mia)
        await _presses(server, mia, debrief, "light", "glad to hear")
        for reader, name, at in ((mia, "rosa", at_mia), (rosa, "mia", at_rosa)):
            said = [shown(m["content"])[0] for m in reader.screen()[at:]]
            came = [one.partition(": ")[2] for one in said if f"{name} says line" in one]
            doubled = [line for line, n in Counter(came).items() if n > 1]
            lost = [line for line in wrote[name] if line not in came]
            assert (lost, doubled) == ([], []), f"seed {SEED}"
            assert came == wrote[name], f"seed {SEED}: another order"
            lines += len(came)
    took = time.monotonic() - began
    return f"{kills} kills in {took:.0f} s, {contacts} contacts, {lines} lines relayed, none lost or doubled"


async def _settled(folder: Path, rosa: DiscordPerson, mia: DiscordPerson) -> None:
    """Rosa has consented, and Mia is on duty."""
    key = Key.new()
    write_key_file(folder / "peerbot.key", key)
    database = Database(folder / "peerbot.db", Vault(key))
    await open_up(database)
    await database.run(_settle, rosa, mia)
    await database.close()


def _settle(db: Transaction, rosa: DiscordPerson, mia: DiscordPerson) -> None:
    now = datetime.now(UTC)
    for one in (rosa, mia):
        met = people.meet(db, Address("discord", one.user), "en", True, "Europe/Copenhagen", now)
        people.heard_at(db, met.id, Place("discord", one.chat), now)
        people.save(db, replace(met, consented_at=now, language_known=True))
    giver = people.recognise(db, Address("discord", mia.user))
    assert giver is not None
    volunteer = Volunteer(
        person=PersonId(giver.id), programme="drop-in", name="Heron", status=VolunteerStatus.ACTIVE,
        languages=frozenset({"en"}), forms=frozenset({"chat"}), on_duty_since=now,
        on_duty_until=now + timedelta(hours=3),
    )  # fmt: skip
    volunteers.save(db, volunteer)

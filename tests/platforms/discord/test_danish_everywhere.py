"""A Dane with a Danish client reads Danish from the first word to the last, whatever the service speaks.

English is known by the catalogue itself: every run of words that stands in an English text and in no
Danish one.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.conversation.commands import Role
from bot.platforms.discord.choices import WRITE
from bot.texts.entries import Entries
from handlers import everything
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import EPHEMERAL
from tests.platforms.discord.evening import Evening, words_in, words_of_form

LONG_ENOUGH = 9  # characters of a run of words to be told from a name or a code
NOT_OURS = re.compile(r"<t:\d+:\w>|https?://\S+")


class _Runs(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:
        for line in re.split(r"[\n]|\*\*", node.value):
            self.found.add(" ".join(line.split()).strip(" .,:;()"))


@cache
def english() -> frozenset[str]:
    """Runs of words that are English and not Danish."""
    runs: dict[str, set[str]] = {}
    for language in ("da", "en"):
        visitor = _Runs()
        entries = Entries.of(language)
        for id in entries:
            if not id.startswith("web-"):
                visitor.visit(entries[id])
        runs[language] = visitor.found
    danish = "\n".join(sorted(runs["da"]))
    return frozenset(one for one in runs["en"] if len(one) >= LONG_ENOUGH and one not in danish)


def _slips(words: list[str]) -> Iterator[str]:
    for said in words:
        plain = " ".join(NOT_OURS.sub(" ", said).replace("**", "").split())
        for run in english():
            if run in plain:
                yield f"{run!r} in {plain!r}"


def all_of(who: DiscordPerson) -> list[str]:
    """Everything on somebody's screen."""
    return [words for message in who.screen() for words in words_in(message)]


def test_english_is_known_when_it_is_seen():
    assert "How would you like to talk?" in english() or "How would you like to talk" in english()
    assert list(
        _slips(["Please: how was it? Write to me about it. How long would you like to talk?"])
    )
    assert not list(_slips(["Hvornår vil du gerne tale med nogen?", "Peerbot", "English"]))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("service", ["en", "da"])
async def test_a_dane_reads_danish_from_the_first_word_to_the_last(service: str):
    async with Evening(service) as evening:
        rosa, mia, karin = evening.person("rosa", "da"), evening.person("mia", "da"), evening.karin
        read = await _arrives(evening, rosa)
        for one in (mia, karin):
            read += await _arrives(evening, one)
        await _becomes_a_volunteer(evening, mia, karin)
        read += await _is_asked_and_meets(evening, rosa, mia)
        read += await _books_and_asks(evening, rosa, mia)
        read += await _works(evening, karin)
        read += await _at_a_closed_door(evening, evening.person("ole", "da"))
        everything = [*read, *all_of(rosa), *all_of(mia), *all_of(karin)]
        assert len(everything) > 150, "an evening was seen"
        assert sorted(set(_slips(everything))) == []


async def test_every_command_has_a_danish_name_and_a_danish_description():
    async with Evening("en") as evening:
        for one in evening.server.world.commands:
            parts = [one, *one.get("options", [])]
            told = [part["description_localizations"]["da"] for part in parts]
            assert not list(_slips(told)), one["name"]
            named = [p["name_localizations"]["da"] for p in parts if p["name"] != "start"]
            assert all(named), one["name"]


async def test_where_many_read_a_dane_is_answered_in_danish():
    async with Evening("en") as evening:
        rosa = evening.person("rosa", "da")
        rosa.calls("start", where=evening.lobby)
        await evening.quiet()
        bot = evening.server.world.bot["id"]
        rosa.says_in(evening.lobby, f"<@{bot}> hjælp")
        rosa.says_in(evening.coordinators, f"<@{bot}> kø")
        await evening.quiet()
        told = [
            words
            for channel in (evening.lobby, evening.coordinators)
            for message in evening.server.world.messages[channel].values()
            if message["author"]["id"] == bot and not message["flags"] & EPHEMERAL
            for words in words_in(message)
        ]
        assert len(told) == 2 and not list(_slips(told)), told


async def _arrives(evening: Evening, who: DiscordPerson) -> list[str]:
    asked = await evening.calls(who, "start", where=evening.lobby)
    if "adult-yes" in str(who.screen()):
        await evening.presses(who, "adult-yes")
        await evening.presses(who, "consent-yes")
    return [shown(words)[0] for words in asked.shown]


async def _becomes_a_volunteer(evening: Evening, mia: DiscordPerson, karin: DiscordPerson) -> None:
    await evening.says(mia, "frivillig")
    await evening.presses(mia, "da")
    room = evening.server.world.messages[evening.coordinators]
    asked = next(m for m in room.values() if m["components"])
    karin.presses(asked, ends=":approve-volunteer")
    await evening.quiet()
    await evening.says(mia, "vagt til kl. 21")
    await evening.presses(mia, "fit-yes")
    await evening.says(mia, "grænser")
    await evening.says(mia, "hjælp")


async def _is_asked_and_meets(
    evening: Evening, rosa: DiscordPerson, mia: DiscordPerson
) -> list[str]:
    read: list[str] = []
    await evening.says(rosa, "snak")
    form = next(b for b in _buttons(rosa) if b["custom_id"].startswith("f:"))
    opened = rosa.presses_key(rosa.screen()[-1], form["custom_id"])
    await evening.server.until(lambda: opened.modal, "the form")
    read += words_of_form(opened)
    rosa.fills_in_all(opened, language=["da"], note="jeg har en time")
    await evening.quiet()
    await evening.says(rosa, "status")
    await evening.presses(mia, "accept")
    await evening.says(rosa, "er du der?")
    await evening.says(rosa, "!rum")
    await evening.says(rosa, "!ja")
    await evening.presses(mia, "room-yes")
    await evening.says(mia, "!slut")
    await evening.presses(mia, "okay")
    await evening.presses(mia, "fit-yes")  # long over
    return read


async def _books_and_asks(evening: Evening, rosa: DiscordPerson, mia: DiscordPerson) -> list[str]:
    for words in ("aftale", "når månen er fuld", "i morgen kl. 19", "tilbage", "stop", "mine aftaler",
                  "mine data", "sprog", "påmindelser", "samlinger", "asdf qwer", "tak", "anmeld",
                  "x" * 1990, "hjælp aftale", "akut"):  # fmt: skip
        await evening.says(rosa, words)
    read: list[str] = []
    for command in ("talk", "book", "help", "status", "language"):
        asked = await evening.calls(rosa, command, where=evening.lobby)
        read += [shown(words)[0] for words in asked.shown]
    await _tries_all(evening, rosa, Role.ANYONE, Role.RECEIVER)
    await _tries_all(evening, mia, Role.VOLUNTEER)
    return read


async def _tries_all(evening: Evening, who: DiscordPerson, *roles: Role) -> None:
    """Every command that can be said alone, and then whatever it began is left."""
    for command in everything().vocabulary().commands:
        alone = all(takes.optional for takes in command.takes)
        if (
            command.who in roles
            and alone
            and not command.in_contact
            and command.name != "forget-me"
        ):
            await evening.says(who, command.word_in("da"))
            await evening.says(who, "stop")


async def _works(evening: Evening, karin: DiscordPerson) -> list[str]:
    await _tries_all(evening, karin, Role.COORDINATOR)
    for words in ("hjælp", "suspender ingen", "nonsens"):
        await evening.says(karin, words)
    asked = await evening.calls(karin, "queue", where=evening.lobby)
    return [shown(words)[0] for words in asked.shown]


async def _at_a_closed_door(evening: Evening, ole: DiscordPerson) -> list[str]:
    ole.closes_door()
    read: list[str] = []
    asked = await evening.calls(ole, "start", where=evening.lobby)
    read += [shown(words)[0] for words in asked.shown]
    last: dict[str, Any] = asked.followups[-1] if asked.followups else asked.original or {}
    for message in [m for m in (asked.original, *asked.followups) if m]:
        read += words_in(message)
        if WRITE in str(message["components"]):
            last = message
    if WRITE in str(last.get("components")):
        opened = ole.presses_key(last, WRITE)
        await evening.server.until(lambda: opened.modal, "a field to write in")
        read += words_of_form(opened)
    assert read
    return read


def _buttons(who: DiscordPerson) -> list[dict[str, Any]]:
    return [one for row in who.screen()[-1]["components"] for one in row["components"]]

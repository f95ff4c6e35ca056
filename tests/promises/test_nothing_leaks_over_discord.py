"""Thousands of random things passed on through Discord: nothing it is told for one side tells of the other.

The relay is switched on, two people on Discord are in touch, and everything their server was ever
sent is kept: bodies, names of files, nonces, reasons, addresses asked for. Whatever could tell who
somebody is (account, names, portrait, numbers of chat, messages and files, names of files, what
cameras write into them) carries a marker or is a number that is known.
"""

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.parts.discord_bot import DiscordBot
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.server import Received
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json
from tests.promises.markers import WORDS, marked_file, told_inside
from tests.promises.quick import quick_folder

EACH_WAY = 2_000  # things passed on
ASKED_ABOUT = 0.05  # the share of words that are held back until their writer has read why
AT_ONCE = 20  # things each does before anybody waits for what comes of them
NUMBER = re.compile(r"\d{15,}")


@dataclass
class Side:
    """One of the two, with a marker in everything of theirs but their words."""

    marker: str
    person: DiscordPerson
    hears: str = ""  # the name under which the other one writes
    sent: list[str] = field(default_factory=list)
    liked: list[tuple[str, str]] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    pressed: set[str] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)

    def dresses(self) -> None:
        """Names, a nickname and portraits as people have them."""
        world, person = self.person.world, self.person
        user, member = world.users[person.user], world.members[person.guild][person.user]
        user.update(
            username=self.marker, global_name=self.marker.title(), avatar=f"{self.marker}a1"
        )
        member.update(nick=f"Nick {self.marker}", avatar=f"{self.marker}b2")

    def seen(self) -> list[Json]:
        """What was passed on to them lately, and is there still."""
        return [m for m in self.person.screen()[-AT_ONCE:] if not m["components"]]

    def notes(self) -> None:
        """The numbers of everything in their chat, also of what will be gone."""
        world, chat = self.person.world, self.person.chat
        self.numbers |= {self.person.user, chat}
        for id, message in world.messages[chat].items():
            self.numbers |= {id, *(one["id"] for one in message["attachments"])}


def _words(side: Side, chance: random.Random) -> str:
    """Words with what leads to their writer, as a client of Discord would put it."""
    m, user, chat, words = (
        side.marker,
        side.person.user,
        side.person.chat,
        chance.choice(WORDS) or "ja",
    )
    message = side.sent[-1] if side.sent else chat
    if chance.random() < ASKED_ABOUT:
        return chance.choice(
            (
                f"{words} <@{user}> <@!{user}>",
                f"{words} https://discord.com/users/{user}",
                f"{words} <https://ptb.discord.com/channels/@me/{chat}/{message}>",
                f"{words} [me](https://discord.com/users/{user})",
                f"{words} https://matrix.to/#/@{m}:home.example @{m}:home.example",
                f"{words} https://{m}:{m}@example.org/page",
            )
        )
    return chance.choice(
        (
            words,
            f"{words}\n\n{words} and more",
            f"||{words}|| ~~no~~ **yes**",
            f"{words} @everyone @here",
            f"<#{chat}> {words} </talk:{chat}>",
            f"{words} <:smile:{user}> <a:wave:{user}>",
            f"{words} https://cdn.discordapp.com/avatars/{user}/{m}.png?size=128",
            f"{words} https://cdn.discordapp.com/attachments/{chat}/{message}/{m}.jpg?ex=6",
            f"{words} https://media.discordapp.net/attachments/{chat}/{message}/{m}.jpg",
            f"{words} discord://-/users/{user}",
            f"[here](https://example.org/page) {words}",
        )
    )


def _does_one_thing(side: Side, n: int, chance: random.Random) -> None:
    person, seen = side.person, side.seen()
    what = chance.choice(("say", "say", "say", "reply", "file", "edit", "gone", "react", "unreact"))
    match what:
        case "file":
            name, _, data = marked_file(side.marker, chance)
            name = f"{chance.choice(('', 'SPOILER_'))}{name}"
            said = person.says(chance.choice(("", _words(side, chance))), files=[(name, data)])
            side.sent.append(said["id"])
        case "edit" if side.sent:
            person.edits(chance.choice(side.sent), _words(side, chance))
        case "gone" if side.sent:
            person.deletes(side.sent.pop(chance.randrange(len(side.sent))))
        case "react" if seen:
            given = chance.choice(seen)["id"], chance.choice("❤👍😢")
            person.reacts(*given)
            side.liked.append(given)
        case "unreact" if side.liked:
            person.reacts(*side.liked.pop(), on=False)
        case _:
            to = None
            if what == "reply":
                to = chance.choice([*(m["id"] for m in seen), *side.sent[-5:], None])
            said = person.says(f"{_words(side, chance)} {n}", to=to)
            side.sent.append(said["id"])
    side.done[what] += 1
    side.notes()


def _sends_what_was_held_back(side: Side) -> None:
    for message in reversed(side.person.screen()):
        if "send-anyway" in str(message["components"]):
            if message["id"] not in side.pressed:
                side.pressed.add(message["id"])
                side.person.presses(message, ends=":send-anyway")
            return


def _name(says: str, side: Side) -> str:
    found = re.search(says, "\n".join(side.person.texts()))
    assert found is not None
    return found[1]


def _told_to(side: Side, received: list[Received], bot: DiscordBot) -> Iterator[Received]:
    """Every request that concerns this side; and those that concern nobody."""
    person, tokens = side.person, bot.server.interactions.by_token
    for one in received:
        path = one.path.removeprefix("/api/v10").partition("?")[0]
        token = next((t for t in path.split("/") if t in tokens), None)
        if token is not None:
            whose: str | None = tokens[token].user
        elif found := re.match(r"/channels/(\d+)", path):
            whose = bot.server.world.recipient(found[1])
        elif path == "/users/@me/channels":
            whose = str(one.body["recipient_id"])
        else:
            whose = None
        if whose in (None, person.user):
            yield one


def _relayed(received: list[Received], side: Side) -> Counter[str]:
    """What was passed on to somebody from the other one, by what it is."""
    found: Counter[str] = Counter()
    own = f"/api/v10/channels/{side.person.chat}/messages"
    for one in received:
        if not one.path.startswith(own) or one.method == "GET":
            continue
        if one.method in ("POST", "PATCH"):
            if one.body["content"].startswith(f"{side.hears}:"):
                found["file" if one.files else one.method] += 1
        else:
            found[f"{one.method} {'reaction' if 'reactions' in one.path else 'message'}"] += 1
    return found


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory, where the machine has that: thousands of commits need not wait for its disk."""
    folder = quick_folder()
    yield folder
    shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_nothing_that_tells_of_the_other_side_is_ever_told_to_discord(folder: Path):
    async with DiscordBot(folder) as bot:
        bot.app.engine.reception.pacing.at_most = 10**6  # type: ignore[attr-defined]
        bot.server.interactions.deadline = 60.0
        rosa, mia = (Side(name, bot.person(name)) for name in ("q7receiver", "q7giver"))
        for side in (rosa, mia):
            side.dresses()
        await bot.knows(rosa.person)
        await bot.has_volunteers(mia.person)
        await bot.in_touch(rosa.person, mia.person)
        mia.hears = _name(r"in touch with (\w+)", mia)
        rosa.hears = _name(r"(\w+) is here for you", rosa)
        chance, n = random.Random(20261129), 0
        while min(_relayed(bot.server.received, one).total() for one in (rosa, mia)) < EACH_WAY:
            for _ in range(AT_ONCE):
                n += 1
                for side in (rosa, mia):
                    _does_one_thing(side, n, chance)
            await bot.settled()
            for side in (rosa, mia):
                side.notes()
                _sends_what_was_held_back(side)
            await bot.settled()
            assert n < 4 * EACH_WAY, "too little is passed on to say anything"

        told = {side.marker: list(_told_to(side, bot.server.received, bot)) for side in (rosa, mia)}
        for side, other in ((rosa, mia), (mia, rosa)):
            mine = told[side.marker]
            theirs = other.numbers - side.numbers
            passed = _relayed(mine, side)
            print(f"\nto {side.marker}: {passed.total()} passed on, {dict(passed)}")
            kinds = {"POST", "PATCH", "file", "DELETE message", "PUT reaction", "DELETE reaction"}
            assert set(passed) == kinds and passed["file"] > EACH_WAY // 50
            for one in mine:
                text = one.text.lower()
                assert other.marker not in text, f"{one.method} {text[:600]}"
                assert not theirs & set(NUMBER.findall(text)), f"{one.method} {text[:600]}"
                for _, data in one.files:
                    assert other.marker.encode() not in data.lower()
                    assert not told_inside(data, other.marker)
            sent = [o for o in mine if o.method == "POST" and o.path.endswith("/messages")]
            for one in sent:
                mentions = one.body["allowed_mentions"]
                assert (
                    mentions["parse"] == []
                    and not mentions.get("users")
                    and not mentions.get("roles")
                )
            for message in side.person.screen():
                assert not message["mentions"], shown(message["content"])

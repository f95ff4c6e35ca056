"""Three hundred press the same offer in one moment, at the real core: one of them gets it.

Discord has its answer to each press before the core takes in any, and nobody is left without ours.
"""

from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import tables
from storage.database import Transaction
from tests.parts.discord_bot import DiscordBot
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.interactions import Asked
from tests.parts.discord_server.shown import shown
from tests.parts.discord_server.world import Json

EVERYBODY = 300
WAVE = 25  # the most that a programme may ask at once
ROUTING = f"wave_size = {WAVE}\noffer_minutes = 15\ngive_up_minutes = 60\n"
LONG = 60.0  # seconds instead of three: how busy this machine is, is not the matter
PUT_OFF = 6  # the type of an answer that says: seen, the rest comes


def _contacts(db: Transaction) -> int:
    return db.count(sa.select(sa.func.count()).select_from(tables.contacts))


def _words(message: Json) -> str:
    return shown(message["content"])[0]


def _reached(everybody: list[DiscordPerson]) -> int:
    return sum(bool(one.screen()) for one in everybody)


async def _all_acknowledged(bot: DiscordBot, asked: list[Asked]) -> None:
    """Also while the core takes nothing in: whatever keeps it busy, Discord has its answer."""
    await bot.until(lambda: all(one.answers for one in asked), "each press is acknowledged")
    assert Counter(type for one in asked for type in one.answers) == {PUT_OFF: len(asked)}
    slowest = max(one.answered_after for one in asked)
    print(f"\n{len(asked)} presses, the last acknowledged after {1000 * slowest:.0f} ms")


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_three_hundred_who_were_all_asked_press_twice_at_once(tmp_path: Path):
    async with DiscordBot(tmp_path, routing=ROUTING) as bot:
        bot.server.interactions.deadline = LONG
        rosa, everybody = bot.person("rosa"), [bot.person(f"v{n}") for n in range(EVERYBODY)]
        await bot.knows(rosa)
        await bot.has_volunteers(*everybody)
        await bot.asks_to_talk(rosa)
        for so_many in range(WAVE, EVERYBODY + 1, WAVE):
            await bot.until(lambda n=so_many: _reached(everybody) == n, "another wave is asked")
            await bot.later(minutes=1)
        offers = [one.screen()[0] for one in everybody]
        assert all("would like to talk" in _words(offer) for offer in offers)

        bot.at_work.clear()
        pressed = [
            one.presses(offer, ends=":accept")
            for _ in range(2)  # as impatient people do
            for one, offer in zip(everybody, offers, strict=True)
        ]
        await _all_acknowledged(bot, pressed)
        bot.at_work.set()
        await bot.hears(rosa, "is here for you now")
        await bot.settled()

        assert await bot.app.database.read(_contacts) == 1
        won = [one for one in everybody if any("in touch with" in text for text in one.texts())]
        assert len(won) == 1
        for one, offer in zip(everybody, offers, strict=True):
            assert not offer["components"]
            told = (
                "You said yes to this one"
                if one is won[0]
                else "Somebody else was a little quicker"
            )
            assert _words(offer).startswith(told)
            answered = [text for text in one.texts() if text.startswith(told)]
            assert len(answered) == 1 + (1 if one is won[0] else 2), (
                "beside the offer: a press is never answered with silence"
            )
        assert sum("is here for you now" in text for text in rosa.texts()) == 1
        assert sum("in touch with" in text for text in won[0].texts()) == 1


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_three_hundred_strangers_press_what_was_put_to_somebody_else(tmp_path: Path):
    async with DiscordBot(tmp_path) as bot:
        bot.server.interactions.deadline = LONG
        rosa, mia = bot.person("rosa"), bot.person("mia")
        strangers = [bot.person(f"s{n}") for n in range(EVERYBODY)]
        await bot.knows(rosa, *strangers[::2])
        await bot.has_volunteers(mia)
        await bot.asks_to_talk(rosa)
        offer = await bot.hears(mia, "would like to talk")
        key = offer["components"][0]["components"][0]["custom_id"]
        assert key.endswith(":accept")

        bot.at_work.clear()
        pressed = [one.presses_key({**offer, "channel_id": one.chat}, key) for one in strangers]
        await _all_acknowledged(bot, pressed)
        bot.at_work.set()
        await bot.settled()

        assert await bot.app.database.read(_contacts) == 0
        for one in strangers:
            said = "\n".join(one.texts())
            assert said and "to a peer now" not in said and "in touch with Sa" not in said, said
        assert offer["history"] == [] and offer["components"], "hers is as it was"
        mia.presses(offer, ends=":accept")
        await bot.hears(rosa, "is here for you now")
        assert await bot.app.database.read(_contacts) == 1

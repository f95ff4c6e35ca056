"""Ways in: a link works once, for a while; a phrase as often as wished; guessing is slow and noticed."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain import phrases
from bot.messages import Address
from storage import people, visits
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import (
    coordinator,
    door,
    enters,
    everything_kept,
    link,
    rows,
    secret_of,
)

AT_ONCE, ROUNDS = 50, 20


async def _enters(bot: WebBot, key: str) -> int:
    visitor = bot.visitor()
    status = await visitor.post("enter", {"key": key, "language": "en"})
    await visitor.close()
    return status


async def _returns(bot: WebBot, phrase: str, **headers: str) -> int:
    visitor = bot.visitor()
    status = await visitor.post("return", {"phrase": phrase, "language": "en"}, headers=headers)
    await visitor.close()
    return status


async def _gets_a_phrase(visitor: WebVisitor) -> str:
    before = visitor.seen
    await visitor.says("come back")
    said = await visitor.hears("come-back-phrase", after=before)
    for line in said.text.splitlines():
        words = line.strip().strip("*`").split()
        if len(words) == phrases.WORDS and phrases.plain(line) == "".join(words):
            return " ".join(words)
    raise AssertionError(said.text)


def _unguarded(bot: WebBot) -> None:
    """As if each came from an address of their own."""
    door(bot).limits.wrong_keys.burst = 10_000


async def test_a_link_lets_in_once(bot: WebBot):
    key = await link(bot)

    assert await _enters(bot, key) == 204
    assert await _enters(bot, key) == 403
    assert len(await rows(bot, "visits")) == 1
    assert await rows(bot, "ways_in") == []


async def test_of_fifty_who_press_in_one_moment_one_comes_in(bot: WebBot):
    _unguarded(bot)
    for _ in range(ROUNDS):
        key = await link(bot)
        everybody = [bot.visitor() for _ in range(AT_ONCE)]
        body = {"key": key, "language": "en"}
        found = await asyncio.gather(*(one.post("enter", body) for one in everybody))
        await asyncio.gather(*(one.close() for one in everybody))

        assert sorted(found) == [204] + [403] * (AT_ONCE - 1)
    assert len(await rows(bot, "visits")) == ROUNDS


async def test_a_link_that_ran_out_lets_nobody_in(bot: WebBot):
    key = await link(bot)
    bot.now += timedelta(hours=72)

    assert await _enters(bot, key) == 403
    assert await rows(bot, "visits") == []


async def test_a_link_somebody_closed_lets_nobody_in_and_nobody_stays(bot: WebBot):
    karin = await coordinator(bot)
    sol = await enters(bot, "sol")
    await bot.is_volunteer(sol, "Sol")
    await karin.says("invite Sol")
    said = await karin.hears("invite-link")
    key = said.text.partition("#")[2].split()[0].rstrip(".")
    key = "".join(letter for letter in key if letter.isalnum() or letter in "-_")

    await karin.says("sign out of Sol")

    await sol.until(lambda: sol.over, what="over")
    assert sol.over == "signed-out"
    assert await _enters(bot, key) == 403
    assert await sol.post("files?id=aaaaaaaa&name=x") == 404  # their cookie is nobody's, too
    await sol.close()
    await karin.close()


async def test_a_link_for_a_coordinator_makes_one_and_no_other_does(bot: WebBot):
    karin, sol = await coordinator(bot, "karin"), await enters(bot, "sol")
    for account, is_one in (("karin", True), ("sol", False)):
        met = await bot.app.database.read(people.recognise, Address("web", account))
        assert met is not None and met.is_coordinator is is_one
    await karin.close()
    await sol.close()


async def test_keys_are_guessed_slowly_and_the_real_one_works_from_elsewhere(tmp_path: Path):
    async with WebBot(tmp_path, behind_proxy=True) as bot, bot.visitor() as rosa:
        await bot.come_in(rosa)
        phrase = await _gets_a_phrase(rosa)
        here, elsewhere = {"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-For": "203.0.113.8"}

        tried = [await _returns(bot, f"bamo tiku {n}", **here) for n in range(12)]
        assert tried == [403] * 5 + [429] * 7
        assert (
            await _returns(bot, phrase, **here) == 429
        )  # even the right one: else it could be told
        assert await _returns(bot, phrase, **elsewhere) == 204
        made_up = {"X-Forwarded-For": "203.0.113.99, 203.0.113.7"}
        assert (
            await _returns(bot, "bamo tiku", **made_up) == 429
        )  # what the proxy itself saw counts


async def test_a_thousand_guesses_at_once_are_not_one(bot: WebBot):
    everybody = [bot.visitor() for _ in range(40)]
    body = {"phrase": "bamo tiku rosa lina", "language": "en"}
    found = await asyncio.gather(*(one.post("return", body) for one in everybody))
    await asyncio.gather(*(one.close() for one in everybody))

    assert sorted(found) == [403] * 5 + [429] * 35


async def test_whoever_is_right_is_not_slowed(bot: WebBot):
    for _ in range(12):
        assert await _enters(bot, await link(bot)) == 204


async def test_it_says_when_to_try_again(bot: WebBot):
    visitor = bot.visitor()
    headers = {"Origin": visitor.origin}
    for _ in range(6):
        async with visitor.http.post(
            bot.base + "return", json={"phrase": "x"}, headers=headers
        ) as answer:
            pass
    assert answer.status == 429 and 1 <= int(answer.headers["Retry-After"]) <= 61
    await visitor.close()


async def test_coordinators_hear_once_an_hour_that_somebody_guesses(bot: WebBot):
    _unguarded(bot)
    karin = await coordinator(bot)
    for _ in range(29):
        assert await _returns(bot, "bamo tiku") == 403
    assert "alarm-rattled" not in karin.heard()

    assert await _returns(bot, "bamo tiku") == 403
    assert await _enters(bot, "nothing") == 403
    alarm = await karin.hears("alarm-rattled")
    assert "30" in alarm.text
    for _ in range(40):
        await _returns(bot, "bamo tiku")
    assert karin.heard().count("alarm-rattled") == 1

    bot.now += timedelta(hours=1)
    for _ in range(30):
        await _returns(bot, "bamo tiku")
    await karin.hears("alarm-rattled", after=alarm.seq)
    assert karin.heard().count("alarm-rattled") == 2
    await karin.close()


async def test_a_phrase_brings_back_the_same_person_as_often_as_wished(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("something only for this visit")
        phrase = await _gets_a_phrase(rosa)
        account = await bot.account_of(rosa)

    for typed in (phrase, phrase.upper(), phrase.replace(" ", "-"), f"  {phrase.title()}. "):
        again = bot.visitor()
        assert await again.post("return", {"phrase": typed, "language": "en"}) == 204
        await again.connect()
        assert await bot.account_of(again) == account
        assert (
            "something only for this visit" not in again.texts()
        )  # the paper opens no earlier talk
        await again.close()


async def test_a_new_phrase_replaces_the_one_before_and_it_runs_out(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        first = await _gets_a_phrase(rosa)
        second = await _gets_a_phrase(rosa)
    assert first != second

    assert await _returns(bot, first) == 403
    assert await _returns(bot, second) == 204
    bot.now += timedelta(days=90)
    assert await _returns(bot, second) == 403


async def test_a_phrase_and_a_key_are_in_no_byte_of_the_database(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        phrase = await _gets_a_phrase(rosa)
        key = await link(bot)
        await rosa.says("help")
        await rosa.hears("help")

        kept = (await everything_kept(bot)).lower()
        secret = secret_of(rosa)
        for secretly in (phrase, phrases.plain(phrase), key, secret):
            assert secretly.lower().encode() not in kept
        visit = await bot.app.database.read(visits.find, secret, bot.now)
        assert visit is not None and visit.account.encode() not in await everything_kept(bot)


@pytest.mark.parametrize("typed", ["", " ", "😀" * 50, "x" * 200, "\u202e\u0000", "bamo\ntiku"])
async def test_no_phrase_however_typed_is_a_fault(bot: WebBot, typed: str):
    assert await _returns(bot, typed) in (400, 403)

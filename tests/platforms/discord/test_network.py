"""What the network and Discord's limits do: nothing is lost, nothing is said twice, nobody hammers."""

import asyncio
import time

from bot.messages import Said
from bot.platforms.platform import Delivered, PlatformStopped, RetryLater
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.server import Fault
from tests.platforms.discord.running import RunningDiscord, letter

SEND = r"/channels/\d+/messages"


async def test_a_bucket_is_waited_for_and_never_overrun(bot: RunningDiscord, rosa: DiscordPerson):
    bot.server.limits.each = {"POST /channels/#/messages": (5, 1.0)}
    words = [f"word {n}" for n in range(12)]
    began = time.monotonic()
    for text in words:
        await bot.says(letter(rosa, text), text)
    assert time.monotonic() - began >= 1.9
    assert rosa.texts() == words
    assert bot.server.limits.refused == 0


async def test_the_limit_for_all_is_waited_for_and_every_letter_comes_once(
    bot: RunningDiscord, rosa: DiscordPerson
):
    bot.server.limits.a_second = 5
    words = [f"word {n}" for n in range(14)]
    await asyncio.gather(*(bot.says(letter(rosa, text), text) for text in words))
    assert sorted(rosa.texts()) == sorted(words)


async def test_a_limit_of_minutes_puts_the_letter_off(bot: RunningDiscord, rosa: DiscordPerson):
    bot.server.limits.each = {"POST /channels/#/messages": (1, 300.0)}
    await bot.says(letter(rosa, "first"), "l-1")
    async with asyncio.timeout(5):
        outcome = await bot.platform.deliver(letter(rosa, "second"), "l-2")
    assert isinstance(outcome, RetryLater) and outcome.why == "429"
    assert outcome.after is not None and 200 < outcome.after <= 300


async def test_a_502_is_tried_again(bot: RunningDiscord, rosa: DiscordPerson):
    bot.server.faults.append(Fault("POST", SEND, 502, times=2))
    await bot.says(letter(rosa, "through a storm"), "l-1")
    assert rosa.texts() == ["through a storm"]


async def test_an_answer_that_was_lost_does_not_make_it_show_twice(
    bot: RunningDiscord, rosa: DiscordPerson
):
    bot.server.faults.append(Fault("POST", SEND, 503, times=3, after=True))
    first = await bot.platform.deliver(letter(rosa, "once"), "l-1")
    assert isinstance(first, RetryLater)
    await bot.says(letter(rosa, "once"), "l-1")
    await bot.restart()
    assert isinstance(await bot.delivers(letter(rosa, "once"), "l-1"), Delivered)
    assert rosa.texts() == ["once"]


async def test_a_nonce_is_short_follows_from_the_letter_and_is_kept_to(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.says(letter(rosa, "hello"), "l-1")
    await bot.says(letter(rosa, "hello"), "l-2")
    sent = [
        body for method, path, body in bot.server.asked if method == "POST" and "content" in body
    ]
    nonces = [body["nonce"] for body in sent]
    assert all(body["enforce_nonce"] and 0 < len(body["nonce"]) <= 25 for body in sent)
    assert len(set(nonces)) == 2
    await bot.restart()
    await bot.says(letter(rosa, "hello"), "l-1")
    assert rosa.texts() == ["hello", "hello"]


async def test_a_dropped_connection_is_resumed_and_what_came_meanwhile_is_told_once(
    bot: RunningDiscord, rosa: DiscordPerson
):
    readies = bot.server.gateway.readies
    await bot.server.gateway.drop()
    rosa.says("in the gap")
    said = await bot.hears_words("in the gap")
    assert not said.late
    rosa.says("after it")
    await bot.hears_words("after it")
    assert bot.words() == ["in the gap", "after it"]
    assert 6 in bot.server.gateway.heard and bot.server.gateway.readies == readies


async def test_a_session_that_is_gone_is_caught_up_with_from_the_history(
    bot: RunningDiscord, rosa: DiscordPerson
):
    readies = bot.server.gateway.readies
    await bot.server.gateway.drop(forget=True)
    rosa.says("in the gap")
    said = await bot.hears_words("in the gap")
    assert said.late, "whoever reads it should know that it is not fresh"
    assert bot.server.gateway.readies > readies
    rosa.says("after it")
    assert not (await bot.hears_words("after it")).late
    assert bot.words() == ["in the gap", "after it"]


async def test_asked_to_connect_again_it_does_and_loses_nothing(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.server.gateway.ask_to_reconnect()
    rosa.says("meanwhile")
    await bot.hears_words("meanwhile")
    assert bot.words() == ["meanwhile"]


async def test_what_comes_while_it_is_catching_up_is_neither_lost_nor_told_twice(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.at_rest()
    await bot.stop()
    words = [f"word {n}" for n in range(230)]  # more than two pages of history
    for text in words:
        rosa.says(text)
    bot.server.latency = 0.05
    bot.platform = bot.idle()
    await bot.start()
    for n in range(20):
        rosa.says(f"fresh {n}")
        await asyncio.sleep(0.01)
    await bot.hears_words("fresh 19")
    assert bot.words() == [*words, *(f"fresh {n}" for n in range(20))]
    assert len(bot.told) == len(set(bot.told))


async def test_a_history_that_cannot_be_read_is_read_later(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.at_rest()
    await bot.stop()
    rosa.says("lost?")
    bot.server.faults.append(Fault("GET", SEND, 403, times=1, code=50001))
    await bot.restart()
    rosa.says("and this?")
    await bot.hears_words("and this?")
    assert bot.words() == ["lost?", "and this?"]


async def test_a_new_message_does_not_hide_what_could_not_be_read_before_it(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.at_rest()
    await bot.stop()
    rosa.says("lost?")
    bot.server.faults.append(Fault("GET", SEND, 403, times=3, code=50001))
    await bot.restart()
    rosa.says("and this?")

    await bot.until(lambda: len(bot.words()) == 2, 20, "both, without another word of hers")
    assert bot.words() == ["lost?", "and this?"]


async def test_many_chats_are_caught_up_with_at_once(bot: RunningDiscord):
    people = [bot.person(f"p{n}") for n in range(60)]
    for person in people:
        person.says("hello")
    await bot.until(lambda: len(bot.heard) == 60, 20, "all of them")
    await bot.at_rest()
    await bot.stop()
    for person in people:
        person.says("while you were away")
    await bot.restart()
    await bot.until(lambda: len(bot.heard) == 120, 20, "all of it")
    assert all(event.late for event in bot.heard[60:] if isinstance(event, Said))


async def test_a_token_that_is_wrong_stops_it_with_a_sentence():
    async with RunningDiscord(token="no token of ours", waits=False) as bot:
        await bot.until(lambda: bot.stopped is not None, 20, "that it stops")
        assert isinstance(bot.stopped, PlatformStopped)
        assert "developer portal" in bot.stopped.says
        assert "no token of ours" not in bot.stopped.says


async def test_no_intent_that_needs_leave_is_asked_for(bot: RunningDiscord):
    privileged = 1 << 1 | 1 << 8 | 1 << 15
    assert bot.server.gateway.intents & privileged == 0


async def test_it_waits_for_a_discord_that_is_not_there(bot: RunningDiscord, rosa: DiscordPerson):
    await bot.at_rest()
    bot.server.faults.append(Fault("GET", "/users/@me", 503, times=2))
    await bot.stop()
    rosa.says("anybody?")
    await bot.restart()
    await bot.hears_words("anybody?", within=40)
    assert bot.words() == ["anybody?"]

"""While discord.py waited for the limit for all, its request was cancelled: every later one waited for ever.

The sign that we are at work is taken back as soon as an answer is there, so it was enough that many
people wrote at once.
"""

import asyncio

from bot.messages import Place
from bot.platforms.platform import Delivered
from tests.platforms.discord.running import RunningDiscord, letter


async def test_a_sign_that_is_taken_back_under_a_limit_holds_nobody_up():
    async with RunningDiscord() as bot:
        rosa = bot.person("rosa")
        rosa.says("hello")
        await bot.hears_words("hello")
        await bot.says(letter(rosa, "first"), "l-1")
        bot.server.limits.a_second = 0
        showing = asyncio.create_task(bot.platform.typing(Place("discord", rosa.chat), True))
        await bot.until(lambda: bot.server.limits.refused, 20, "the limit is met")
        showing.cancel()
        await asyncio.wait([showing])
        bot.server.limits.a_second = None
        async with asyncio.timeout(30):
            outcome = await bot.platform.deliver(letter(rosa, "second"), "l-2")
        assert isinstance(outcome, Delivered)
        assert rosa.texts() == ["first", "second"]


async def test_while_many_are_written_to_few_are_shown_that_we_are_at_work():
    async with RunningDiscord() as bot:
        people = [bot.person(f"person{n}") for n in range(60)]
        for one in people:
            one.says("hello")
        await bot.until(lambda: len(bot.heard) == 60, 20, "all of them")
        bot.server.latency = 0.2
        await asyncio.gather(
            *(bot.platform.typing(Place("discord", one.chat), True) for one in people)
        )
        bot.server.latency = 0.0
        await bot.says(letter(people[0], "done"), "l-1")
        shown = bot.server.count("POST", r"/channels/\d+/typing")
        assert 0 < shown <= 10, "each takes one of the requests that answers need"

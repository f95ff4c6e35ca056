"""A question about roles was given up after a second; under the limit for all, all waited for ever then."""

import asyncio

from bot.platforms.platform import Delivered
from tests.platforms.discord.running import letter
from tests.platforms.discord.test_roles import MEMBER, WithTwoRoles


async def test_nobody_waits_for_a_question_that_was_given_up():
    async with WithTwoRoles() as bot:
        karim = bot.karim()
        karim.says("hello")
        await bot.hears_words("hello")
        bot.platform._members._kept.clear()
        bot.server.limits.a_second = 0
        karim.says("are you there?")
        await bot.hears_words("are you there?")
        assert bot.server.limits.refused, "the limit was met"
        bot.server.limits.a_second = None
        async with asyncio.timeout(30):
            outcome = await bot.platform.deliver(letter(karim, "yes"), "l-1")
        assert isinstance(outcome, Delivered)
        await bot.until(
            lambda: bot.server.count("GET", MEMBER) == 2, 20, "the question got its answer"
        )

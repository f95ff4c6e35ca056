"""Joan's client is strict: it gives keys only to signed devices and hides what others say."""

import pytest

from bot.messages import Pressed
from bot.platforms.platform import ShownChoice
from tests.parts.js_client import JsClient
from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot, letter

pytestmark = [pytest.mark.synapse, pytest.mark.js, pytest.mark.usefixtures("js_client")]


async def test_a_strict_client_trusts_the_bot_both_ways(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, JsClient.of(synapse, "joan", strict=True) as joan:
        room = await joan.open_direct(bot.user_id)
        await joan.send(room, "hello from a strict client")
        said = await bot.hears_words("hello from a strict client")
        choices = (ShownChoice(id="talk", number=1, label="Talk"),)
        question, _ = await bot.says(
            letter(joan.user_id, said.place, "What now?", choices=choices, question="q"), "l-1"
        )
        seen = await joan.hears("welcome")
        assert seen.id == question
        assert seen.encrypted
        assert seen.shield in (None, "NONE")
        await joan.sees_reaction(question, "1️⃣")
        await joan.react(room, question, "1️⃣")
        assert (await bot.hears(Pressed)).choice == "talk"

        await bot.restart()
        await bot.says(letter(joan.user_id, said.place, "Back again"), "l-2")
        again = await joan.reads("Back again")
        assert again.shield in (None, "NONE")

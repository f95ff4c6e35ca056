"""Who plays in these stories, and the steps that every story begins with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nio

from tests.acceptance.at_bot import PATIENCE, AtBot
from tests.acceptance.at_discord import AtDiscord
from tests.acceptance.bot_process import BotProcess
from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse

ENCRYPTION = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


@dataclass(slots=True)
class Night:
    """A bot that runs, and Karen, who coordinates, in the coordinators' room."""

    synapse: Synapse
    bot: BotProcess
    karen: AtBot
    stack: AsyncExitStack
    discord: AtDiscord | None = None

    async def with_nio(self, name: str) -> AtBot:
        """Somebody with a matrix-nio client, in a chat with the bot."""
        person = await self.stack.enter_async_context(NioPerson.of(self.synapse, name))
        at_bot = AtBot(person, self.bot.user_id)
        await at_bot.opens_a_chat()
        return at_bot

    async def with_js(self, name: str) -> AtBot:
        """Somebody with a strict matrix-js-sdk client, in a chat with the bot."""
        person = await self.stack.enter_async_context(JsClient.of(self.synapse, name, strict=True))
        at_bot = AtBot(person, self.bot.user_id)
        await at_bot.opens_a_chat()
        return at_bot

    async def volunteer(self, name: str, forms: str = "") -> tuple[AtBot, str]:
        """Somebody who came in, applied and was approved, and their pseudonym; not on duty yet.

        `forms`: their answer where the programme has more forms than one.
        """
        person = await self.with_nio(name)
        await comes_in(person)
        await person.says("volunteer")
        await person.hears("volunteer-intro")
        await person.hears("apply-topics-ask")
        await person.asks("1, 9", "apply-languages-ask")
        await person.says("en")
        if forms:
            await person.hears("apply-forms-ask")
            await person.says(forms)
        await person.hears("volunteer-applied")
        application = await self.karen.hears("volunteer-application")
        await self.karen.reacts(application, "approve-volunteer")
        approved = await self.karen.hears("approve-done")
        await person.hears("volunteer-approved")
        return person, approved.body.split(" is ")[0].split(" has ")[0].strip()


@asynccontextmanager
async def a_night(
    synapse: Synapse, folder: Path, *, discord: AtDiscord | None = None, **options: Any
) -> AsyncIterator[Night]:
    """The bot is configured and runs; Karen and it are in the coordinators' room."""
    bot = BotProcess(synapse, folder)
    async with AsyncExitStack() as stack:
        stack.callback(bot.remove)
        karen = await stack.enter_async_context(NioPerson.of(synapse, "karen"))
        made = await karen.client.room_create(
            invite=[bot.user_id], initial_state=[ENCRYPTION], name="The night watch"
        )
        assert isinstance(made, nio.RoomCreateResponse), made
        bot.configure(coordinators=[karen.user_id], room=made.room_id, discord=discord, **options)
        if discord is None:
            bot.start()
        else:
            # Discord is in this thread's loop, and has to answer while the bot starts.
            bot.launch()
            await discord.knows_the_bot()
        await karen.sees_member(made.room_id, bot.user_id, "join", PATIENCE)
        yield Night(synapse, bot, AtBot(karen, bot.user_id, made.room_id), stack, discord)
        assert bot.running, bot.last_words()
        assert await asyncio.to_thread(bot.stop) == 0, bot.last_words()


async def comes_in(person: AtBot) -> None:
    """First words, of age, and consent."""
    await person.says("Hello, I would like to talk with you, please")
    await person.hears("welcome")
    adult = await person.hears("adult-ask")
    await person.reacts(adult, "adult-yes")
    await person.hears("consent-ask")
    await person.asks("yes", "consent-thanks")


async def goes_on_duty(person: AtBot) -> None:
    """The check before duty, and on."""
    check = await person.asks("duty 60", "duty-check")
    await person.reacts(check, "fit-yes")
    await person.hears("duty-on")

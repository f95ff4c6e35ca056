"""The bot with its page, in this process, on a fresh database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import enters, in_touch


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[WebBot]:
    async with WebBot(tmp_path) as bot:
        yield bot


@pytest_asyncio.fixture
async def pair(bot: WebBot) -> AsyncIterator[tuple[WebVisitor, WebVisitor]]:
    """Rosa, who dropped in, and Mia, who volunteers: in touch."""
    mia = await enters(bot, "mia")
    async with bot.visitor() as rosa:
        await in_touch(bot, rosa, mia)
        yield rosa, mia
    await mia.close()

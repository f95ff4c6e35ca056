"""The bot with its page, in this process, on a fresh database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.parts.web_bot import WebBot


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[WebBot]:
    async with WebBot(tmp_path) as bot:
        yield bot

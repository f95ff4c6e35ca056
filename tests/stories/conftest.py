"""A fresh town for each story."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.rehearsal.town import Town


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = await Town.begin(tmp_path)
    yield town
    await town.close()

"""A fresh town for each story."""

from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio

from bot.rehearsal.town import Town
from bot.texts import catalogue


@pytest.fixture(scope="session", autouse=True)
def texts_read_once() -> Iterator[None]:
    """Reading all texts takes half a second; what is read does not change from story to story."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "parse", cache(catalogue.parse))
        yield


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = await Town.begin(tmp_path)
    yield town
    await town.close()


@pytest_asyncio.fixture
async def town_with_room(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose coordinators have a room of their own."""
    town = await Town.begin(tmp_path, room=True)
    yield town
    await town.close()

"""A fresh town for each story."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.rehearsal.town import Town
from tests.stories.gathered import WITH_ROOMS
from tests.stories.several_platforms import BroadTown
from tests.stories.story_town import StoryTown


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = await StoryTown.begin(tmp_path)
    yield town
    await town.close()


@pytest_asyncio.fixture
async def town_with_room(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose coordinators have a room of their own."""
    town = await StoryTown.begin(tmp_path, room=True)
    yield town
    await town.close()


@pytest_asyncio.fixture
async def broad(tmp_path: Path) -> AsyncIterator[BroadTown]:
    """A town whose coordinators have a server on Discord, with a channel for rooms."""
    town = await BroadTown.begin(tmp_path, config=WITH_ROOMS)
    town.others["discord"].has_events = True
    yield town
    await town.close()

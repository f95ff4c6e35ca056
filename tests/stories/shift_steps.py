"""What happens in many stories about shifts before the story itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.rehearsal.town import EVENING, Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.story_town import StoryTown

NOON = EVENING.replace(hour=11)  # Monday, twelve in Copenhagen


async def with_shifts(town: Town, name: str = "mia", plan: str = "shifts mon 20-22") -> Townsperson:
    """A volunteer off duty who told when they mean to be there."""
    mia = town.people.get(name) or await town.volunteer(name, on_duty=False)
    await mia.says(plan)
    assert mia.heard() == ["shifts"], plan
    return mia


@pytest_asyncio.fixture
async def noon(tmp_path: Path) -> AsyncIterator[Town]:
    """A town on a Monday at noon: a shift of that evening is still to come."""
    town = await StoryTown.begin(tmp_path, now=NOON)
    yield town
    await town.close()

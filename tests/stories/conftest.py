"""A fresh town for each story."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.rehearsal.town import Town
from bot.texts import Catalogue
from tests.promises.quick import QuickDatabase


class StoryTown(Town):
    """A town whose evenings are short: its disk is not waited for. Files outlive it all the same."""

    def __init__(self, folder: Path, **more: Any) -> None:
        super().__init__(folder, opens=QuickDatabase, **more)


@pytest.fixture(scope="session", autouse=True)
def texts_read_once() -> Iterator[None]:
    """Reading all texts takes half a second, and they are the same in every story."""
    load, kept = Catalogue.load, dict[str, Catalogue]()

    def load_once(extra: Any, facts: Any, *, strict: bool) -> Catalogue:
        key = repr((extra, facts, strict))
        if key not in kept:
            kept[key] = load(extra, facts, strict=strict)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalogue, "load", load_once)
        yield


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

"""Everything here sits at a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.parts.web_bot import WebBot, WebProcess


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder, so that no file can forget to."""
    for item in items:
        if "/tests/web/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def page_settings() -> dict[str, Any]:
    """What `[platforms.web]` says beside its address; a file may say otherwise."""
    return {}


@pytest_asyncio.fixture
async def bot(tmp_path: Path, page_settings: dict[str, Any]) -> AsyncIterator[WebBot]:
    """The bot with its page in this process, on a fresh database."""
    async with WebBot(tmp_path, **page_settings) as running:
        yield running


@pytest.fixture
def process(tmp_path: Path):
    """The same as a process of its own, which can be killed."""
    installed = WebProcess(tmp_path)
    installed.configure()
    installed.start()
    yield installed
    installed.remove()

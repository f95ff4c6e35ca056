"""Shared by all tests: the real parts, and what none may leave behind. Each folder has a conftest.py."""

import logging
from collections.abc import Iterator

import pytest

from bot.runtime.logs import Quiet

pytest_plugins = ["tests.parts.fixtures"]


@pytest.fixture(autouse=True)
def no_handler_is_left() -> Iterator[None]:
    """A handler of ours writes to the test's own standard error, which is closed after it."""
    yield
    root = logging.getLogger()
    root.handlers[:] = [one for one in root.handlers if not isinstance(one.formatter, Quiet)]

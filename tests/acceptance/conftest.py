"""Everything here needs the real server, and starts the bot as a process."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder, so that no file can forget to."""
    for item in items:
        if "/acceptance/" in item.path.as_posix():
            item.add_marker(pytest.mark.synapse)
            item.add_marker(pytest.mark.acceptance)

"""The real parts as pytest fixtures; loaded for all tests by tests/conftest.py."""

from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest

from tests.parts.browser import Chromium
from tests.parts.khal import Khal
from tests.parts.missing import NOT_TESTED, missing
from tests.parts.places import (
    HOW_TO_GET_CHROMIUM,
    KHAL,
    chromium_program,
    js_client_ready,
    synapse_python,
)
from tests.parts.synapse import Synapse


def _a_server(*, limits: bool) -> Iterator[Synapse]:
    if synapse_python() is None:
        missing("Synapse", "run `make parts` (Linux only; elsewhere use a Linux container)")
    server = Synapse(limits=limits)
    try:
        yield server.start()
    finally:
        server.remove()


@pytest.fixture(scope="session")
def synapse() -> Iterator[Synapse]:
    """A running homeserver without rate limits, shared by the whole run: use fresh names."""
    yield from _a_server(limits=False)


@pytest.fixture(scope="session")
def limited_synapse() -> Iterator[Synapse]:
    """The same with Synapse's own rate limits (0.2 messages a second, at most 10 at once)."""
    yield from _a_server(limits=True)


@pytest.fixture(scope="session")
def mortal_synapse() -> Iterator[Synapse]:
    """The server behind `own_synapse`."""
    yield from _a_server(limits=False)


@pytest.fixture
def own_synapse(mortal_synapse: Synapse) -> Synapse:
    """A server that a test may stop, kill and restart.

    Started again if it is not there: one that was restarted in a thread ends with that thread.
    """
    if not mortal_synapse.is_running:
        mortal_synapse.start()
    return mortal_synapse


@pytest.fixture(scope="session")
def js_client() -> None:
    """Asked for by tests that start a `JsClient`: says loudly when it is not there."""
    if not js_client_ready():
        missing("matrix-js-sdk", "install node and npm, then run `make parts`")


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    """A browser of the test's own: it starts in half a second, and a test's loop is its own too."""
    if chromium_program() is None:
        missing("Chromium", HOW_TO_GET_CHROMIUM)
    async with Chromium.started() as browser:
        yield browser


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """Somebody's own calendar, empty, in a real calendar program."""
    if not KHAL.exists():
        missing("khal", "run `make parts`")
    return Khal(tmp_path / "calendar")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """The last words of a run in which something could not be tested, after all others'."""
    yield
    for part, how in NOT_TESTED.items():
        terminalreporter.write_line(
            f"NOT TESTED: {part} is missing here: {how}", red=True, bold=True
        )

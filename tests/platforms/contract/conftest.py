"""Each test of the contract runs on every platform there is; a new one is added to `RIGS`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.platforms.contract.discord_rig import DiscordRig
from tests.platforms.contract.matrix_rig import MatrixRig
from tests.platforms.contract.rig import Rig
from tests.platforms.contract.web_rig import WebRig

Begun = Callable[[], Awaitable[Rig]]

RIGS = [pytest.param("matrix", marks=pytest.mark.synapse), "web", "discord"]


@pytest.fixture(params=RIGS)
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> Begun:
    """How to begin with the platform of this run."""
    if request.param == "web":
        return lambda: WebRig.begun(tmp_path)
    if request.param == "discord":
        return lambda: DiscordRig.begun(tmp_path)
    synapse = request.getfixturevalue("synapse")
    return lambda: MatrixRig.begun(synapse)


@pytest_asyncio.fixture
async def rig(begun: Begun) -> AsyncIterator[Rig]:
    """A platform at work, with people who have not come yet."""
    rig = await begun()
    yield rig
    await rig.closed()

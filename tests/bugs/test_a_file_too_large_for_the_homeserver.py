"""A large file was given up as our own fault, and one too large for the server tried again for hours."""

import pytest

from bot.platforms.platform import Delivered, GaveUp, OutgoingFile, Why
from tests.parts.synapse import Synapse
from tests.platforms.contract.matrix_rig import MatrixRig

pytestmark = pytest.mark.synapse


async def test_two_megabytes_go_whole_and_more_than_the_server_takes_is_told_at_once(
    synapse: Synapse,
):
    rig = await MatrixRig.begun(synapse)
    try:
        rosa = await rig.guest("rosa")
        data = bytes(range(256)) * 8192
        film = OutgoingFile(name="film", mime="video/mp4", data=data)
        sent = await rig.platform.deliver(rosa.letter("", file=film), "l-1")
        assert isinstance(sent, Delivered)
        assert await rosa.fetches(await rosa.sees(sent.message)) == data

        film = OutgoingFile(name="film", mime="video/mp4", data=bytes(60_000_000))
        outcome = await rig.platform.deliver(rosa.letter("", file=film), "l-2")
        assert outcome == GaveUp(why=Why.TOO_LARGE)
    finally:
        await rig.closed()

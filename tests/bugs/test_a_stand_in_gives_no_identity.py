"""Safe mode used to give an account that had none an identity, and then lost the keys to it.

The bot that started properly afterwards found a strange identity and could not sign its device. It
also left a device behind each time, which other people's clients then warned of.
"""

import pytest

from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot

pytestmark = pytest.mark.synapse


async def test_a_stand_in_gives_the_account_no_identity_and_leaves_no_device(synapse: Synapse):
    account = synapse.register(synapse.fresh_name("peerbot"))
    token = synapse.log_in(account, "WATCHING")
    async with RunningBot(account, synapse.url, stand_in=True):
        assert len(_devices(synapse, token)) == 2
    assert _devices(synapse, token) == ["WATCHING"]
    asked: dict[str, object] = {"device_keys": {account.user_id: []}}
    known = synapse.call("POST", "/_matrix/client/v3/keys/query", asked, token=token)
    assert known["master_keys"] == {}


def _devices(synapse: Synapse, token: str) -> list[str]:
    found = synapse.call("GET", "/_matrix/client/v3/devices", token=token)["devices"]
    return [device["device_id"] for device in found]

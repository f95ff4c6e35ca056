"""The bot's account: its identity, its profile, its check-up, and how it is set up."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.config import MatrixConfig
from bot.platforms.matrix.checking import findings
from bot.platforms.matrix.setup import walk
from bot.platforms.platform import PlatformStopped
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import PASSWORD, Synapse
from tests.platforms.matrix.running import RunningBot, Shelf

pytestmark = pytest.mark.synapse


def _keys(synapse: Synapse, user: str, token: str) -> dict[str, Any]:
    asked: dict[str, Any] = {"device_keys": {user: []}}
    answer = synapse.call("POST", "/_matrix/client/v3/keys/query", asked, token=token)
    return {
        "master": answer["master_keys"][user]["keys"],
        "self-signing": answer["self_signing_keys"][user]["keys"],
        "devices": answer["device_keys"][user],
    }


async def test_the_device_is_signed_once_and_stays_so(synapse: Synapse):
    async with RunningBot.of(synapse, display_name="Peerbot") as bot:
        kept = json.loads(bot.memory.kept["matrix/session"])
        first = _keys(synapse, bot.user_id, kept["token"])
        (device,) = first["devices"].values()
        (signer,) = first["self-signing"]
        assert signer in device["signatures"][bot.user_id]
        await bot.restart()
        async with NioPerson.of(synapse, "rosa") as rosa:
            await rosa.open_direct(bot.user_id)
        assert _keys(synapse, bot.user_id, kept["token"]) == first
        profile = synapse.call(
            "GET", f"/_matrix/client/v3/profile/{bot.user_id}", token=kept["token"]
        )
        assert profile["displayname"] == "Peerbot"


async def test_its_picture_is_shown_and_changed_only_with_the_file(
    synapse: Synapse, tmp_path: Path
):
    picture = tmp_path / "avatar.png"
    Image.new("RGB", (8, 8), "teal").save(picture)
    async with RunningBot.of(synapse, display_name="Peerbot", avatar=picture) as bot:

        def shown() -> str:
            token = json.loads(bot.memory.kept["matrix/session"])["token"]
            path = f"/_matrix/client/v3/profile/{bot.user_id}"
            return str(synapse.call("GET", path, token=token).get("avatar_url", ""))

        await bot.until(shown, 20, "its picture")
        first = shown()
        assert first.startswith("mxc://")
        await bot.restart()
        async with NioPerson.of(synapse, "rosa") as rosa:
            await rosa.open_direct(bot.user_id)
        assert shown() == first
        Image.new("RGB", (8, 8), "black").save(picture)
        await bot.restart()
        await bot.until(lambda: shown() != first, 20, "its new picture")


async def test_a_lost_key_store_stops_the_bot_with_a_sentence(synapse: Synapse):
    async with RunningBot.of(synapse) as bot:
        await bot.stop()
        (Path(bot._folder.name) / "keys.db").unlink()
        bot.platform = bot._fresh()
        await bot.start()
        await bot.until(lambda: bot.stopped, 20, "it stops")
        assert isinstance(bot.stopped, PlatformStopped)
        assert "encryption keys" in bot.stopped.says


async def test_a_wrong_password_stops_the_bot_with_a_sentence(synapse: Synapse):
    account = synapse.register(synapse.fresh_name("peerbot"))
    bot = RunningBot(account, synapse.url, password="wrong")
    try:
        with pytest.raises(PlatformStopped, match="will not let"):
            await bot.platform.run(bot.hand_in)
    finally:
        await bot.remove()


async def test_whoever_installs_it_is_led_through_and_the_check_is_then_well(
    synapse: Synapse, tmp_path: Path
):
    account = synapse.register(synapse.fresh_name("peerbot"))
    cora = synapse.register(synapse.fresh_name("cora"))
    answers = {
        "Address": [synapse.url],
        "The bot's user id": ["peerbot", account.user_id, account.user_id],
        "Its password": ["wrong", PASSWORD],
        "Open an encrypted room": ["yes"],
        "User ids of the coordinators": [cora.user_id],
    }
    told: list[str] = []

    async def ask(question: str, *, default: str = "", secret: bool = False) -> str:
        assert secret == ("password" in question)
        (waiting,) = (given for start, given in answers.items() if question.startswith(start))
        return waiting.pop(0) or default

    async def say(text: str) -> None:
        told.append(text)

    memory, store = Shelf(), tmp_path / "store"
    walked = await walk(ask, say, memory, store=store, pickle_key="k")
    assert not any(answers.values())
    assert walked.password == PASSWORD
    assert walked.config.coordinators_room
    words = "\n".join(told)
    assert "@name:server" in words
    assert "will not let" in words
    assert f'user = "{account.user_id}"' in words
    assert "override_ratelimit" in words

    found = await findings(walked.config, memory, store, PASSWORD)
    assert [finding.part for finding in found if not finding.well] == []
    assert len(found) == 7

    again = await walk(
        _typed(synapse.url, account.user_id), say, memory, store=store, pickle_key="k"
    )
    assert again.config.coordinators_room == walked.config.coordinators_room


def _typed(url: str, user: str):
    async def ask(question: str, *, default: str = "", secret: bool = False) -> str:
        given = {"Address": url, "The bot's user id": user, "Its password": PASSWORD}
        return next((v for k, v in given.items() if question.startswith(k)), default)

    return ask


async def test_the_check_says_what_is_wrong_and_what_mends_it(synapse: Synapse, tmp_path: Path):
    nowhere = MatrixConfig(homeserver="http://127.0.0.1:9", user="@peerbot:localhost")
    (only,) = await findings(nowhere, Shelf(), tmp_path, None)
    assert not only.well
    assert "homeserver" in only.says

    new = MatrixConfig(homeserver=synapse.url, user="@peerbot:localhost")
    well, login = await findings(new, Shelf(), tmp_path, None)
    assert (well.well, login.well) == (True, False)
    assert "peerbot setup matrix" in login.says


async def test_after_a_logout_the_setup_makes_a_new_device_and_rosa_can_write_again(
    synapse: Synapse,
):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "hello")
        await bot.hears_words("hello")
        before = json.loads(bot.memory.kept["matrix/session"])
        synapse.call("POST", "/_matrix/client/v3/logout", {}, token=before["token"])
        await bot.until(lambda: bot.stopped, 40, "it stops")
        await bot.stop()

        async def say(_: str) -> None:
            pass

        store = Path(bot._folder.name)
        ask = _typed(synapse.url, bot.user_id)
        await walk(ask, say, bot.memory, store=store, pickle_key="a key of the deployment")
        after = json.loads(bot.memory.kept["matrix/session"])
        assert after["device"] != before["device"]
        bot.stopped = None
        await bot.restart()
        await rosa.send(room, "are you back")
        await bot.hears_words("are you back")

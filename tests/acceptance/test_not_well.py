"""Setting up, checking, and what is said when something is wrong: in sentences, with exit codes."""

from pathlib import Path

import pytest

from storage.vault import Key, write_key_file
from tests.acceptance.bot_process import BotProcess
from tests.acceptance.cast import a_night, comes_in
from tests.acceptance.terminal import Terminal
from tests.parts.installation import PEERBOT, environment
from tests.parts.synapse import PASSWORD, Synapse

NOBODY_THERE = "http://127.0.0.1:9"  # the discard port: nothing answers there


def test_whoever_installs_it_is_led_through_and_can_start_it(synapse: Synapse, tmp_path: Path):
    bot = BotProcess(synapse, tmp_path)
    karen = synapse.register(synapse.fresh_name("karen")).user_id
    command = [*PEERBOT, "setup", "matrix", "--config", str(bot.config)]
    with Terminal(command, tmp_path, environment()) as terminal:
        terminal.asked("Address of the homeserver", synapse.url)
        terminal.asked("The bot's user id", bot.user_id)
        terminal.asked("Its password", "wrong")
        terminal.reads("will not let")
        terminal.asked("The bot's user id", bot.user_id)
        terminal.asked("Its password", PASSWORD)
        terminal.reads("encrypted and signed")
        terminal.asked("Open an encrypted room", "yes")
        terminal.asked("User ids of the coordinators", karen)
        terminal.reads("The coordinators' room is open")
        assert terminal.ends() == 0
        assert PASSWORD not in terminal.shown
    room = terminal.shown.partition('coordinators_room = "')[2].partition('"')[0]
    assert room.startswith("!")
    assert "override_ratelimit" in terminal.shown

    bot.configure(coordinators=[karen], room=room)
    code, said = bot.runs("check")
    assert code == 0, said
    assert "MEND" not in said
    for part in ("database", "login", "cross-signing", "one-time keys", "coordinators' room"):
        assert part in said
    try:
        bot.start()
        assert bot.stop() == 0
    finally:
        bot.remove()


def test_a_wrong_password_is_a_sentence_in_the_check_and_at_the_start(
    synapse: Synapse, tmp_path: Path
):
    bot = BotProcess(synapse, tmp_path)
    bot.configure(coordinators=[bot.user_id], password="wrong")
    code, said = bot.runs("check")
    assert code == 1
    assert f"will not let {bot.user_id} in" in said
    bot.launch()
    assert bot.ends() == 69
    assert "Check the user id and the password" in bot.last_words()

    bot.configure(coordinators=[bot.user_id])
    code, said = bot.runs("check")
    assert "The password is right" in said
    assert code == 0, said


def test_a_server_that_is_down_is_a_sentence_in_the_check(synapse: Synapse, tmp_path: Path):
    bot = BotProcess(synapse, tmp_path)
    bot.configure(coordinators=[bot.user_id], url=NOBODY_THERE)
    code, said = bot.runs("check")
    assert code == 1
    assert f"{NOBODY_THERE} does not answer as a Matrix homeserver" in said
    assert "Traceback" not in said


def test_a_revoked_token_ends_it_with_a_clear_sentence(synapse: Synapse, tmp_path: Path):
    bot = BotProcess(synapse, tmp_path)
    bot.configure(coordinators=[bot.user_id])
    try:
        bot.start()
        token = synapse.log_in(bot.account)
        synapse.call("POST", "/_matrix/client/v3/logout/all", {}, token=token)
        assert bot.ends() == 69
        assert "its access token was revoked" in bot.last_words()
        assert "peerbot setup matrix" in bot.last_words()
        code, said = bot.runs("check")
        assert code == 1
        assert "The kept login is not accepted" in said
    finally:
        bot.remove()


@pytest.mark.js
@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.usefixtures("js_client")
async def test_with_a_wrong_key_it_tells_coordinators_why_and_people_where_to_turn(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path) as night:
        rosa, leo = await night.with_js("rosa"), await night.with_nio("leo")
        await comes_in(rosa)
        await comes_in(leo)
        assert night.bot.stop() == 0
        key = tmp_path / "peerbot.key"
        right = key.rename(tmp_path / "right.key")
        write_key_file(key, Key.new())

        await leo.says("is anybody there?")  # while it is away: he, too, must not wait in silence
        night.bot.start()
        await leo.hears("safe-mode")
        why = await night.karen.hears("safe-mode-why")
        assert "the key does not fit this database" in why.body
        doors = await leo.asks("crisis", "crisis-card")
        assert "112" in doors.body
        told = await rosa.asks("hello", "safe-mode")  # whom strict clients give no keys to
        assert "112" in told.body and "70 201 201" in told.body
        assert night.bot.stop() == 0

        key.unlink()
        right.rename(key)
        night.bot.start()
        await rosa.asks("status", "status-nothing")
        devices = await rosa.person.devices(night.bot.user_id)  # type: ignore[union-attr]
        assert list(devices.values()) == [True], "a stand-in's device was left behind"

"""The real parts work, and are as strict as we say. Rosa has a nio client, Joan matrix-js-sdk."""

import asyncio
import secrets
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.places import ROOT, synapse_python
from tests.parts.seen import NotSeen
from tests.parts.synapse import Synapse, SynapseSays

pytestmark = pytest.mark.synapse


async def test_two_people_with_nio_talk_encrypted(synapse: Synapse):
    async with NioPerson.of(synapse, "rosa") as rosa, NioPerson.of(synapse, "ben") as ben:
        room = await rosa.open_direct(ben.user_id)

        asked = await rosa.send(room, "are you there?")
        seen = await ben.reads("are you there?")
        assert (seen.id, seen.encrypted, seen.sender) == (asked, True, rosa.user_id)

        answered = await ben.send(room, "yes", html="<b>yes</b>", reply_to=asked)
        heard = await rosa.reads("yes")
        assert heard.id == answered
        assert heard.content["formatted_body"] == "<b>yes</b>"
        assert heard.content["m.relates_to"] == {"m.in_reply_to": {"event_id": asked}}

        await ben.leave(room)
        await rosa.sees_member(room, ben.user_id, "leave")


@pytest.mark.js
@pytest.mark.usefixtures("js_client")
async def test_nio_and_js_sdk_react_edit_and_delete_in_one_encrypted_room(synapse: Synapse):
    async with (
        NioPerson.of(synapse, "rosa") as rosa,
        JsClient.of(synapse, "joan", strict=False) as joan,
    ):
        room = await joan.open_direct(rosa.user_id)
        asked = await joan.send(room, "are you there?")
        assert (await rosa.reads("are you there?")).encrypted

        await rosa.react(room, asked, "👍")
        await joan.sees_reaction(asked, "👍")

        answered = await rosa.send(room, "yse")
        assert (await joan.reads("yse")).encrypted
        await rosa.edit(room, answered, "yes")
        await joan.reads("yes")
        shown = {event["event"]: event for event in await joan.view(room)}
        assert shown[answered]["content"]["body"] == "yes"
        assert shown[answered]["edited"]
        assert shown[asked]["reactions"] == {"👍": 1}

        await joan.edit(room, asked, "are you still there?")
        assert (await rosa.reads("are you still there?")).replaces == asked
        await joan.redact(room, asked)
        await rosa.sees_redaction(asked)


@pytest.mark.js
@pytest.mark.usefixtures("js_client")
async def test_nio_and_js_sdk_send_each_other_encrypted_files(synapse: Synapse):
    async with (
        NioPerson.of(synapse, "rosa") as rosa,
        JsClient.of(synapse, "joan", strict=False) as joan,
    ):
        room = await rosa.open_direct(joan.user_id)
        picture, letter = secrets.token_bytes(5000), secrets.token_bytes(700)

        await rosa.send_file(room, "cat.png", "image/png", picture, "m.image")
        assert await joan.fetch_file(await joan.reads("cat.png")) == picture

        await joan.send_file(room, "letter.txt", "text/plain", letter)
        assert await rosa.fetch_file(await rosa.reads("letter.txt")) == letter


@pytest.mark.js
@pytest.mark.usefixtures("js_client")
async def test_a_strict_client_shuns_a_device_that_its_owner_has_not_signed(synapse: Synapse):
    async with NioPerson.of(synapse, "rosa") as rosa, JsClient.of(synapse, "joan") as joan:
        room = await joan.open_direct(rosa.user_id)

        secret = await joan.send(room, "only for signed devices")
        unread = await rosa.sights.wait_for(lambda seen: seen.id == secret)
        assert unread.type == "m.room.encrypted"

        said = await rosa.send(room, "from an unsigned device")
        hidden = await joan.sights.wait_for(lambda seen: seen.id == said)
        assert hidden.type == "m.room.encrypted"
        assert True not in (await joan.devices(rosa.user_id)).values()


@pytest.mark.js
@pytest.mark.usefixtures("js_client")
async def test_two_strict_clients_read_each_other_and_show_no_shield(synapse: Synapse):
    async with JsClient.of(synapse, "joan") as joan, JsClient.of(synapse, "mia") as mia:
        room = await joan.open_direct(mia.user_id)
        await joan.send(room, "good evening")
        seen = await mia.reads("good evening")
        assert seen.encrypted
        assert seen.shield == "NONE"


async def test_a_person_goes_on_after_the_server_was_killed(own_synapse: Synapse):
    async with NioPerson.of(own_synapse, "rosa") as rosa, NioPerson.of(own_synapse, "ben") as ben:
        room = await rosa.open_direct(ben.user_id)
        await rosa.send(room, "before")
        await ben.reads("before")

        await asyncio.to_thread(own_synapse.restart, kill=True)

        await rosa.send(room, "after")
        assert (await ben.reads("after", 30)).encrypted


async def test_waiting_for_what_never_comes_tells_what_came_instead(synapse: Synapse):
    async with NioPerson.of(synapse, "rosa") as rosa, NioPerson.of(synapse, "ben") as ben:
        room = await rosa.open_direct(ben.user_id)
        await rosa.send(room, "hello")
        await ben.reads("hello")
        with pytest.raises(NotSeen, match="hello"):
            await ben.hears("welcome", within=0.1)


def test_a_server_with_limits_refuses_haste_until_the_limits_are_lifted(limited_synapse: Synapse):
    haste = limited_synapse.register(limited_synapse.fresh_name("haste"))
    token = limited_synapse.log_in(haste)
    made = limited_synapse.call("POST", "/_matrix/client/v3/createRoom", {}, token=token)

    def say(count: int) -> None:
        for _ in range(count):
            path = f"/_matrix/client/v3/rooms/{made['room_id']}/send/m.room.message/"
            content = {"msgtype": "m.text", "body": "hi"}
            limited_synapse.call("PUT", path + secrets.token_hex(8), content, token=token)

    with pytest.raises(SynapseSays) as refusal:
        say(20)
    assert refusal.value.errcode == "M_LIMIT_EXCEEDED"

    limited_synapse.lift_limits(haste.user_id)
    say(20)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
@pytest.mark.usefixtures("synapse")
def test_a_killed_test_run_leaves_no_server_behind():
    start = (
        "from tests.parts.synapse import Synapse; import time; server = Synapse().start();"
        " print(server.url, server.folder, flush=True); time.sleep(60)"
    )
    run = subprocess.Popen([sys.executable, "-c", start], cwd=ROOT, stdout=subprocess.PIPE)
    assert run.stdout is not None
    url, folder = run.stdout.readline().decode().split()
    run.stdout.close()
    orphan = Synapse()
    orphan.url = url
    assert orphan.call("GET", "/_matrix/client/versions")

    run.send_signal(signal.SIGKILL)
    run.wait()

    deadline = time.monotonic() + 5
    try:
        while time.monotonic() < deadline:
            orphan.call("GET", "/_matrix/client/versions")
        pytest.fail("the server outlived the run that started it")
    except OSError:
        pass  # gone, as it should be
    finally:
        orphan.remove()
        shutil.rmtree(folder)


def test_the_server_runs_apart_from_the_bot(synapse: Synapse):
    assert synapse.pid
    assert str(synapse_python()) != sys.executable

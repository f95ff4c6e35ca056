"""The page as it is to whoever runs it: safe mode, a port in use, a second process, `check`."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parts.web_bot import WebProcess
from tests.parts.web_visitor import WebVisitor

pytestmark = pytest.mark.acceptance


@pytest.fixture
def process(tmp_path: Path) -> Iterator[WebProcess]:
    process = WebProcess(tmp_path)
    process.configure()
    yield process
    process.remove()


async def test_safe_mode_serves_the_page_and_the_visit_is_there_afterwards(process: WebProcess):
    process.start()
    rosa = WebVisitor(process.base)
    await rosa.begin()
    await rosa.connect()
    await rosa.hears("adult-ask")
    await rosa.says("before all that")
    await rosa.disconnect()
    process.stop()
    database = process.folder / "data" / "peerbot.db"
    if not database.exists():
        (database,) = process.folder.rglob("*.db")
    whole = process.folder / "whole.db"
    shutil.copy(database, whole)
    database.write_bytes(b"no database at all" * 1000)

    process.start()
    mine = {cookie.key: cookie.value for cookie in rosa.http.cookie_jar}
    seen, rosa.seen = rosa.seen, 0
    rosa.lines.clear()
    await rosa.begin()
    await rosa.connect(after=0)
    await rosa.hears("safe-mode")
    await rosa.says("akut")
    card = await rosa.hears("crisis-card")
    assert "112" in card.text and "safe-mode" in rosa.heard()
    jar = {cookie.key: cookie.value for cookie in rosa.http.cookie_jar}
    assert jar["peerbot-visit"] == mine["peerbot-visit"] and len(jar) == 2
    await rosa.disconnect()
    process.stop()

    shutil.copy(whole, database)
    process.start()
    rosa.seen = 0
    rosa.lines.clear()
    assert await rosa.post("begin", {"language": "en"}) == 204
    await rosa.connect(after=0)
    assert "before all that" in rosa.texts() and rosa.seen >= seen
    await rosa.close()
    assert process.stop() == 0


def test_a_port_in_use_is_a_sentence(process: WebProcess):
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", process.port))
        other.listen()
        process.launch()
        assert process.ends() == 69
        assert "is another program there? Change listen" in process.said()
        assert "Traceback" not in process.said()
        code, said = process.runs("check")
        assert code == 1 and "cannot listen at" in said and "Traceback" not in said


def test_of_two_processes_the_second_steps_back(process: WebProcess):
    process.start()
    code, said = process.runs("run")
    assert code == 75 and "Traceback" not in said
    assert process.running


def test_check_says_of_the_page_what_is_well(process: WebProcess):
    code, said = process.runs("check")
    assert f"can be served at 127.0.0.1:{process.port}" in said
    assert f"visitors come to {process.base}" in said
    assert "Traceback" not in said and code in (0, 1)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('address = "http://chat.night.example/"', "put TLS before it and write https"),
        ('listen = "203.0.113.200:8480"', "cannot listen at 203.0.113.200:8480"),
        ('listen = "127.0.0.1:1"', None),
    ],
)
def test_check_says_what_is_not(process: WebProcess, line: str, says: str | None):
    name = line.partition(" ")[0]
    text = process.config.read_text()
    lines = [line if one.startswith(f"{name} =") else one for one in text.splitlines()]
    process.config.write_text("\n".join(lines))
    _, said = process.runs("check")
    assert says is None or says in said, said
    assert "Traceback" not in said

"""The demo: three people on one page, over the real bot, with a clock that can be turned."""

import os
import re
import signal
import subprocess
import sys
import time
import tomllib

import aiohttp
import pytest

from bot.rehearsal.demo import running as demo
from bot.rehearsal.demo import visiting
from bot.rehearsal.demo.demonstration import demonstrate
from bot.rehearsal.demo.visiting import Visitor
from handlers.contact import relay
from tests.rehearsal.at_keyboard import ROOT

PAGE = ROOT / "bot" / "rehearsal" / "demo" / "page"


@pytest.fixture
async def address(tmp_path):
    async with demo.running(tmp_path, "en", 0) as address:
        yield address


@pytest.mark.acceptance
@pytest.mark.parametrize("language", ["en", "da"])
def test_without_a_terminal_it_is_tried_out_and_an_evening_played(language, tmp_path):
    tried = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--language", language],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert tried.returncode == 0, tried.stdout[-2000:] + tried.stderr
    assert re.search(
        r" s  an invented volunteer says yes, and writes the first words", tried.stdout
    )
    assert "promises were kept" in tried.stdout.splitlines()[-1]
    assert "NOT KEPT" not in tried.stdout and not tried.stderr
    assert not list(tmp_path.glob("peerbot-*"))


async def test_a_demo_in_which_nobody_is_answered_is_found_out(monkeypatch, capsys):
    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(relay, "defused", breaks)
    monkeypatch.setattr(visiting, "PATIENCE", 1.0)
    assert await demonstrate(language="en", port=0, opens_browser=False, tries=True) == 1
    assert "NOT KEPT: relay comes within 1 seconds" in capsys.readouterr().out


@pytest.mark.acceptance
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_leaves_nothing_behind_however_it_ends(how, tmp_path):
    shown = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "demo", "--no-browser"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert shown.stdout is not None
    said = ""
    while "Ctrl-C" not in said:
        said += shown.stdout.readline()
        assert shown.poll() is None, said
    assert re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert list(tmp_path.glob("peerbot-demo-*"))
    shown.send_signal(how)
    assert shown.wait(timeout=20) == 0
    assert "Goodbye" in shown.stdout.read()
    shown.stdout.close()
    assert not list(tmp_path.glob("peerbot-demo-*"))


async def test_a_port_that_is_taken_is_said_in_a_sentence(address, capsys):
    port = int(address.rstrip("/").rpartition(":")[2])
    assert await demonstrate(language="en", port=port, opens_browser=False, tries=False) == 1
    assert f"port {port}" in capsys.readouterr().out


async def test_only_the_page_itself_turns_the_clock(address):
    own = {"Origin": address.rstrip("/")}
    async with aiohttp.ClientSession() as http:
        for headers, path, status in (
            ({}, "town/turn/tomorrow", 403),
            ({"Origin": "https://elsewhere.example"}, "town/turn/tomorrow", 403),
            (own, "town/turn/back", 404),
            (own, "town/speak/sv", 404),
            (own, "town/turn/quarter", 200),
            (own, "town/speak/da", 200),
        ):
            async with http.post(address + path, headers=headers) as answer:
                assert answer.status == status, path
        async with http.get(f"{address}town/state") as answer:
            state = await answer.json()
        for path in ("town/en.toml", "town/index.html", "town/..%2fshowing.py"):
            async with http.get(address + path) as answer:
                assert answer.status == 404, path
    assert state["language"] == "da"
    assert re.search(r"T(19|18):1[56]:", state["now"])  # a quarter past eight in Copenhagen


async def test_whoever_sits_there_stays_however_far_the_clock_is_turned(address):
    async with Visitor(address, "en") as receiver, Visitor(address, "en") as browser:
        await receiver.sit_down("receiver")
        await receiver.hears("adult-ask")
        await browser.opens()
        await browser.sit_down("volunteer")
        await browser.hears("status-on-duty")
        for _ in range(3):
            await receiver.posts("town/turn/tomorrow")
            asked = await browser.hears("duty-check")
        await browser.presses(asked, "fit-yes")
        await browser.hears("duty-on")
        await receiver.says("hello?")  # a stranger who said nothing for days is asked anew
        await receiver.hears("adult-ask")


@pytest.mark.slow
async def test_somebody_else_comes_when_nobody_in_a_pane_says_yes(address, monkeypatch):
    """By the clock on the wall, without anybody turning anything."""
    began = time.monotonic()
    async with Visitor(address, "da") as receiver:
        await receiver.sit_down("receiver")
        await receiver.presses(await receiver.hears("adult-ask"), "adult-yes")
        await receiver.presses(await receiver.hears("consent-ask"), "consent-yes")
        await receiver.hears("consent-thanks")
        await receiver.says("snak")
        for question in ("talk-topics-ask", "talk-language-ask", "talk-note-ask"):
            await receiver.presses(await receiver.hears(question), "skip")
        await receiver.hears("talk-looking")
        monkeypatch.setattr(visiting, "PATIENCE", 50.0)
        await receiver.hears("contact-opened")
        await receiver.hears("relay")
    assert 25 < time.monotonic() - began < 50


def test_the_demo_speaks_both_languages():
    danish, english = (
        tomllib.loads((PAGE / f"{language}.toml").read_text(encoding="utf-8"))
        for language in ("da", "en")
    )
    for section in ("page", "terminal"):
        assert list(danish[section]) == list(english[section])
        for name, text in danish[section].items():
            places = re.compile(r"\{\w+\}|\*\*")
            assert places.findall(text) == places.findall(english[section][name]), name
    scripts = "".join(path.read_text() for path in PAGE.glob("*.[jh]*"))
    for said in re.findall(r'data-(?:word|label)="([^"$`]+)"|phrase\("([^"]+)"\)', scripts):
        assert "".join(said) in danish["page"], said
    assert {"does-accept", "does-decline", "nothing-comes"} <= set(danish["page"])

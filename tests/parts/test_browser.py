"""The real browser works, and notices what a test is to notice."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from tests.parts.axe import axe
from tests.parts.browser import Chromium, offline
from tests.parts.devtools import devtools
from tests.parts.places import ROOT

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:"
CLEAN = """<!doctype html><html lang="en"><head><title>A door</title>
<link rel="icon" href="data:,"></head><body><main><h1>Welcome</h1>{}</main></body></html>"""
SCRIPT = '<script src="/script.js"></script>'
PLANTED = "<img src='data:,' width='9' height='9'>"
KNOCKING = """const socket = new WebSocket(`ws://${location.host}/socket`);
socket.onmessage = ({data}) => document.querySelector("h1").append(` ${data}`);
socket.onopen = () => socket.send("in");"""


@dataclass
class Door:
    """A page with a strict policy; what it serves next can be set, and `inside` is for a frame."""

    url: str = ""
    body: str = ""
    script: str = ""
    inside: str = ""
    policy: str = POLICY
    asked: list[str] = field(default_factory=list)

    async def page(self, request: web.Request) -> web.Response:
        self.asked.append(request.headers["Accept-Language"])
        headers = {"Content-Security-Policy": self.policy}
        body = self.body if request.path == "/" else self.inside
        return web.Response(text=CLEAN.format(body), content_type="text/html", headers=headers)

    async def javascript(self, _: web.Request) -> web.Response:
        return web.Response(text=self.script, content_type="text/javascript")

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await socket.send_str(message.data)
        return socket


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    door = Door()
    app = web.Application()
    app.router.add_get("/", door.page)
    app.router.add_get("/inside", door.page)
    app.router.add_get("/script.js", door.javascript)
    app.router.add_get("/socket", door.socket)
    async with TestServer(app) as server:
        door.url = str(server.make_url("/"))
        yield door


async def test_a_visitor_has_the_window_language_and_cookies_that_were_asked_for(
    chromium: Chromium, door: Door
):
    look = (
        "[innerWidth, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches,"
        " Intl.DateTimeFormat().resolvedOptions().timeZone]"
    )
    async with (
        chromium.visitor(width=360, height=740, dark=True) as rosa,
        chromium.visitor(locale="en-GB", zoom=2) as joan,
    ):
        await rosa.goto(door.url)
        await joan.goto(door.url)
        assert await rosa.title() == "A door"
        assert await rosa.evaluate(look) == [360, 1, True, "Europe/Copenhagen"]
        assert await joan.evaluate(look) == [640, 2, False, "Europe/Copenhagen"]
        assert [language[:5] for language in door.asked] == ["da-DK", "en-GB"]
        await rosa.evaluate("document.cookie = 'seen=yes'")
        assert await joan.evaluate("document.cookie") == ""


@pytest.mark.parametrize(
    ("body", "script", "said"),
    [
        ("", "console.error('no bell')", "no bell"),
        ("", "Promise.reject(new Error('no knocker'))", "no knocker"),
        ("", "setTimeout(() => { throw new Error('no handle') })", "no handle"),
        ("<script>alert('inline')</script>", "", "Content Security Policy"),
        ("<b style='color: red'>red</b>", "", "Content Security Policy"),
        ("<img alt='' src='//elsewhere.example/spy.png'>", "", "Content Security Policy"),
        ("<img alt='' src='/gone.png'>", "", "404 .*gone.png"),
    ],
)
async def test_an_error_fails_the_test_that_did_not_allow_it(
    chromium: Chromium, door: Door, body: str, script: str, said: str
):
    door.body, door.script = body + SCRIPT, script
    with pytest.raises(AssertionError, match=said):
        async with chromium.visitor() as page:
            await page.goto(door.url)

    async with chromium.visitor() as page:
        devtools(page).allow(said)
        await page.goto(door.url)
    assert len(devtools(page).errors) == 1


async def test_an_error_in_a_second_tab_is_noticed_and_told_with_another_failure(
    chromium: Chromium, door: Door
):
    with pytest.raises(ZeroDivisionError) as failure:
        async with chromium.visitor() as page:
            second = await page.context.new_page()
            await second.goto(door.url)
            await second.evaluate("console.error('no bell')")
            raise ZeroDivisionError
    assert "no bell" in failure.value.__notes__[0]


async def test_axe_finds_what_is_planted_and_nothing_on_a_clean_page(
    chromium: Chromium, door: Door
):
    async with chromium.visitor() as page:
        await page.goto(door.url)
        assert await axe(page) == []

        door.body = PLANTED
        await page.goto(door.url)
        [found] = await axe(page)
        assert found.startswith("image-alt: ")


async def test_axe_looks_into_frames_of_another_site(chromium: Chromium, door: Door):
    elsewhere = door.url.replace("127.0.0.1", "localhost") + "inside"
    door.policy += f"; frame-src {elsewhere}"
    door.body, door.inside = f"<iframe title='a door' src='{elsewhere}'></iframe>", PLANTED
    async with chromium.visitor() as page:
        await page.goto(door.url)
        assert any("image-alt" in found and "iframe img" in found for found in await axe(page))


async def test_a_page_without_javascript_is_looked_at_too(chromium: Chromium, door: Door):
    door.body = SCRIPT + f"<noscript>{PLANTED}</noscript>"
    door.script = "document.title = 'It ran'"
    async with chromium.visitor(javascript=False) as page:
        for _ in range(2):
            await page.goto(door.url)
            await expect(page.locator("noscript > img")).to_be_visible()
            [found] = await axe(page)
            assert found.startswith("image-alt: ")
            await expect(page.locator("noscript > img")).to_be_visible()
            assert await page.title() == "A door"


async def test_every_request_is_seen_and_nobody_elsewhere_is_reached(
    chromium: Chromium, door: Door
):
    door.body, door.script = SCRIPT, KNOCKING
    async with chromium.visitor() as page:
        await page.goto(door.url)
        await expect(page.get_by_role("heading")).to_have_text("Welcome in")
        socket = door.url.replace("http:", "ws:") + "socket"
        assert devtools(page).requests == [door.url, door.url + "script.js", socket]
        assert devtools(page).hosts == {door.url.split("/")[2]}

    async with chromium.visitor(bypass_csp=True) as page:
        devtools(page).allow("ERR_NAME_NOT_RESOLVED")
        await page.goto(door.url)
        for address in ("http://elsewhere.example/", "http://192.0.2.1/"):
            await page.evaluate("address => fetch(address).catch(() => {})", address)
        assert {"elsewhere.example", "192.0.2.1"} < devtools(page).hosts


async def test_an_offline_page_reaches_nobody_until_it_is_online_again(
    chromium: Chromium, door: Door
):
    door.body, door.script = SCRIPT, KNOCKING
    async with chromium.visitor() as page:
        await page.goto(door.url)
        heading = page.get_by_role("heading")
        await expect(heading).to_have_text("Welcome in")

        await offline(page)
        devtools(page).allow("ERR_INTERNET_DISCONNECTED")
        assert not await page.evaluate("navigator.onLine")
        assert await page.evaluate("fetch('/').catch(() => 'not sent')") == "not sent"
        await page.evaluate("socket.send('and waiting')")
        await asyncio.sleep(0.2)
        await expect(heading).to_have_text("Welcome in")

        await offline(page, False)
        await expect(heading).to_have_text("Welcome in and waiting")
        assert await page.evaluate("fetch('/').then(({status}) => status)") == 200


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.usefixtures("chromium")
async def test_a_killed_test_run_leaves_no_browser_behind():
    start = """
import asyncio
from tests.parts.browser import Chromium
async def main():
    async with Chromium.started() as chromium:
        asked = await chromium.browser.new_browser_cdp_session()
        for one in (await asked.send("SystemInfo.getProcessInfo"))["processInfo"]:
            print(one["id"], end=" ", flush=True)
        print(flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-c", start, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert run.stdout is not None
    processes = [Path("/proc", number) for number in (await run.stdout.readline()).decode().split()]
    assert processes and all(process.exists() for process in processes)

    run.kill()
    await run.wait()

    async with asyncio.timeout(40):
        while any(process.exists() for process in processes):
            await asyncio.sleep(0.05)

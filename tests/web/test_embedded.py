"""On an organisation's own page: our script, under a strict policy, opens the chat in a panel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import FrameLocator, Page, expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.installation import free_port
from tests.parts.missing import missing
from tests.parts.places import HOW_TO_GET_CHROMIUM, chromium_program
from tests.parts.web_bot import WebBot
from tests.web.accessible import is_accessible
from tests.web.tls import tls_before

WEATHER = "https://weather.example/"
HOST_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Harbour</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script src="{chat}embed.js" async></script></head>
<body><main><h1>The Harbour</h1><p>Open from ten to four.</p></main></body></html>"""


@dataclass(slots=True)
class Harbour:
    """An organisation's page at another site than the chat's; it allows the chat, and nothing more."""

    chat: str = ""
    port: int = field(default_factory=free_port)

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    async def page(self, _: web.Request) -> web.Response:
        chat = self.chat.rstrip("/")
        policy = f"default-src 'none'; img-src data:; script-src {chat}; frame-src {chat}"
        return web.Response(
            text=HOST_PAGE.format(chat=self.chat),
            content_type="text/html",
            headers={"Content-Security-Policy": policy},
        )

    async def opens_the_chat(self, page: Page) -> FrameLocator:
        """Opens the page and presses the button; nothing is loaded before that but the script."""
        await page.goto(self.origin)
        opener = page.get_by_role("button", name="Write with us")
        await expect(opener).to_be_visible()
        ours = [url for url in devtools(page).requests if url.startswith(self.chat)]
        assert ours == [f"{self.chat}embed.js"]
        await opener.click()
        await expect(page.locator(".panel")).to_be_visible()
        return page.frame_locator("iframe")


@pytest_asyncio.fixture
async def chromium() -> AsyncIterator[Chromium]:
    """One that takes a certificate from nobody; asked each time, it would give up on a page's files."""
    if chromium_program() is None:
        missing("Chromium", HOW_TO_GET_CHROMIUM)
    async with Chromium.started("--ignore-certificate-errors") as browser:
        yield browser


@asynccontextmanager
async def a_harbour(folder: Path, *, listed: bool = True) -> AsyncIterator[Harbour]:
    """The bot behind TLS, and the organisation's page, which is listed with it or not."""
    harbour, at = Harbour(), free_port()
    app = web.Application()
    app.router.add_get("/", harbour.page)
    runner = web.AppRunner(app)
    await runner.setup()
    settings = {
        "address": f"https://127.0.0.1:{at}/",
        "embed_on": [harbour.origin if listed else "https://other.example"],
        "exit_to": WEATHER,
    }
    try:
        await web.TCPSite(runner, "localhost", harbour.port).start()
        async with (
            WebBot(folder, **settings) as bot,
            tls_before(bot.port, at, folder) as harbour.chat,
        ):
            yield harbour
    finally:
        await runner.cleanup()


async def test_rosa_writes_from_the_harbours_own_page(chromium: Chromium, tmp_path: Path):
    async with (
        a_harbour(tmp_path) as harbour,
        chromium.visitor(locale="da-DK") as page,
    ):
        frame = await harbour.opens_the_chat(page)
        await expect(frame.locator('[data-text="welcome"]')).to_be_visible()
        await expect(frame.locator("html")).to_have_attribute("lang", "en")  # as the page around it
        await frame.locator('[data-choice="adult-yes"]').click()
        await expect(frame.locator('[data-text="consent-ask"]')).to_be_visible()
        await is_accessible(page, "panel on somebody's own page")
        [cookie] = await page.context.cookies()
        assert cookie["secure"] and cookie["httpOnly"] and cookie["partitionKey"]

        await page.get_by_role("button", name="Close the chat").click()
        await expect(page.locator(".panel")).to_be_hidden()
        opener = page.get_by_role("button", name="Write with us")
        await expect(opener).to_be_focused()
        await opener.press("Enter")
        await expect(frame.locator('[data-text="consent-ask"]')).to_be_visible()
        chat = harbour.chat.split("/")[2]
        assert devtools(page).hosts == {f"localhost:{harbour.port}", chat}


@pytest.mark.parametrize("where", ["in the chat", "on the page around it", "by the button"])
async def test_quickly_away_from_the_whole_page(chromium: Chromium, tmp_path: Path, where: str):
    async with (
        a_harbour(tmp_path) as harbour,
        chromium.visitor(locale="en-GB") as page,
    ):

        async def tells(route) -> None:
            await route.fulfill(body="<title>Weather</title>Rain", content_type="text/html")

        await page.context.route(f"{WEATHER}**", tells)
        frame = await harbour.opens_the_chat(page)
        await expect(frame.locator('[data-text="adult-ask"]')).to_be_visible()
        if where == "by the button":
            await frame.locator("#exit").click()
        else:
            within = frame.locator("#text") if where == "in the chat" else page.locator("h1")
            await within.click()
            for _ in range(3):
                await page.keyboard.press("Escape")

        # Both the panel and the page around it go there, and the second lets the first go.
        await expect(page).to_have_title("Weather")
        async with asyncio.timeout(40):
            while await page.context.cookies():  # it is let go of on the way out
                await asyncio.sleep(0.02)


async def test_a_page_that_is_not_listed_shows_nothing_of_the_chat(
    chromium: Chromium, tmp_path: Path
):
    async with (
        a_harbour(tmp_path, listed=False) as harbour,
        chromium.visitor(locale="en-GB") as page,
    ):
        devtools(page).allow("frame-ancestors|Framing|chrome-error")
        async with page.expect_event("console", lambda said: "frame-ancestors" in said.text):
            await harbour.opens_the_chat(page)
        [framed] = [frame for frame in page.frames if frame.parent_frame]
        assert await framed.locator("#conversation").count() == 0
        assert await page.context.cookies() == []

"""When one of the page's own files was lost on the way, the page stood there for ever, "opening"."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Error, Page, Route, expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage


@pytest.mark.browser
async def test_the_page_is_loaded_again_by_itself(chromium: Chromium, tmp_path: Path):
    lost: list[str] = []

    async def loses(route: Route) -> None:
        lost.append(route.request.url)
        if len(lost) < 3:
            await route.abort("connectionreset")
        else:
            await route.continue_()

    async with WebBot(tmp_path) as bot, chromium.visitor() as page:
        devtools(page).allow(r"ERR_CONNECTION_RESET|Failed to load")
        await page.route("**/static/message.js", loses)
        await AtPage(page).opens(bot.base)
    assert len(lost) == 3


@pytest.mark.browser
async def test_it_does_not_try_for_ever(chromium: Chromium, tmp_path: Path):
    async with WebBot(tmp_path) as bot, chromium.visitor() as page:
        devtools(page).allow(r"ERR_CONNECTION_RESET|Failed to load")
        await page.route("**/static/message.js", lambda route: route.abort("connectionreset"))
        await page.goto(bot.base)
        async with asyncio.timeout(60):
            while await _tries(page) != "4":
                await asyncio.sleep(0.05)
        loads: list[str] = []
        page.on("framenavigated", lambda frame: loads.append(frame.url))
        await page.wait_for_event("load")
        assert len(loads) == 1
        await expect(page.locator("a[href='tel:112']")).to_be_visible()
        assert await _tries(page) == "4"


async def _tries(page: Page) -> object:
    try:
        return await page.evaluate("sessionStorage.getItem('peerbot-tries')")
    except Error:  # it is being loaded again at this very moment
        return None

"""A real Chromium at which the people of a story sit, each with a window and cookies of their own.

    async with chromium.visitor(locale="da-DK", width=360, height=740, dark=True) as page:
        await page.goto(address)
        assert await axe(page) == []

The machine's own browser, driven by playwright. It reaches this machine and nobody else.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

from playwright.async_api import Browser, Page, async_playwright, expect

from tests.parts.devtools import devtools
from tests.parts.places import chromium_program
from tests.parts.scripting import switch_off_scripts

WITHIN = 40_000  # ms, the longest wait for anything; as with the other clients
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-first-run",
)

expect.set_options(timeout=WITHIN)


class Chromium:
    """One running browser; see `visitor`."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    @classmethod
    @asynccontextmanager
    async def started(cls, *more: str) -> AsyncIterator[Self]:
        """Start it headless (half a second) and end it. It also ends when this process dies.

        `more` is for its command line.
        """
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium_program(),
                args=[*ARGUMENTS, *more],
                chromium_sandbox=os.geteuid() != 0,  # which it refuses to build up for root
            )
            try:
                yield cls(browser)
            finally:
                await browser.close()

    @asynccontextmanager
    async def visitor(
        self,
        *,
        locale: str = "da-DK",
        timezone: str = "Europe/Copenhagen",
        width: int = 1280,
        height: int = 800,
        zoom: float = 1,
        dark: bool = False,
        javascript: bool = True,
        **more: Any,
    ) -> AsyncIterator[Page]:
        """Somebody with a fresh browser. Fails at the end if there was an error nobody allowed.

        `width` and `height` are the window's, whatever the `zoom`; `javascript` is for this page,
        not for tabs that it opens; `more` is for playwright's `new_context`, such as
        `reduced_motion="reduce"`. A second tab of the same person: `page.context.new_page()`.
        What the browser saw, and which errors are allowed: `devtools(page)`.
        """
        context = await self.browser.new_context(
            locale=locale,
            timezone_id=timezone,
            viewport={"width": round(width / zoom), "height": round(height / zoom)},
            device_scale_factor=zoom,
            color_scheme="dark" if dark else "light",
            **more,
        )
        context.set_default_timeout(WITHIN)
        tools = devtools(context)
        try:
            page = await context.new_page()
            if not javascript:
                await switch_off_scripts(page)
            yield page
        except Exception as failure:
            for error in tools.unexpected:
                failure.add_note(f"in the browser: {error}")
            raise
        else:
            for tab in context.pages:
                await tab.title()  # with the answer, all that it reported before has arrived
            assert not tools.unexpected, "errors in the browser:\n" + "\n".join(tools.unexpected)
        finally:
            await context.close()


async def offline(page: Page, on: bool = True) -> None:
    """Take the visitor's connection away, or give it back (`on=False`).

    New connections fail. A web socket that is open stays so, as when a phone loses its network:
    what the page sends on it arrives once the connection is back.
    """
    await page.context.set_offline(on)

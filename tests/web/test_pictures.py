"""Pictures of the page's main states, for people to look at.

`PEERBOT_PICTURES=FOLDER pytest tests/web/test_pictures.py` takes them; otherwise there are none.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import comes_in, leaves, mia_on_duty
from tests.web.drawn import a_picture

FOLDER = os.environ.get("PEERBOT_PICTURES", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="PEERBOT_PICTURES names no folder")


@dataclass(frozen=True, slots=True)
class Look:
    """A window as somebody has it."""

    width: int
    height: int
    dark: bool = False
    zoom: float = 1

    def __str__(self) -> str:
        zoomed = "-zoomed" if self.zoom != 1 else ""
        return f"{self.width}-{'dark' if self.dark else 'light'}{zoomed}"

    def window(self, chromium: Chromium, *, javascript: bool = True):
        """That window, with nothing in it yet."""
        return chromium.visitor(
            width=self.width, height=self.height, dark=self.dark, zoom=self.zoom,
            javascript=javascript,
        )  # fmt: skip


LOOKS = [
    Look(360, 740),
    Look(360, 740, dark=True),
    Look(1280, 800),
    Look(1280, 800, dark=True),
    Look(1280, 800, zoom=2),
    Look(360, 740, zoom=2),
]


@pytest.mark.parametrize("look", LOOKS, ids=str)
async def test_pictures_are_taken(chromium: Chromium, bot: WebBot, look: Look):
    folder = Path(FOLDER) / str(look)
    folder.mkdir(parents=True, exist_ok=True)

    async def taken(page: Page, name: str) -> None:
        await page.screenshot(path=folder / f"{name}.png")

    async with (
        look.window(chromium) as page,
        look.window(chromium, javascript=False) as bare,
        mia_on_duty(bot) as mia,
    ):
        await bare.goto(bot.base)
        await taken(bare, "00-without-scripts")
        devtools(page).allow("ERR_CONNECTION_REFUSED|WebSocket connection|status of 403")
        rosa = AtPage(page)
        await page.goto(f"{bot.base}?enter#{'a' * 26}")
        await expect(page.locator("#panel")).to_be_visible()
        await taken(page, "01-sign-in")
        await page.goto("about:blank")
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        await taken(page, "02-greeting")
        await page.locator("#menu summary").click()
        await taken(page, "03-menu")
        await page.locator("#have-phrase").click()
        await page.locator("#phrase").fill("bamo tiku")
        await page.locator("#phrase").press("Enter")
        await expect(page.locator("#phrase-told")).not_to_be_empty()
        await taken(page, "04-phrase")
        await page.locator("#phrase-cancel").click()
        await comes_in(AtPage(page))
        await rosa.asks("snak", "talk-topics-ask")
        await taken(page, "05-topics")
        await rosa.presses("skip")
        await rosa.hears("talk-language-ask")
        await rosa.presses("skip")
        await rosa.hears("talk-note-ask")
        await rosa.presses("skip")
        await mia.hears("offer")
        await mia.presses("accept")
        await rosa.hears("contact-opened")
        await _a_talk(rosa, mia)
        await taken(page, "06-contact")
        await page.locator("article.own .open-actions").last.click()
        await taken(page, "07-actions")
        await page.locator("article.own .open-actions").last.click()
        await page.locator("#more-doors summary").click()
        await taken(page, "08-doors")
        await page.locator("#more-doors summary").click()
        await page.locator("#menu summary").click()
        await page.locator("#leave").click()
        await taken(page, "09-leave")
        await page.locator("#leave-no").click()
        await leaves(rosa)
        await taken(page, "10-left")
        await rosa.opens(bot.base)
        await page.evaluate("fetch('leave', {method: 'POST'})")
        await expect(page.locator("#panel-heading")).to_be_visible()
        await taken(page, "11-over")
        await page.locator("#panel-go").click()
        await rosa.is_connected()
        await rosa.hears("welcome")
        await mia.disconnect()
        await bot.stop()
        await rosa.is_lost()
        await rosa.says("er du der?")
        await taken(page, "12-lost")


async def _a_talk(rosa: AtPage, mia) -> None:
    await rosa.says("Hej. Jeg kan ikke sove, og jeg ved ikke rigtig, hvor jeg skal begynde.")
    asked = await mia.hears("relay")
    await mia.says("Du kan begynde, hvor du vil. Jeg er her.", to=asked.id)
    await mia.does("react", message=asked.id, key="🤗")
    await rosa.reads("Jeg er her.")
    await mia.sends(a_picture(), "udsigt.png", "image/png")
    await expect(rosa.page.locator("article.peer img.picture")).to_be_visible()
    rash = await mia.says("en fejl")
    await rosa.reads("en fejl")
    await mia.does("retract", message=rash)
    await rosa.says("Tak. Det er min bror, jeg tænker på")
    await rosa.has(await rosa.reads("Det er min bror"), "web-edit")
    await rosa.says("Tak. Det er min bror, jeg tænker på.")
    await expect(rosa.page.locator("article.own .edited").last).not_to_be_empty()

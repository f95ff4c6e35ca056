"""Without JavaScript, and without the bot: whoever is in danger finds a number all the same."""

import pytest
from playwright.async_api import Page, expect

from tests.parts.browser import Chromium, offline
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage

DOORS = ("tel:112", "tel:70201201")


@pytest.mark.parametrize(
    ("locale", "who"), [("da-DK", "Jeg er Peerbot"), ("en-GB", "I am Peerbot")]
)
async def test_without_scripts_the_doors_and_who_we_are_are_there(
    chromium: Chromium, bot: WebBot, locale: str, who: str
):
    async with chromium.visitor(locale=locale, width=360, height=740, javascript=False) as page:
        await page.goto(bot.base)
        await expect(page.locator("#who-this-is")).to_contain_text(who)
        await expect(page.locator("#who-this-is")).to_contain_text("The Night Watch")
        await expect(page.locator("noscript .notice")).to_be_visible()
        await expect(page.locator("#composer")).to_be_hidden()
        for door in await page.locator(".doors a").all():
            await expect(door).to_be_visible()
        await _doors_can_be_called(page)
        await page.locator("#language").click()
        other = "en" if locale == "da-DK" else "da"
        await expect(page.locator("html")).to_have_attribute("lang", other)
        await _doors_can_be_called(page)
        await expect(page.locator("#exit")).to_have_attribute("href", "https://www.wikipedia.org/")


@pytest.mark.parametrize("gone", ["the bot", "the network"])
async def test_the_doors_stay_when_the_connection_is_gone(
    chromium: Chromium, bot: WebBot, gone: str
):
    async with chromium.visitor(width=360, height=740) as page:
        devtools(page).allow("ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket")
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        if gone == "the bot":
            await bot.stop()
        else:
            await offline(page)
        await rosa.is_lost()
        await rosa.says("er her nogen?")

        await _doors_can_be_called(page)
        await page.locator("#more-doors summary").click()
        for door in await page.locator(".doors a").all():
            await expect(door).to_be_visible()
        await page.locator("#language").click()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await _doors_can_be_called(page)


async def _doors_can_be_called(page: Page) -> None:
    for href in DOORS:
        door = page.locator(f'.first-doors a[href="{href}"]')
        await expect(door).to_be_visible()
        await expect(door).to_be_in_viewport()

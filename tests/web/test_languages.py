"""Danish and English: as the browser asks, and as one switches in the midst of it."""

import pytest
from playwright.async_api import expect

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import in_contact, mia_on_duty


@pytest.mark.parametrize(
    ("locale", "lang", "asks"),
    [("da-DK", "da", "Er du fyldt 18 år?"), ("en-GB", "en", "Are you 18 or older?"),
     ("nb-NO", "da", "Er du fyldt 18 år?"), ("de-DE", "en", "Are you 18 or older?")],
)  # fmt: skip
async def test_the_page_and_the_bot_speak_as_the_browser_asks(
    chromium: Chromium, bot: WebBot, locale: str, lang: str, asks: str
):
    async with chromium.visitor(locale=locale) as page:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await expect((await rosa.hears("adult-ask")).locator(".body")).to_have_text(asks)
        await expect(page.locator("html")).to_have_attribute("lang", lang)


async def test_rosa_changes_the_language_and_goes_on(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="da-DK") as page, mia_on_duty(bot) as mia:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says("god aften")
        said = await rosa.reads("god aften")
        await expect(said.locator(".state")).to_have_text("sendt")

        await page.get_by_role("link", name="English").click()

        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await expect(page.locator("#send")).to_have_text("Send")
        await expect(page.locator("#status")).to_have_text("Connected")
        await expect(said.locator(".who")).to_have_text("You")
        await expect(said.locator(".state")).to_have_text("sent")
        await expect(page.locator("#doors-heading")).to_have_text("In danger? Call")
        status = await rosa.asks("!status", "status-in-contact")
        await expect(status).to_contain_text("You")
        assert "god aften" in await rosa.own()

        await page.reload()
        await rosa.is_connected()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await page.get_by_role("link", name="Dansk").click()
        await expect(page.locator("#status")).to_have_text("Forbundet")
        status = await rosa.asks("!status", "status-in-contact")
        await expect(status).to_contain_text("Du")

"""A picture of ours stands in the conversation with its words, and is there after the page is loaded anew."""

from playwright.async_api import Page, expect

from bot.messages import Address
from storage import people, visits
from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.accessible import is_accessible
from tests.web.at_page import AtPage
from tests.web.cast import comes_in


async def _coordinates(page: Page, bot: WebBot) -> None:
    jar = {cookie.get("name"): cookie.get("value") for cookie in await page.context.cookies()}
    found = await bot.app.database.read(visits.find, jar["peerbot-visit"] or "", bot.now)
    assert found is not None
    address = Address("web", found.account)
    await bot.app.database.run(people.appoint, address, "en", "Europe/Copenhagen", bot.now)


async def test_coverage_is_seen_heard_and_found_again(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB", width=360, height=740) as page:
        karen = AtPage(page)
        await karen.opens(bot.base)
        await comes_in(karen)
        await _coordinates(page, bot)
        await karen.asks("coverage", "coverage")
        shown = await karen.hears("coverage-picture")

        picture = shown.locator("img.picture")
        for _ in range(2):
            alt = await picture.get_attribute("alt") or ""
            assert "Too few mean to be there" in alt
            await picture.scroll_into_view_if_needed()
            await expect(picture).to_have_js_property("complete", True)
            assert await picture.evaluate("one => one.naturalWidth") == 1200
            assert await picture.evaluate("one => one.getBoundingClientRect().right") <= 360
            await page.reload()
            await karen.is_connected()
        await is_accessible(page, "a picture of coverage")


async def test_a_week_is_seen_and_no_wider_than_a_telephone(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="da-DK", width=360, height=740) as page:
        karen = AtPage(page)
        await karen.opens(bot.base)
        await comes_in(karen)
        await _coordinates(page, bot)
        await karen.asks("kalender", "calendar")
        shown = await karen.hears("calendar-picture")

        picture = shown.locator("img.picture")
        assert "Det hele står i ordene" in (await picture.get_attribute("alt") or "")
        await picture.scroll_into_view_if_needed()
        await expect(picture).to_have_js_property("complete", True)
        assert await picture.evaluate("one => one.naturalWidth") == 1200
        assert await picture.evaluate("one => one.getBoundingClientRect().right") <= 360
        await karen.hears("calendar-table")
        await is_accessible(page, "a picture of a week")

"""Going: by the menu, at once for those who are watched, and also where there is no connection."""

import pytest
from playwright.async_api import BrowserContext, Page, expect

from tests.parts.browser import Chromium, offline
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import comes_in, in_contact, leaves, mia_on_duty

WEATHER = "https://weather.example/"
SECRET = "nobody at home may know this"
KEPT = """async () => ({
    session: {...sessionStorage}, local: {...localStorage}, caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({name}) => name), cookie: document.cookie,
})"""
NOTHING = {"session": {}, "local": {}, "caches": [], "databases": [], "cookie": ""}


@pytest.fixture
def page_settings() -> dict[str, str]:
    return {"exit_to": WEATHER}


async def _there_is_weather(context: BrowserContext) -> None:
    async def tells(route) -> None:
        await route.fulfill(body="<title>Weather</title>Rain", content_type="text/html")

    await context.route(f"{WEATHER}**", tells)


async def _says_the_secret(rosa: AtPage, bot: WebBot) -> None:
    await _there_is_weather(rosa.page.context)
    await rosa.page.goto("about:blank")
    await rosa.opens(bot.base)
    await comes_in(rosa)
    await rosa.says(SECRET)
    await rosa.hears("not-understood")


async def _is_elsewhere(page: Page) -> None:
    await page.wait_for_url(WEATHER)
    await expect(page).to_have_title("Weather")


async def _nothing_to_see(page: Page) -> None:
    assert SECRET not in await page.content()
    assert "Peerbot" not in await page.title()


async def test_leaving_ends_it_on_both_sides_and_keeps_nothing_anywhere(
    chromium: Chromium, bot: WebBot
):
    async with chromium.visitor(locale="en-GB") as page, mia_on_duty(bot) as mia:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says(SECRET)
        await mia.hears("relay")
        assert await page.evaluate(KEPT) == NOTHING
        [cookie] = await page.context.cookies()
        assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and cookie["expires"] == -1

        await leaves(rosa)

        assert await page.evaluate(KEPT) == NOTHING
        assert await page.context.cookies() == []
        assert devtools(page).hosts == {f"127.0.0.1:{bot.port}"}
        await mia.hears("contact-ended")
        await page.get_by_role("link").click()
        await rosa.hears("welcome")
        assert SECRET not in await page.content()


async def test_back_after_leaving_shows_nothing(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB") as page:
        rosa = AtPage(page)
        await _says_the_secret(rosa, bot)
        await leaves(rosa)
        await _nothing_to_see(page)
        assert await page.locator("script").count() == 0

        await page.go_back()
        await _nothing_to_see(page)
        await page.go_forward()
        await _nothing_to_see(page)


@pytest.mark.parametrize("how", ["button", "escape while writing", "escape in a dialog"])
async def test_quickly_away(chromium: Chromium, bot: WebBot, how: str):
    async with chromium.visitor(locale="en-GB") as page:
        rosa = AtPage(page)
        await _says_the_secret(rosa, bot)
        if how == "button":
            await page.locator("#exit").click()
        else:
            if how == "escape in a dialog":
                await page.locator("#menu summary").click()
                await page.locator("#have-phrase").click()
            else:
                await page.locator("#text").fill("half a sent")
            for _ in range(3):
                await page.keyboard.press("Escape")

        await _is_elsewhere(page)
        await page.go_back()
        await _nothing_to_see(page)
        await page.goto(bot.base)
        await rosa.hears("welcome")
        assert SECRET not in await page.content()


async def test_quickly_away_without_a_connection(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB") as page:
        devtools(page).allow("ERR_INTERNET_DISCONNECTED|WebSocket connection")
        rosa = AtPage(page)
        await _says_the_secret(rosa, bot)
        await offline(page)
        await rosa.is_lost()
        await rosa.says("and this, which was never sent")

        await page.locator("#exit").click()

        await _is_elsewhere(page)
        await offline(page, False)
        await page.goto(bot.base)
        await rosa.hears("welcome")
        assert SECRET not in await page.content()
        assert "never sent" not in await page.content()
        assert await page.evaluate(KEPT) == NOTHING


async def test_who_leaves_in_one_tab_has_left_in_all(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB") as page:
        rosa, second = AtPage(page), AtPage(await page.context.new_page())
        await _says_the_secret(rosa, bot)
        await second.opens(bot.base)
        await second.reads(SECRET)

        await page.locator("#exit").click()

        await second.page.wait_for_url("**/left?*")
        await _nothing_to_see(second.page)
        assert await second.page.evaluate(KEPT) == NOTHING


async def test_who_cannot_be_reached_is_not_said_to_have_forgotten(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB") as page:
        devtools(page).allow("ERR_CONNECTION_REFUSED|WebSocket connection")
        rosa = AtPage(page)
        await _says_the_secret(rosa, bot)
        await bot.stop()
        await page.locator("#menu summary").click()
        await page.locator("#leave").click()
        await page.locator("#leave-yes").click()
        await expect(page.locator("#leave-told")).to_have_attribute("data-word", "web-no-answer")
        for _ in range(3):
            await page.keyboard.press("Escape")
        await _is_elsewhere(page)

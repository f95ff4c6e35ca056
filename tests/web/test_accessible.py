"""axe-core finds nothing on any state of the page, on phone and desktop, light and dark."""

from playwright.async_api import expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.accessible import is_accessible
from tests.web.at_page import AtPage
from tests.web.cast import comes_in, in_contact, mia_on_duty
from tests.web.drawn import a_picture


async def test_nobody_is_shut_out_of_the_way_in(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page:
        rosa = AtPage(page)
        await page.goto(f"{bot.base}?enter#{'a' * 26}")
        await expect(page.locator("#panel")).to_be_visible()
        await is_accessible(page, "sign-in")
        devtools(page).allow("status of 403")
        await page.locator("#panel-go").click()
        await expect(page.locator("#panel-text")).to_have_attribute(
            "data-word", "web-enter-refused"
        )
        await is_accessible(page, "sign-in refused")
        await page.locator("#panel-go").click()
        await rosa.hears("adult-ask")
        await is_accessible(page, "greeting")
        await comes_in(AtPage(page))
        await rosa.asks("snak", "talk-topics-ask")
        await is_accessible(page, "a question with many choices")
        await rosa.presses("skip")
        await rosa.hears("talk-language-ask")
        await is_accessible(page, "a question answered")

        await page.locator("#menu summary").click()
        await is_accessible(page, "menu")
        await page.locator("#have-phrase").click()
        await is_accessible(page, "the phrase asked for")
        await page.locator("#phrase").fill("ikke de rigtige ord")
        await page.locator("#phrase").press("Enter")
        await expect(page.locator("#phrase-told")).not_to_be_empty()
        await is_accessible(page, "a phrase not known")
        await page.locator("#phrase-cancel").click()
        await page.locator("#menu summary").click()
        await page.locator("#leave").click()
        await is_accessible(page, "leaving asked")
        await page.locator("#leave-yes").click()
        await page.wait_for_url("**/left?*")
        await is_accessible(page, "neutral page")


async def test_nobody_is_shut_out_of_a_contact(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        rosa = AtPage(page)
        devtools(page).allow("ERR_CONNECTION_REFUSED|WebSocket connection")
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says("Jeg har det svært i aften, og jeg kan ikke sove")
        asked = await mia.hears("relay")
        await mia.says("Det lyder hårdt", to=asked.id)
        answer = await rosa.reads("Det lyder hårdt")
        said = await mia.says("en fejl")
        await rosa.reads("en fejl")
        await mia.does("retract", message=said)
        await expect(page.locator("article.peer.gone")).to_be_visible()
        await mia.does("react", message=asked.id, key="❤️")
        await rosa.has(answer, "web-react-hug")
        await rosa.has(await rosa.reads("Jeg har det svært"), "web-edit")
        await is_accessible(page, "changing a message")
        await rosa.says("Jeg har det svært i aften, og jeg kan slet ikke sove")
        await mia.sends(a_picture(), "udsigt.png", "image/png")
        await expect(page.locator("article.peer img.picture")).to_be_visible()
        await answer.locator(".open-actions").click()
        await is_accessible(page, "in contact")

        await bot.stop()
        await rosa.is_lost()
        await rosa.says("er du der?")
        await is_accessible(page, "connection lost")


async def test_nobody_is_shut_out_when_the_visit_is_over(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await page.evaluate("fetch('leave', {method: 'POST'})")
        await expect(page.locator("#panel-heading")).to_be_visible()
        await is_accessible(page, "over")


async def test_nobody_is_shut_out_without_scripts(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(javascript=False) as page:
        await page.goto(bot.base)
        await is_accessible(page, "without scripts")

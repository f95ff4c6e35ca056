"""Coming back later, from any browser, with four words on a slip of paper."""

import re

from playwright.async_api import expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import comes_in, wishes_to_talk


async def _says_the_words(person: AtPage, words: str) -> None:
    await person.page.locator("#menu summary").click()
    await person.page.locator("#have-phrase").click()
    await person.page.locator("#phrase").fill(words)
    await person.page.locator("#phrase").press("Enter")


async def test_rosa_comes_back_with_her_words_and_is_still_waiting(chromium: Chromium, bot: WebBot):
    async with (
        chromium.visitor(locale="en-GB") as at_home,
        chromium.visitor(locale="da-DK", width=360, height=740) as at_the_library,
    ):
        rosa = AtPage(at_home)
        await rosa.opens(bot.base)
        await comes_in(rosa)
        await wishes_to_talk(rosa)
        told = await rosa.asks("come back", "come-back-phrase")
        words = await told.locator("strong").inner_text()
        assert re.fullmatch(r"(?:[a-z]{4} ){3}[a-z]{4}", words)

        also_rosa = AtPage(at_the_library)
        await also_rosa.opens(bot.base)
        await also_rosa.hears("welcome")
        await _says_the_words(also_rosa, f"  {words.upper()} ")
        await expect(at_the_library.locator("#phrase-dialog")).to_be_hidden()
        await also_rosa.hears("status-waiting")
        assert "talk" not in await also_rosa.own()  # a slip of paper opens no earlier conversation


async def test_by_the_menu_the_words_are_given_too(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await comes_in(rosa)
        await page.locator("#menu summary").click()
        await page.locator("#come-back").click()
        await rosa.hears("come-back-phrase")


async def test_wrong_words_are_told_kindly_and_after_five_there_is_a_pause(
    chromium: Chromium, bot: WebBot
):
    async with chromium.visitor(locale="en-GB") as page:
        devtools(page).allow("status of 403|status of 429")
        ib = AtPage(page)
        await ib.opens(bot.base)
        await ib.hears("adult-ask")
        told = page.locator("#phrase-told")
        await _says_the_words(ib, "not my real words")
        await expect(told).to_have_attribute("data-word", "web-phrase-unknown")
        await expect(told).to_contain_text("Perhaps there is a slip in one of them?")
        for _ in range(4):
            async with page.expect_response("**/return") as answer:
                await page.locator("#phrase").press("Enter")
            assert (await answer.value).status == 403

        async with page.expect_response("**/return") as answer:
            await page.locator("#phrase").press("Enter")

        assert (await answer.value).status == 429
        await expect(told).to_have_attribute("data-word", "web-tries-wait")
        await page.locator("#phrase-cancel").click()
        await ib.presses("adult-yes")  # nothing else is in the way
        await ib.hears("consent-ask")

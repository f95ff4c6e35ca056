"""A device whose clock shows another time: both are there, and one press has times told by it."""

from playwright.async_api import expect

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.accessible import is_accessible
from tests.web.at_page import AtPage
from tests.web.cast import comes_in


async def _asks_when(person: AtPage):
    await person.says("book")
    await person.hears("book-when-ask")
    await person.says("tomorrow at 19:00")
    await person.hears("book-length-ask")
    await person.presses("three-quarters")
    await person.hears("book-topics-ask")
    await person.presses("skip")
    await person.hears("book-language-ask")
    await person.presses("skip")
    await person.hears("book-note-ask")
    await person.presses("skip")
    return await person.hears("book-proposed")


async def test_a_time_is_told_with_what_this_device_shows_and_by_it_when_they_wish(
    chromium: Chromium, bot: WebBot
):
    async with chromium.visitor(locale="en-GB", timezone="America/New_York") as page:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await comes_in(rosa)
        read_back = await _asks_when(rosa)
        time = read_back.locator("time.elsewhere")
        await expect(time).to_have_attribute("datetime", "2030-01-08T19:00+01:00")
        await expect(time).to_contain_text("Tuesday 8 January 2030 at 19:00 (Copenhagen)")
        title = await time.get_attribute("title") or ""
        assert "Tuesday" in title and "13:00" in title

        await is_accessible(page, "times told by another clock")
        assert not any("New_York" in words for words in await rosa.own())
        await page.locator(".clock").click()

        changed = await rosa.hears("zone-set")
        await expect(changed).to_contain_text("New York")
        assert (await rosa.own())[-1] == "!time zone America/New_York"
        await expect(page.locator(".clock")).to_have_count(0)


async def test_a_device_with_the_same_clock_is_told_nothing_of_it(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="da-DK", timezone="Europe/Berlin") as page:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await comes_in(rosa)
        read_back = await _asks_when(rosa)
        await expect(read_back.locator("time")).not_to_have_count(0)
        await expect(page.locator("time.elsewhere")).to_have_count(0)
        await expect(page.locator(".clock")).to_have_count(0)

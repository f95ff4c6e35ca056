"""The receiver's whole way with a keyboard alone: focus can be seen, and is never lost."""

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import mia_on_duty
from tests.web.hands import Hands


async def test_rosa_uses_no_mouse(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(width=360, height=740) as page, mia_on_duty(bot) as mia:
        rosa, hands = AtPage(page), Hands(page)
        keys = page.keyboard
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        await keys.press("Tab")
        await hands.focus_is_on("web-skip")
        await keys.press("Enter")
        await hands.tabs_to("adult-yes")
        await keys.press("Enter")
        await rosa.hears("consent-ask")
        await hands.has_focus()
        await hands.tabs_to("consent-yes")
        await keys.press("Space")
        await rosa.hears("consent-thanks")
        await hands.tabs_to("text")
        await keys.type("snak")
        await keys.press("Enter")
        await rosa.hears("talk-topics-ask")
        await hands.focus_is_on("text")
        await hands.tabs_to("skip", back=True)
        await keys.press("Enter")
        await rosa.hears("talk-language-ask")
        await hands.tabs_to("da")
        await keys.press("Enter")
        await rosa.hears("talk-note-ask")
        await hands.tabs_to("text")
        await keys.type("spring")
        await keys.press("Enter")
        await rosa.hears("talk-looking")
        await mia.hears("offer")
        await mia.presses("accept")
        await rosa.hears("contact-opened")
        await hands.focus_is_on("text")

        await mia.says("hello Rosa")
        await rosa.reads("hello Rosa")
        await hands.focus_is_on("text")
        await _answers_by_keyboard(rosa, hands)
        await mia.until(lambda: mia.shown()[-1].text.endswith("good evening"))
        await _changes_and_deletes_by_keyboard(rosa, hands)
        await mia.until(lambda: mia.shown()[-1].gone)
        await _leaves_by_keyboard(hands)


async def _answers_by_keyboard(rosa: AtPage, hands: Hands) -> None:
    keys = rosa.page.keyboard
    await hands.tabs_to("web-more", back=True)
    await keys.press("Enter")
    await hands.tabs_to("web-react-heart")
    await keys.press("Escape")  # closes what can be done, and no more
    await hands.focus_is_on("web-more")
    await keys.press("Enter")
    await hands.tabs_to("web-reply")
    await keys.press("Enter")
    await hands.focus_is_on("text")
    await keys.type("good evening")
    await keys.press("Enter")
    await hands.focus_is_on("text")


async def _changes_and_deletes_by_keyboard(rosa: AtPage, hands: Hands) -> None:
    keys = rosa.page.keyboard
    await hands.tabs_to("web-more", back=True)
    await keys.press("Enter")
    await hands.tabs_to("web-edit")
    await keys.press("Enter")
    await hands.focus_is_on("text")
    await keys.press("Escape")  # rather not
    await hands.focus_is_on("text")
    await hands.tabs_to("web-more", back=True)
    await keys.press("Enter")
    await hands.tabs_to("web-delete")
    await keys.press("Enter")
    await hands.has_focus()
    await rosa.page.locator("article.own.gone").wait_for()
    await hands.has_focus()


async def _leaves_by_keyboard(hands: Hands) -> None:
    keys = hands.page.keyboard
    await hands.tabs_to("web-menu", back=True)
    await keys.press("Enter")
    await hands.tabs_to("leave")
    await keys.press("Enter")
    await hands.focus_is_on("leave-yes")
    await hands.tabs_to("leave-no", at_most=2)
    await keys.press("Enter")
    await hands.focus_is_on("web-menu")
    await keys.press("Enter")
    await hands.tabs_to("leave")
    await keys.press("Enter")
    await keys.press("Enter")
    await hands.page.wait_for_url("**/left?*")


async def test_a_change_of_language_leaves_the_focus_where_it_is(chromium: Chromium, bot: WebBot):
    async with chromium.visitor(locale="en-GB") as page:
        rosa, hands = AtPage(page), Hands(page)
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        await hands.tabs_to("language")
        await page.keyboard.press("Enter")
        await page.get_by_role("link", name="English").wait_for()
        await hands.focus_is_on("language")

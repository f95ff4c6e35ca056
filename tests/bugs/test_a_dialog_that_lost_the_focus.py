"""Whoever closed a dialog with the keyboard stood nowhere: it had been opened from the closed menu."""

from pathlib import Path

import pytest

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.hands import Hands

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("item", "closes"), [("have-phrase", "phrase-cancel"), ("leave", "leave-no")]
)
async def test_a_dialog_gives_the_focus_back_to_the_menu(
    chromium: Chromium, tmp_path: Path, item: str, closes: str
):
    async with WebBot(tmp_path) as bot, chromium.visitor(locale="en-GB") as page:
        rosa, hands = AtPage(page), Hands(page)
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        await hands.tabs_to("web-menu")
        await page.keyboard.press("Enter")
        await hands.tabs_to(item)
        await page.keyboard.press("Enter")
        await hands.tabs_to(closes, at_most=3)
        await page.keyboard.press("Enter")
        await hands.focus_is_on("web-menu")

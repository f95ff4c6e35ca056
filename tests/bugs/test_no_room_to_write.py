"""On a phone whose text is twice as large, the field one writes in was as wide as a letter."""

from pathlib import Path

import pytest

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage

pytestmark = pytest.mark.browser


async def test_rosa_sees_what_she_writes(chromium: Chromium, tmp_path: Path):
    async with (
        WebBot(tmp_path) as bot,
        chromium.visitor(width=360, height=740, zoom=2) as page,
    ):
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await rosa.hears("adult-ask")
        field = await page.locator("#text").bounding_box()
        assert field is not None and field["width"] > 120
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await rosa.presses("adult-yes")
        await rosa.hears("consent-ask")

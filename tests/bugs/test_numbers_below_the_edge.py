"""Without scripts the last numbers were cut off on a phone, in a box that did not look as if it scrolled."""

from pathlib import Path

import pytest

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebBot

pytestmark = pytest.mark.browser

_OVERLAPS = """links => links.some(link => {
    const about = link.nextElementSibling;
    const words = link.querySelector("span").getBoundingClientRect();
    return about && about.getBoundingClientRect().top < words.bottom - 1;
})"""


@pytest.mark.parametrize("width", [180, 320, 360])
async def test_every_number_is_there_to_see(chromium: Chromium, tmp_path: Path, width: int):
    async with (
        WebBot(tmp_path) as bot,
        chromium.visitor(width=width, height=640, javascript=False) as page,
    ):
        await page.goto(bot.base)
        doors = page.locator(".doors")
        hidden = await doors.evaluate("box => box.scrollHeight - box.clientHeight")
        assert hidden <= 0
        assert not await page.locator(".doors li a").evaluate_all(_OVERLAPS)

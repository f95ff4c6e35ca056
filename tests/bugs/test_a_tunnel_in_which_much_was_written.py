"""What was written without a connection comes in one go: some of it overtook the rest, or was dropped.

Whatever came while the page was told to slow down was taken if there happened to be room for it
again, before what had been refused; and above the core's own pace the bot took it without passing
it on.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.platforms.web.guarding import Limits
from bot.runtime.pacing import AT_MOST, WINDOW
from tests.parts.browser import Chromium, offline
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.web.at_page import AtPage
from tests.web.cast import in_contact, mia_on_duty


def _slower(bot: WebBot, burst: int, every: float) -> None:
    frames = bot.app.platforms["web"].server._limits.frames  # type: ignore[attr-defined]
    frames.burst, frames.every = burst, every


@pytest.mark.browser
async def test_all_that_rosa_wrote_in_a_tunnel_arrives_in_order(chromium: Chromium, tmp_path: Path):
    async with (
        WebBot(tmp_path) as bot,
        chromium.visitor() as page,
        mia_on_duty(bot) as mia,
    ):
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await offline(page)
        devtools(page).allow("ERR_INTERNET_DISCONNECTED|WebSocket connection")
        await rosa.is_lost()
        lines = [f"line {number}" for number in range(1, 13)]
        for line in lines:
            await rosa.says(line)
        _slower(bot, burst=5, every=3600)

        await offline(page, False)
        await expect(page.locator(".state", has_text="venter et øjeblik").first).to_be_visible()
        _slower(bot, burst=60, every=1)  # there is room again
        lines.append("and one more, before the rest was said again")
        await rosa.says(lines[-1])

        await mia.until(lambda: sum(line.text_id == "relay" for line in mia.shown()) == len(lines))
        came = [re.sub("^.*?: ", "", line.text) for line in mia.shown() if line.text_id == "relay"]
        assert came == lines
        assert (await rosa.own())[-len(lines) :] == lines


async def test_nothing_overtakes_what_was_too_fast(tmp_path: Path):
    async with WebBot(tmp_path) as bot, bot.visitor() as rosa:
        await rosa.hears("adult-ask")
        _slower(bot, burst=1, every=3600)
        bot.app.platforms["web"].server._limits.frames._used.clear()  # type: ignore[attr-defined]
        await rosa.says("one")
        two, three = "two-too-fast", "three-after-it"
        await rosa.does("say", id=two, text="two", to=None)
        _slower(bot, burst=9, every=3600)
        await rosa.does("say", id=three, text="three", to=None)
        assert rosa.refused == {two: "too-fast", three: "too-fast"}

        rosa.refused.clear()
        await rosa.does("say", id=two, text="two", to=None)
        await rosa.does("say", id=three, text="three", to=None)

        assert not rosa.refused
        assert [line.text for line in rosa.shown() if line.mine] == ["one", "two", "three"]


def test_the_page_is_never_faster_than_what_is_passed_on():
    frames = Limits().frames
    assert frames.burst + WINDOW / timedelta(seconds=frames.every) <= AT_MOST

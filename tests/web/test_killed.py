"""kill -9 of the bot while Rosa and Mia write: each line once and in order, as both their pages show.

The moments follow from a seed, which a failure names. `PEERBOT_PAGE_KILLS` says how many there are
(12), `PEERBOT_SEED` the seed.
"""

import asyncio
import os
import random
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Page, expect

from tests.parts.browser import Chromium
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebProcess
from tests.parts.web_visitor import WebVisitor
from tests.web.at_page import AtPage
from tests.web.cast import becomes_volunteer, comes_in, goes_on_duty, wishes_to_talk

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]

KILLS = int(os.environ.get("PEERBOT_PAGE_KILLS", "12"))
SEED = int(os.environ.get("PEERBOT_SEED", "20270118"))
LONG = 90_000  # ms something may take: kills may come in between, and a page tries again ever later
MOMENTS = ("at a send", "after a send", "in delivery", "in the start")
TROUBLE = (
    "ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_NETWORK|"
    "WebSocket connection|status of 503"
)


@dataclass(slots=True)
class Reaper:
    """Kills the bot at moments that are spread over everything it does, and starts it again."""

    process: WebProcess
    chance: random.Random
    people: tuple[AtPage, AtPage]
    something_sent: asyncio.Event = field(default_factory=asyncio.Event)
    something_shown: asyncio.Event = field(default_factory=asyncio.Event)
    moments: list[str] = field(default_factory=list)

    async def reap(self) -> None:
        """Until there were enough."""
        while len(self.moments) < KILLS:
            moment = self.chance.choice(MOMENTS)
            if moment != "in the start":
                for person in self.people:
                    await person.is_connected(LONG)
                await self._until(moment)
            await asyncio.to_thread(self.process.kill)
            self.moments.append(moment)
            if len(self.moments) < KILLS and self.chance.random() < 0.3:
                self.process.launch()  # and the next kill may come while it starts
                await asyncio.sleep(self.chance.uniform(0.0, 1.0))
            else:
                await asyncio.to_thread(self.process.start)

    async def _until(self, moment: str) -> None:
        news = self.something_shown if moment == "in delivery" else self.something_sent
        news.clear()
        async with asyncio.timeout(LONG / 1000):
            await news.wait()
        if moment == "after a send":
            await asyncio.sleep(self.chance.uniform(0.0, 0.3))


@pytest.mark.timeout(120 + 10 * KILLS)
async def test_killed_at_any_moment_each_line_is_shown_once_and_in_order(
    chromium: Chromium, process: WebProcess
):
    chance = random.Random(SEED)
    async with chromium.visitor(locale="en-GB") as one, chromium.visitor(locale="en-GB") as other:
        rosa, mia = AtPage(one), AtPage(other)
        await _are_in_contact(rosa, mia, process)
        reaper = Reaper(process, chance, (rosa, mia))
        for page in (one, other):
            devtools(page).allow(TROUBLE)
            await _notes_what_is_shown(page, reaper)

        reaping = asyncio.create_task(reaper.reap())
        try:
            by_rosa, by_mia = await asyncio.gather(
                _writes(rosa, "Rosa", reaping, reaper, random.Random(SEED + 1)),
                _writes(mia, "Mia", reaping, reaper, random.Random(SEED + 2)),
            )
            await reaping
        finally:
            reaping.cancel()
        assert len(reaper.moments) == KILLS
        # Whatever was still to be said comes before these.
        for person, by in ((rosa, by_rosa), (mia, by_mia)):
            await person.is_connected(LONG)
            by.append(f"{by[-1].split()[0]} has said everything.")
            await person.says(by[-1])
        await rosa.reads(by_mia[-1], LONG)
        await mia.reads(by_rosa[-1], LONG)
        await rosa.asks("!status", "status-in-contact", LONG)
        await mia.asks("!status", "status-in-contact", LONG)

        for reader, writer, wrote in ((mia, rosa, by_rosa), (rosa, mia, by_mia)):
            assert await reader.relayed() == wrote, f"seed {SEED}"
            own = [words for words in await writer.own() if words in wrote]
            assert own == wrote, f"seed {SEED}"
            await expect(writer.page.locator("article.own .state").last).to_have_text("sent")
        await _the_same_after_a_reload(rosa, mia)
    print(f"\nseed {SEED}, {reaper.moments}; {len(by_rosa)} and {len(by_mia)} lines")


async def _are_in_contact(rosa: AtPage, mia: AtPage, process: WebProcess) -> None:
    karen = WebVisitor(process.base)
    key = process.link("--coordinator").partition("#")[2]
    assert await karen.post("enter", {"key": key, "language": "en"}) == 204
    await karen.connect()
    await mia.signs_in(process.link())
    await becomes_volunteer(mia)
    await karen.hears("volunteer-application")
    await karen.presses("approve-volunteer")
    await mia.hears("volunteer-approved")
    await karen.close()
    await goes_on_duty(mia)
    await rosa.opens(process.base)
    await comes_in(rosa)
    await wishes_to_talk(rosa)
    await mia.hears("offer")
    await mia.presses("accept")
    await rosa.hears("contact-opened")
    await mia.hears("contact-opened")


async def _notes_what_is_shown(page: Page, reaper: Reaper) -> None:
    await page.expose_function("noted", reaper.something_shown.set)
    await page.locator("#log").evaluate(
        "log => new MutationObserver(() => noted()).observe(log, {childList: true})"
    )


async def _writes(
    person: AtPage, name: str, reaping: asyncio.Task, reaper: Reaper, pace: random.Random
) -> list[str]:
    wrote: list[str] = []
    while not reaping.done():
        wrote.append(f"{name} says line {len(wrote) + 1}.")
        await person.says(wrote[-1])
        reaper.something_sent.set()
        await asyncio.sleep(pace.uniform(0.3, 1.0))  # a fast writer's short lines
    return wrote


async def _the_same_after_a_reload(*people: AtPage) -> None:
    for person in people:
        before = [(line.id, line.words) for line in await person.lines()]
        await person.page.reload()
        await person.is_connected()
        assert [(line.id, line.words) for line in await person.lines()] == before, f"seed {SEED}"

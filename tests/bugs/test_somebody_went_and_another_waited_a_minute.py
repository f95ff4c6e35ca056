"""Somebody closed their page as their words were committed, and letters claimed with them lay for a minute.

Whatever is due is claimed in the transaction of whoever writes next. When the one who wrote was gone
before it ended, nobody sent what it had claimed, for whomever that was, until the claim ran out.
"""

import asyncio
from functools import partial
from pathlib import Path

from bot.messages import Address, Place, Said
from tests.parts.web_bot import WebBot
from tests.parts.web_page import WebPage


async def test_what_is_claimed_is_sent_though_whoever_wrote_has_gone(tmp_path: Path):
    # The clock of this bot stands still: a claim never runs out.
    async with WebBot(tmp_path) as bot, WebPage(bot.base) as rosa:
        await rosa.hears("adult-ask")
        account = await bot.account_of(rosa)
        for n in range(1, 6):
            said = Said(
                id=f"said-{n}", at=bot.now, sender=Address("web", account),
                place=Place("web", account), message=f"m{n}", text="crisis",
            )  # fmt: skip
            goes = asyncio.ensure_future(bot.app.engine.handle(said))
            for _ in range(n):
                await asyncio.sleep(0)
            goes.cancel()
            await asyncio.gather(goes, return_exceptions=True)
            await rosa.until(partial(_cards, rosa, n), 10)


def _cards(rosa: WebPage, many: int) -> bool:
    return rosa.heard().count("crisis-card") >= many

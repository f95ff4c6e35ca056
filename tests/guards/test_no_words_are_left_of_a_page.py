"""The same hunt after a whole story over our own page: real frames, real visits, real files.

What a visitor is shown again is sealed to their own browser (decision 0023): neither a thief with
the database nor one with the vault's key reads a word of it.
"""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
import sqlalchemy as sa
from PIL import Image

from storage import shown, tables
from storage.database import Transaction
from storage.visitor_seal import VisitKey
from tests.guards.hunting import (
    OTHER,
    WORD,
    Heard,
    nothing_is_in_clear,
    raw_in_files,
    said,
    words_left,
)
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor

WISH = {"requests.wish_sealed"}  # what somebody would like to talk about, while it is needed


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[WebBot]:
    async with WebBot(tmp_path) as bot:
        yield bot


def _picture() -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = said("camera")
    Image.new("RGB", (9, 9), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


async def _asks_to_talk(rosa: WebVisitor) -> None:
    await rosa.says(said("what can I do here"))
    await rosa.says("talk")
    await rosa.hears("talk-topics-ask")
    await rosa.presses("skip")
    await rosa.hears("talk-language-ask")
    await rosa.presses("skip")
    await rosa.hears("talk-note-ask")
    await rosa.says(said("a note about me"))
    await rosa.hears("talk-looking")


async def _talk_with_each_other(rosa: WebVisitor, mia: WebVisitor) -> None:
    first = await mia.says(said("hello, I am here"))
    heard = await rosa.hears("relay")
    back = await rosa.says(said("I answer"), to=heard.id)
    answer = await mia.hears("relay")
    await mia.does("edit", message=first, text=said("changed"))
    await rosa.until(lambda: heard.edited, what="the change")
    await mia.does("react", message=answer.id, key="❤️")
    await rosa.until(lambda: rosa.lines[back].reactions, what="a heart")
    await mia.does("retract", message=first)
    await rosa.until(lambda: heard.gone, what="it gone")
    await rosa.sends(_picture(), said("photo") + ".jpg", "image/jpeg")
    await mia.until(lambda: any(line.frame.get("file") for line in mia.shown()), what="a picture")
    await rosa.sends(said("%PDF-1.4").encode(), said("paper") + ".pdf", "application/pdf")
    await rosa.hears("relay-not-delivered")
    for choice in ("send-anyway", "do-not-send"):
        before = rosa.seen
        await rosa.says(said("write to rosa@example.org"))
        held = await rosa.hears("relay-contact-details-ask", after=before)
        await rosa.presses(choice, held)
    await rosa.hears("relay-not-sent")
    await rosa.says(said("!what is this"))
    await rosa.says(said("that was all"))
    last = rosa.shown()[-1].text
    await mia.until(lambda: last in " ".join(mia.texts()), what="the last words")


async def _story(bot: WebBot, rosa: WebVisitor, mia: WebVisitor, karin: WebVisitor) -> None:
    """From the welcome to the debrief, and what a coordinator says meanwhile."""
    await bot.come_in(karin)
    await bot.is_coordinator(karin)
    await bot.come_in(mia)
    await bot.is_volunteer(mia, "Mia")
    asked = await rosa.hears("adult-ask")
    await rosa.says(said("hello?"))
    await rosa.hears("adult-ask", after=asked.seq)
    await bot.come_in(rosa)
    await _asks_to_talk(rosa)
    await mia.hears("offer")
    await mia.presses("accept")
    await rosa.hears("contact-opened")
    await _talk_with_each_other(rosa, mia)
    await rosa.says("!report")
    await rosa.hears("report-thanks")
    await karin.hears("alarm-report")
    await mia.hears("debrief-ask")
    await mia.presses("heavy")
    await mia.hears("debrief-heavy")
    await mia.presses("leave-a-note")
    await mia.hears("debrief-note-ask")
    await mia.says(said("it was a lot"))
    await mia.hears("debrief-thanks")
    await karin.says(f"announce {said('thank you all')}")
    await karin.hears("announce-confirm")
    await karin.presses("confirm-yes")
    await mia.hears("announcement")
    await karin.says("audit")
    await karin.hears("audit")


async def _count(bot: WebBot, table: sa.Table) -> int:
    def count(db: Transaction) -> int:
        return db.count(sa.select(sa.func.count()).select_from(table))

    return await bot.app.database.read(count)


async def _seen_with(bot: WebBot, visitor: WebVisitor) -> str:
    """What this visitor's own cookie opens."""
    secret = next(c.value for c in visitor.http.cookie_jar if c.key == "peerbot-visit")

    def look(db: Transaction) -> str:
        from storage import visits

        visit = visits.find(db, secret, bot.now)
        assert visit is not None
        return str(shown.after(db, visit.id, VisitKey(secret), 0))

    return await bot.app.database.read(look)


async def test_of_a_story_over_our_page_nothing_is_left_but_for_its_own_people(
    bot: WebBot, heard: Heard
):
    database = bot.app.database
    async with bot.visitor() as rosa, bot.visitor() as mia, bot.visitor() as karin:
        await _story(bot, rosa, mia, karin)
        for one, least in ((rosa, 8), (mia, 5), (karin, 1)):
            assert len(set(WORD.findall(" ".join(one.texts())))) >= least, "it was shown"
        while await _count(bot, tables.outbox):
            await bot.app.courier.send_all()

        assert await words_left(database) <= WISH
        await nothing_is_in_clear(database)
        opened = await _seen_with(bot, rosa)
        assert len(set(WORD.findall(opened))) >= 8, "her own cookie opens what she was shown"

        assert await rosa.post("leave") == 204
        await rosa.until(lambda: rosa.over == "left", what="over")
    assert await words_left(database) == set(), "with her, also her wish is gone"
    await nothing_is_in_clear(database)
    assert heard.lines and OTHER.findall("\n".join(heard.lines)) == []


async def test_once_everybody_has_left_no_row_of_what_was_shown_remains(bot: WebBot, heard: Heard):
    async with bot.visitor() as rosa, bot.visitor() as mia, bot.visitor() as karin:
        await _story(bot, rosa, mia, karin)
        for one in (rosa, mia, karin):
            assert await one.post("leave") == 204
    assert await _count(bot, tables.shown) == 0
    assert await _count(bot, tables.visits) == 0
    bot.now = bot.now.replace(hour=23)
    await bot.app.platforms["web"]._tending.look()  # type: ignore[attr-defined]
    assert await _count(bot, tables.uploads) == 0
    assert raw_in_files(bot.app.database) == set()
    assert OTHER.findall("\n".join(heard.lines)) == []

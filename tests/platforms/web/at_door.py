"""What the tests of the page's safety ask again and again."""

import asyncio
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.messages import Address
from bot.platforms.web import WebPlatform
from storage import people, ways_in
from storage.tables import metadata
from storage.ways_in import Kind
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import Line, WebVisitor

COOKIE = "peerbot-visit"


def origin(bot: WebBot) -> str:
    """Where the page itself is."""
    return bot.base.rstrip("/")


def cookie_of(visitor: WebVisitor) -> str:
    """As a browser sends it."""
    return "; ".join(f"{one.key}={one.value}" for one in visitor.http.cookie_jar)


def secret_of(visitor: WebVisitor) -> str:
    """What is in the cookie."""
    return cookie_of(visitor).partition("=")[2]


def door(bot: WebBot) -> WebPlatform:
    """The page's server, from inside."""
    platform = bot.app.platforms["web"]
    assert isinstance(platform, WebPlatform)
    return platform


async def rows(bot: WebBot, table: str) -> list[dict[str, Any]]:
    """Everything in a table."""
    found = await bot.app.database.read(lambda db: db.all(sa.select(metadata.tables[table])))
    return [dict(row) for row in found]


async def count(bot: WebBot, *tables: str) -> dict[str, int]:
    """How many rows each has."""
    return {table: len(await rows(bot, table)) for table in tables}


async def link(bot: WebBot, account: str = "sol", *, coordinates: bool = False) -> str:
    """The key of a sign-in link, as `invite` gives it out."""
    key = f"key-{account}-{len(await rows(bot, 'ways_in'))}"
    until = bot.now + timedelta(hours=72)
    await bot.app.database.run(ways_in.issue, Kind.LINK, key, account, coordinates, until)
    return key


async def enters(bot: WebBot, account: str = "sol", *, coordinates: bool = False) -> WebVisitor:
    """Somebody who has signed in by a link, with the page open. Close them."""
    visitor = bot.visitor()
    key = await link(bot, account, coordinates=coordinates)
    assert await visitor.post("enter", {"key": key, "language": "en"}) == 204
    await visitor.connect()
    return visitor


async def coordinator(bot: WebBot, account: str = "karin") -> WebVisitor:
    """Somebody who coordinates, with the page open. Close them."""
    return await enters(bot, account, coordinates=True)


async def is_known(bot: WebBot, account: str) -> bool:
    """Whether anything is kept of a person."""
    return await bot.app.database.read(people.recognise, Address("web", account)) is not None


async def looks(bot: WebBot) -> None:
    """The page looks after its visits, now."""
    await door(bot)._tending.look()


async def everything_kept(bot: WebBot) -> bytes:
    """Every byte of the database and its log, folded and as they are."""
    path: Path = bot.config.storage.database
    await bot.app.database.checkpoint()
    return b"".join(one.read_bytes() for one in path.parent.glob(path.name + "*"))


async def reaches(writer: WebVisitor, reader: WebVisitor) -> None:
    """Everything written so far has come: what is written now, comes."""
    # Letters alone: what looks like a telephone number is held back.
    word = "word" + "".join(chr(ord("g") + int(sign, 16)) for sign in uuid.uuid4().hex[:10])
    await writer.says(word)
    await reader.until(lambda: any(word in text for text in reader.texts()), what=word)


async def in_touch(bot: WebBot, rosa: WebVisitor, mia: WebVisitor) -> None:
    """Rosa wished to talk, and Mia, who volunteers, took it. Both have the page open."""
    await bot.is_volunteer(mia, "Mia")
    await bot.come_in(rosa)
    before = rosa.seen
    await rosa.says("talk")
    await rosa.until(lambda: rosa.seen > before and _asks(rosa), what="a question")
    while not any(line.text_id.startswith("offer") for line in mia.shown()):
        asked = next((line for line in reversed(rosa.shown()) if _can(line, "skip")), None)
        if asked is not None and asked.seq > before:
            before = asked.seq
            await rosa.presses("skip", asked)
        await asyncio.sleep(0)
    await mia.presses("accept")
    await rosa.hears("contact-opened")
    await mia.hears("contact-opened")


def _asks(visitor: WebVisitor) -> bool:
    return _can(visitor.shown()[-1], "skip")


def _can(line: Line, choice: str) -> bool:
    return any(one["id"] == choice for one in line.frame.get("choices", ()))

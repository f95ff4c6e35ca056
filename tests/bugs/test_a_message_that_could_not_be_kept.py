"""What could not be kept was never said again: the page waited for a word on a line that stayed open."""

import asyncio
import sqlite3
import uuid
from pathlib import Path

import sqlalchemy as sa

from tests.parts.web_bot import WebBot


async def test_the_line_is_closed_after_the_truth_so_that_the_page_says_it_again(tmp_path: Path):
    async with WebBot(tmp_path) as bot, bot.visitor() as rosa:
        await rosa.hears("adult-ask")

        def full(_: object) -> None:
            raise sa.exc.OperationalError("BEGIN", {}, sqlite3.OperationalError("disk I/O error"))

        engine = bot.app.database.writer.engine
        sa.event.listen(engine, "begin", full)
        first, second = uuid.uuid4().hex, uuid.uuid4().hex
        for id in (first, second):
            await rosa.send({"do": "say", "id": id, "text": "hello"})
        assert rosa._reading is not None
        await asyncio.wait_for(rosa._reading, 20)
        sa.event.remove(engine, "begin", full)

        passing = [frame for frame in rosa.frames if frame["is"] == "passing"]
        assert passing and not rosa.acks.keys() & {first, second}
        await rosa.disconnect()
        await rosa.connect()
        for id in (first, second):
            await rosa.does("say", id=id, text="hello")
        assert [line.id for line in rosa.shown() if line.mine] == [first, second]

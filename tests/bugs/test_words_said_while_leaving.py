"""What somebody wrote in the moment in which they left made a new person of them, whom nobody can be."""

import asyncio
import uuid
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import people, shown, visits
from tests.parts.web_bot import WebBot


async def test_nobody_is_there_after_they_left(tmp_path: Path):
    async with WebBot(tmp_path) as bot:
        for _ in range(5):
            async with bot.visitor() as rosa:
                leaving = asyncio.create_task(rosa.post("leave"))
                try:
                    for n in range(20):
                        await rosa.send({"do": "say", "id": uuid.uuid4().hex, "text": f"late {n}"})
                except ConnectionError:
                    pass
                assert await leaving == 204
                await rosa.until(partial(getattr, rosa, "over"), what="over")
        for table in (visits, shown, people):
            rows = sa.select(sa.func.count()).select_from(table)
            assert await bot.app.database.read(Transaction.count, rows) == 0

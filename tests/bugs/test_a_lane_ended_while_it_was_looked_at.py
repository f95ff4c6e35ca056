"""A letter was left because its lane was busy, and the lane ended in that very moment: it lay for a minute.

What is due is claimed in the database's thread. A lane that ends meanwhile is seen as busy there, and has
itself seen nothing that was left.
"""

import asyncio
import threading
from datetime import datetime
from pathlib import Path

import pytest

from storage import outbox
from storage.database import Transaction
from tests.parts.web_bot import WebBot


async def test_it_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    async with WebBot(tmp_path) as bot:
        courier, loop = bot.app.courier, asyncio.get_running_loop()
        busy = asyncio.create_task(asyncio.sleep(0))
        await busy
        courier._busy["somebody"] = busy

        def left(db: Transaction, now: datetime) -> bool:
            ended = threading.Event()

            def end() -> None:
                courier._lane_is_done("somebody", busy)
                ended.set()

            loop.call_soon_threadsafe(end)
            assert ended.wait(20)
            return True

        monkeypatch.setattr(outbox, "leaves_any", left)
        taken = await bot.app.database.run(courier.take, bot.now)
        monkeypatch.undo()
        assert not courier._news.is_set()
        courier.send(taken)
        assert courier._news.is_set(), "somebody comes back for what was left"

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
from storage.opening import open_up
from tests.parts.web_bot import EVENING, WebBot


async def test_it_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    app, loop = WebBot(tmp_path).app, asyncio.get_running_loop()
    courier, database = app.courier, app.database
    await open_up(database)
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

    async with asyncio.TaskGroup() as group:
        # It would send, but its own rounds, which might come just now, are not begun.
        courier._group = group
        monkeypatch.setattr(outbox, "leaves_any", left)
        taken = await database.run(courier.take, EVENING)
        assert not courier._news.is_set()
        courier.send(taken)
    assert courier._news.is_set(), "somebody comes back for what was left"
    await database.close()

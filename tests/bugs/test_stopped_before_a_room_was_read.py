"""Stopped between two rooms of one answer, the stream left coroutines behind that nobody awaited.

Python warns of those at some later moment, in whatever runs then.
"""

import asyncio
import gc
import warnings
from typing import Any

from bot.messages import Incoming
from bot.platforms.matrix.stream import Stream


class _Arrivals:
    async def joined(self, *_: Any) -> None:
        await asyncio.Event().wait()

    async def left(self, *_: Any) -> None:
        await asyncio.Event().wait()


async def test_nothing_is_left_behind_when_it_is_stopped_before_a_room_was_read():
    stream = Stream.__new__(Stream)
    stream._arrivals = _Arrivals()  # type: ignore[assignment]
    rooms: dict[str, Any] = {"join": {f"!{n}:x": {} for n in range(20)}, "leave": {"!gone:x": {}}}

    async def give(event: Incoming) -> None:
        raise AssertionError("nothing was said")

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        reading = asyncio.create_task(stream._rooms(rooms, "", give))
        await asyncio.sleep(0)  # its rooms have tasks now, none of which has begun
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        gc.collect()
    assert [str(one.message) for one in told] == []

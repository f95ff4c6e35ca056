"""Small work beside the stream: receipts, buttons, leaving.

None of it may fail or delay a letter.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.platforms.matrix.wire import Refused, Unreachable

log = logging.getLogger(__name__)

_AT_ONCE = 4  # requests; the rest wait, so that letters are not held up by receipts


class Tasks:
    """Tasks that are kept until they end, and end with us."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(_AT_ONCE)

    def start(self, work: Coroutine[Any, Any, object], action: str) -> None:
        """Do `work` when there is room for it; a failure is logged under `action` and forgotten."""
        task = asyncio.create_task(self._guarded(work, action))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _guarded(self, work: Coroutine[Any, Any, object], action: str) -> None:
        try:
            async with self._room:
                await work
        except (Refused, Unreachable) as error:
            log.info("not done", extra={"action": action, "error": str(error)})
        except Exception as error:  # nobody awaits this task; unlogged it would be silence
            log.error("failed", extra={"action": action, "error": type(error).__name__})
        finally:
            work.close()

    async def close(self) -> None:
        """Stop everything."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

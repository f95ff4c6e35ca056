"""What happens in one chat is handled in order; chats do not wait for each other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

Work = Callable[[], Awaitable[None]]


class Lanes:
    """A queue for each chat, worked off by a task that ends with it. Faults end the whole group."""

    def __init__(self, group: asyncio.TaskGroup) -> None:
        self._group = group
        self._queues: dict[int, deque[Work]] = {}

    def put(self, channel: int, work: Work) -> None:
        """Do this after everything else that was put into this chat's lane."""
        queue = self._queues.get(channel)
        if queue is not None:
            queue.append(work)
            return
        self._queues[channel] = deque([work])
        self._group.create_task(self._go(channel))

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this now, beside everything else."""
        self._group.create_task(work)

    @property
    def are_empty(self) -> bool:
        """Whether nothing waits and nothing is being handled."""
        return not self._queues

    async def _go(self, channel: int) -> None:
        queue = self._queues[channel]
        try:
            while queue:
                await queue[0]()
                queue.popleft()
        finally:
            del self._queues[channel]

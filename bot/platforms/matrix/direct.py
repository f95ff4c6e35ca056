"""Which room is whose direct chat.

Kept in the account's own `m.direct`, so that nothing of it stays in our database when a person is
forgotten.
"""

import asyncio

from bot.platforms.matrix.wire import Json, Refused, Wire


class DirectChats:
    """The account's list of direct chats."""

    def __init__(self, wire: Wire, own: str) -> None:
        self._wire = wire
        self._path = ("user", own, "account_data", "m.direct")
        self._changing = asyncio.Lock()

    async def of(self, user: str) -> list[str]:
        """Room ids, the latest last. Raises Refused, Unreachable."""
        rooms = (await self._all()).get(user)
        return [str(room) for room in rooms] if isinstance(rooms, list) else []

    async def add(self, user: str, room: str) -> None:
        """Note that `room` is a direct chat with `user`."""
        async with self._changing:
            known = await self._all()
            rooms = [old for old in known.get(user, []) if old != room]
            if [*rooms, room] != known.get(user):
                await self._wire.call("PUT", *self._path, body={**known, user: [*rooms, room]})

    async def remove(self, room: str) -> None:
        """Note that `room` is no direct chat any more."""
        async with self._changing:
            known = await self._all()
            left = {
                user: [other for other in rooms if other != room]
                for user, rooms in known.items()
                if isinstance(rooms, list)
            }
            left = {user: rooms for user, rooms in left.items() if rooms}
            if left != known:
                await self._wire.call("PUT", *self._path, body=left)

    async def _all(self) -> Json:
        try:
            return await self._wire.call("GET", *self._path)
        except Refused as refused:
            if refused.status == 404:
                return {}
            raise

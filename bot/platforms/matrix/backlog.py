"""The part of a room's timeline that a sync answer leaves out, fetched page by page."""

import json
from collections.abc import Callable

from bot.platforms.matrix.wire import Json, Wire

_PAGE = 100  # events; the most that Synapse gives at once
_PAGES = 50  # of a known room: 5,000 messages in one room while we were away is a flood
_PAGES_NEW = 3  # of a room we have just come into


async def before(
    wire: Wire, room: str, prev_batch: str, since: str | None, enough: Callable[[Json], bool]
) -> list[Json]:
    """Events between `since` and `prev_batch`, oldest first, back to the first that is `enough`.

    With `since` None it looks back a few pages only. Raises Refused, Unreachable.
    """
    found: list[Json] = []
    query = {"dir": "b", "limit": str(_PAGE), "from": prev_batch, "filter": json.dumps({})}
    if since is not None:
        query["to"] = since
    for _ in range(_PAGES if since is not None else _PAGES_NEW):
        page = await wire.call("GET", "rooms", room, "messages", query=query)
        chunk = [event for event in page.get("chunk") or [] if isinstance(event, dict)]
        for event in chunk:
            found.append(event)
            if enough(event):
                return found[::-1]
        if not chunk or not page.get("end"):
            break
        query["from"] = str(page["end"])
    return found[::-1]

"""Shows somebody who wrote that we are at it, when an answer takes longer than a moment."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.messages import Incoming, Place, PlaceKind, Said
from bot.platforms.platform import Platform

A_MOMENT = 0.8  # seconds; quicker answers need no notice, and it costs a request


@asynccontextmanager
async def shown(
    platform: Platform | None, place: Place | None, after: float = A_MOMENT
) -> AsyncIterator[None]:
    """While inside for longer than `after` seconds, `place` sees that we are at work."""
    if platform is None or place is None or place.platform != platform.name:
        yield
        return
    on = asyncio.Event()

    async def show() -> None:
        await asyncio.sleep(after)
        on.set()
        await platform.typing(place, True)

    showing = asyncio.create_task(show())
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.wait([showing])
        if on.is_set():
            await platform.typing(place, False)


def whose_place(event: Incoming) -> Place | None:
    """Where somebody waits for an answer to this, if anybody does."""
    if isinstance(event, Said) and event.kind is PlaceKind.DIRECT:
        return event.place
    return None

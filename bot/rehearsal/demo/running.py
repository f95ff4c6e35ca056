"""Puts the demo together, and keeps it running while somebody looks at it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.rehearsal.demo.hands import Hands
from bot.rehearsal.demo.open_town import SEATED, VOLUNTEER, OpenTown
from bot.rehearsal.demo.seats import Seats
from bot.rehearsal.demo.showing import Showing
from bot.rehearsal.demo.tour import Tour
from bot.rehearsal.sayings import Sayings
from bot.rehearsal.volunteers_who_answer import Company, Manners, Tempo

# Quick enough that a newcomer sees it, slow enough to say yes oneself.
MANNERS: tuple[Manners, ...] = (
    ("ali", "decline", timedelta(seconds=10)),
    ("mia", "accept", timedelta(seconds=30)),
    ("sol", "accept", timedelta(seconds=30)),
)
LAST_ASKED = "sol"
TEMPO = Tempo(
    first_line=timedelta(seconds=3),
    second_line=timedelta(seconds=8),
    answer=timedelta(seconds=4),
    a_while=timedelta(seconds=20),
)


class PortTaken(Exception):
    """It cannot be listened to there."""


@asynccontextmanager
async def running(folder: Path, language: str | None, port: int) -> AsyncIterator[str]:
    """The demo at the address this gives, with its database in `folder`.

    Without a `language` it is the one of the browser that comes first; with `port` 0 any that is
    free. Raises PortTaken.
    """
    town = await OpenTown.opened(folder, free_port(port), language or "en")
    try:
        showing = await _arranged(town, language)
        address = town.address
        async with asyncio.TaskGroup() as group:
            work = [
                group.create_task(town.courier.run()),
                group.create_task(town.page.run(town.engine.handle)),
                group.create_task(showing.hands.flow()),
            ]
            await _reachable(address)
            try:
                yield address
            finally:
                for task in work:
                    task.cancel()
    finally:
        await town.close()


def free_port(wished: int) -> int:
    """`wished` if it is free, for 0 any port that is. Raises PortTaken."""
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind(("127.0.0.1", wished))
        except (OSError, OverflowError) as fault:  # taken, forbidden, or no port at all
            raise PortTaken from fault
        return int(trying.getsockname()[1])


async def _arranged(town: OpenTown, language: str | None) -> Showing:
    town.engine.after_commit = town.courier.wake
    seats, tour = Seats(town), Tour(town.wire)
    company = Company(
        town,
        Sayings(language or "en"),
        lambda choice, name: hands.tell(f"does-{choice}", name=name),
        MANNERS,
        TEMPO,
    )
    hands = Hands(town, company, seats)
    showing = Showing(town, company, seats, hands, tour, language)

    def told(account: str, text_id: str) -> None:
        tour.told(account, text_id)
        hands.happened()

    town.page.told = told
    showing.open(town.page.server.app)
    await company.arrive()
    await town.volunteer(SEATED[VOLUNTEER], language=language or "en")
    await town.has_talked(LAST_ASKED)
    return showing


async def _reachable(address: str) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            await writer.wait_closed()
            return

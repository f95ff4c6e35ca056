"""A letter is claimed in the transaction that writes it, so that sending waits for nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from bot.messages import Said
from bot.platforms.platform import Letter, Outcome
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Wire
from bot.runtime import letters
from storage.database import Transaction
from storage.tables import outbox, set_aside

WITHIN = 20  # seconds


def _said(town: Town, person: Townsperson, text: str) -> Said:
    id = town.next_id()
    return Said(
        id=id, at=town.now, sender=person.address, place=person.place, message=id, text=text
    )


def _claimed(db: Transaction) -> list[bool]:
    """Of every letter that waits, in order: whether somebody sends it."""
    rows = db.all(sa.select(outbox.c.lease_owner).order_by(outbox.c.seq))
    return [row["lease_owner"] is not None for row in rows]


@asynccontextmanager
async def _at_work(town: Town) -> AsyncIterator[None]:
    running = asyncio.create_task(town.courier.run())
    async with asyncio.timeout(WITHIN):
        while town.engine.outgoing is None:
            await asyncio.sleep(0)
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _everything_is_sent(town: Town) -> None:
    async with asyncio.timeout(WITHIN):
        while await town.database.read(_claimed):
            await asyncio.sleep(0.01)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Nothing is delivered before it is open."""
    opened = asyncio.Event()
    really = Wire.deliver

    async def slow(wire: Wire, letter: Letter, once: str) -> Outcome:
        await opened.wait()
        return await really(wire, letter, once)

    monkeypatch.setattr(Wire, "deliver", slow)
    return opened


async def test_a_letter_is_claimed_when_its_event_is_committed(town: Town, door: asyncio.Event):
    rosa = await town.receiver("rosa")
    async with _at_work(town):
        await town.engine.handle(_said(town, rosa, "help"))

        assert await town.database.read(_claimed) == [True]
        door.set()
        await _everything_is_sent(town)

    assert rosa.heard() == ["help"]


async def test_what_is_written_while_a_letter_is_on_its_way_follows_it_unasked(
    town: Town, door: asyncio.Event
):
    rosa = await town.receiver("rosa")
    async with _at_work(town):
        for text in ("help", "status", "crisis"):
            await town.engine.handle(_said(town, rosa, text))

        assert await town.database.read(_claimed) == [True, False, False]
        door.set()
        await _everything_is_sent(town)  # nobody wakes the courier here

    assert rosa.heard() == ["help", "status-nothing", "crisis-card"]


async def test_more_readers_than_lanes_are_all_written_to(town: Town, door: asyncio.Event):
    people = [await town.receiver(f"rosa{n}") for n in range(40)]
    async with _at_work(town):
        for person in people:
            await town.engine.handle(_said(town, person, "help"))
        door.set()
        await _everything_is_sent(town)

    assert [person.heard() for person in people] == [["help"]] * len(people)


async def test_what_was_claimed_in_a_transaction_that_failed_is_not_sent(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    rosa = await town.receiver("rosa")
    really = town.courier.take

    def fails_afterwards(db: Transaction, now: object) -> object:
        really(db, town.now)
        raise KeyError("after the claim")

    async with _at_work(town):
        monkeypatch.setattr(town.courier, "take", fails_afterwards)
        await town.engine.handle(_said(town, rosa, "help"))
        monkeypatch.setattr(town.courier, "take", really)
        town.courier.wake()
        await _everything_is_sent(town)

    assert rosa.heard() == ["something-went-wrong"]


async def test_a_letter_that_cannot_be_looked_up_does_not_undo_the_event_it_follows_from(
    town: Town, monkeypatch: pytest.MonkeyPatch, door: asyncio.Event
):
    rosa = await town.receiver("rosa")

    really, asked = letters.reader_of, []

    def broken(db: Transaction, waiting: Any) -> Any:
        asked.append(waiting)
        if len(asked) == 1:  # in the transaction; later the letter is looked up anew
            raise KeyError("a reader")
        return really(db, waiting)

    async with _at_work(town):
        with monkeypatch.context() as patch:
            patch.setattr(letters, "reader_of", broken)
            await town.engine.handle(_said(town, rosa, "help"))

        aside = await town.database.read(lambda db: db.all(sa.select(set_aside)))
        assert aside == []
        assert await town.database.read(_claimed) == [True]

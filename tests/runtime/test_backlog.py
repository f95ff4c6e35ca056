"""When the database does not work: the truth at once, and everything later, in order, once."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.messages import Incoming, Place, Said
from bot.rehearsal.town import Town
from bot.rehearsal.wire import Wire
from bot.runtime import at_work, backlog
from bot.runtime.backlog import Backlog, PositionMemory
from bot.runtime.remembering import PassingMemory

FULL = sa.exc.OperationalError("COMMIT", {}, OSError("database or disk is full"))


class Engine:
    """Handles, or not while the disk is full."""

    def __init__(self) -> None:
        self.full = True
        self.handled: list[str] = []
        self.news = asyncio.Event()

    async def handle(self, event: Incoming) -> None:
        if self.full:
            raise FULL
        self.handled.append(event.id)
        self.news.set()

    async def has_handled(self, count: int) -> None:
        async with asyncio.timeout(40):
            while len(self.handled) < count:
                self.news.clear()
                await self.news.wait()


def _said(town: Town, number: int, text: str = "hello") -> Said:
    rosa = town.stranger("rosa")
    return Said(
        id=f"e{number}", at=town.now, sender=rosa.address, place=rosa.place,
        message=f"m{number}", text=text,
    )  # fmt: skip


def _texts(wire: Wire, place: Place) -> list[str]:
    return [shown.letter.mark.text_id for shown in wire.seen_in(place)]


async def test_people_hear_the_truth_at_once_and_nothing_they_wrote_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(backlog, "FIRST_PAUSE", 0.01)
    town, engine = await Town.begin(tmp_path, room=True), Engine()
    assert town.room is not None
    waiting = Backlog(engine.handle, town.desk, town.wire)

    await waiting.hand_in(_said(town, 1))
    await waiting.hand_in(_said(town, 2, "akut"))
    await waiting.hand_in(_said(town, 3))

    rosa = town.stranger("rosa")
    assert _texts(town.wire, rosa.place) == ["database-trouble", "crisis-card", "database-trouble"]
    assert _texts(town.wire, town.room) == ["alarm-database"], "coordinators hear it once"
    assert engine.handled == [] and not waiting.is_empty

    again = asyncio.create_task(waiting.run())
    engine.full = False
    await engine.has_handled(3)
    assert engine.handled == ["e1", "e2", "e3"]
    await asyncio.sleep(0)
    assert waiting.is_empty
    await waiting.hand_in(_said(town, 4))
    assert engine.handled[-1] == "e4"
    again.cancel()
    await town.close()


async def test_the_place_in_the_stream_does_not_move_past_what_waits(tmp_path: Path):
    town, engine = await Town.begin(tmp_path), Engine()
    memory, backlog = PositionMemory(PassingMemory()), Backlog(engine.handle, town.desk, town.wire)
    memory.waits_for(backlog)
    await memory.keep("matrix/since", "s1")

    await backlog.hand_in(_said(town, 1))
    await memory.keep("matrix/since", "s2")
    await memory.keep("matrix/session", "kept all the same")

    assert await memory.recall("matrix/since") == "s1"
    assert await memory.recall("matrix/session") == "kept all the same"

    kept = asyncio.Event()

    async def told() -> None:
        kept.set()

    backlog.then(told)
    engine.full = False
    again = asyncio.create_task(backlog.run())
    async with asyncio.timeout(40):
        await kept.wait()
    assert await memory.recall("matrix/since") == "s2", "though nothing else has happened"
    again.cancel()
    await town.close()


async def test_a_fault_of_ours_is_not_taken_for_trouble_with_the_database(tmp_path: Path):
    town = await Town.begin(tmp_path)

    async def wrong(event: Incoming) -> None:
        raise sa.exc.OperationalError("SELECT", {}, OSError("no such column: x"))

    with pytest.raises(sa.exc.OperationalError):
        await Backlog(wrong, town.desk, town.wire).hand_in(_said(town, 1))
    assert town.wire.shown == []
    await town.close()


class Typing(Wire):
    """Remembers who saw that we were at work."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[Place, bool]] = []
        self.on = asyncio.Event()

    async def typing(self, place: Place, on: bool) -> None:
        self.seen.append((place, on))
        self.on.set()


async def test_who_waits_longer_than_a_moment_sees_that_we_are_at_it():
    wire, home = Typing(), Place("matrix", "dm:rosa")
    async with at_work.shown(wire, home, after=0):
        async with asyncio.timeout(40):
            await wire.on.wait()
    assert wire.seen == [(home, True), (home, False)]


async def test_who_is_answered_at_once_sees_no_such_thing():
    wire = Typing()
    async with at_work.shown(wire, Place("matrix", "dm:rosa"), after=600):
        pass
    assert wire.seen == []

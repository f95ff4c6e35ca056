"""Empties the outbox: in order for each reader, again after a failure, never twice."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from bot.conversation.desk import Desk
from bot.drawing.drawer import Drawer
from bot.messages import GroupOpened, RoomOpened, Undelivered
from bot.platforms.platform import (
    Delivered,
    FileRefused,
    GaveUp,
    Outcome,
    Platform,
    RetryLater,
    Why,
)
from bot.relaying.passing import FileNotPassed
from bot.runtime import letters
from bot.runtime.along import Along
from bot.runtime.engine import Engine
from bot.runtime.letters import Reader, Taken
from storage import outbox, people, questions, relayed
from storage.database import Database, Transaction, is_trouble
from storage.outbox import Waiting

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
REMEMBERED = timedelta(
    hours=20
)  # Synapse forgets transaction ids after 24; then a retry shows twice
FAULTS_BORNE = 5  # of our own over one letter; after them it is given up and coordinators hear
OPENINGS: Mapping[str, type[RoomOpened] | type[GroupOpened]] = {
    "open-room": RoomOpened,
    "open-group": GroupOpened,
}  # letters whose answer is awaited
LANES = 16  # readers written to at the same time
FIRST_PAUSE = 1.0  # seconds
LONGEST_PAUSE = 300.0  # seconds; threats.md R8


def pause_after(attempts: int, wished: float | None, jitter: float) -> timedelta:
    """How long to wait after this many failures: doubling, at most five minutes, with jitter.

    `wished` is what the platform asked for, in seconds, and always obeyed; `jitter` is in [0, 1).
    """
    own = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts, 20)) * (0.5 + jitter)
    return timedelta(seconds=max(own if wished is None else wished, 0.05))


class Courier:
    """Sends what waits. One per process; several processes may share an outbox."""

    def __init__(
        self,
        database: Database,
        engine: Engine,
        desk: Desk,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
        drawer: Drawer | None = None,
    ) -> None:
        self._database = database
        self._engine = engine
        self._desk = desk
        self._platforms = platforms
        self._now = now
        self.along = Along(desk, platforms, drawer or Drawer())
        self._owner = uuid4().hex
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._group: asyncio.TaskGroup | None = None
        self._left = False  # something due could not be claimed: its lane was busy, or all were
        self._ended = self._ended_before = 0  # lanes, by now and at the last look
        self._news = asyncio.Event()
        self._faults: Counter[str] = Counter()  # by letter; our own, not the network's

    def wake(self) -> None:
        """There may be something to send."""
        self._news.set()

    async def run(self) -> None:
        """Send until cancelled. What is on its way when cancelled goes again under the same id."""
        async with asyncio.TaskGroup() as group:
            self._group, self._engine.outgoing = group, self
            try:
                while True:
                    self._news.clear()
                    await self._guarded_round()
                    await self._news.wait()
            finally:
                self._group = self._engine.outgoing = None

    async def send_all(self) -> None:
        """Send everything that is due now, one reader after the other, and return."""
        while taken := await self._database.run(self._take, self._now(), 1):
            await self._send_lane(taken)

    def take(self, db: Transaction, now: datetime) -> Sequence[Taken]:
        """Claim what can go now, in the transaction that wrote it."""
        self._ended_before = self._ended
        taken = self._take(db, now, LANES - len(self._busy))
        self._left |= outbox.leaves_any(db, now)
        return taken

    def send(self, taken: Sequence[Taken]) -> None:
        """Begin to send what was claimed. What a stopped courier has claimed goes after a start."""
        if self._group is None:
            return
        lanes: dict[str, list[Taken]] = {}
        for one in taken:
            lanes.setdefault(one.waiting.lane, []).append(one)
        for lane, mine in lanes.items():
            task = self._group.create_task(self._send_lane_guarded(mine))
            self._busy[lane] = task
            task.add_done_callback(partial(self._lane_is_done, lane))
        # A lane that ended while we looked (in the database's thread) was still busy for that look, and
        # knew of nothing left itself: nobody would come back for what lies in it.
        if self._left and self._ended != self._ended_before:
            self._news.set()

    async def next_due(self) -> datetime | None:
        """When something that was put off is due."""
        return await self._database.read(outbox.next_due, self._now())

    async def _guarded_round(self) -> None:
        try:
            self._left = False
            self.send(await self._database.run(self.take, self._now()))
        except Exception as fault:
            if not is_trouble(fault):
                raise
            log.error("outbox-unreadable", extra={"action": "outbox-unreadable"})

    def _lane_is_done(self, lane: str, task: asyncio.Task[None]) -> None:
        self._ended += 1
        if self._busy.get(lane) is task:
            del self._busy[lane]
        if self._left:
            self._news.set()

    def _take(self, db: Transaction, now: datetime, lanes: int) -> list[Taken]:
        if lanes <= 0:
            return []
        claimed = outbox.claim(db, self._owner, now, now + LEASE, lanes, list(self._busy))
        first = {waiting.lane: waiting.id for waiting in reversed(claimed)}
        return [
            Taken(one, _reader_of(db, one) if first[one.lane] == one.id else None)
            for one in claimed
        ]

    async def _send_lane_guarded(self, taken: Sequence[Taken]) -> None:
        try:
            await self._send_lane(taken)
        except Exception as fault:
            # The lease stands; after it the letters go again under the same ids.
            action = "database-trouble" if is_trouble(fault) else "courier-fault"
            log.error(action, extra={"action": action, "fault": type(fault).__name__})

    async def _send_lane(self, taken: Sequence[Taken]) -> None:
        for n, one in enumerate(taken):
            if not await self._send(one):
                rest = [later.waiting.id for later in taken[n + 1 :]]
                if rest:
                    await self._database.run(outbox.let_go, self._owner, rest)
                return

    async def _send(self, taken: Taken) -> bool:
        """Send one letter; False if the ones behind it must wait."""
        waiting = taken.waiting
        try:
            outcome = await self._outcome(waiting, taken.reader)
        except FileNotPassed as no:
            await self._gave_up(waiting, no.text_id)
            return True
        except Exception as fault:
            if is_trouble(fault):
                raise
            outcome = self._at_fault(waiting, fault)
        log.info(
            "sent",
            extra={"action": "sent", "kind": waiting.kind, "text": waiting.text,
                   "outcome": type(outcome).__name__},
        )  # fmt: skip
        match outcome:
            case Delivered():
                if (opening := OPENINGS.get(waiting.kind)) and outcome.place:
                    opened = opening(
                        id=f"opened:{waiting.id}",
                        at=self._now(),
                        about=waiting.about,
                        place=outcome.place,
                    )
                    await self._engine.handle(opened, settles=waiting.id)
                else:
                    await self._database.run(_settled, waiting, outcome, self._now())
                return True
            case RetryLater(after=after):
                pause = pause_after(waiting.attempts, after, random.random())
                await self._database.run(outbox.put_off, waiting.id, self._now() + pause)
                self._engine.after_commit()
                return False
            case GaveUp(why=why):
                await self._gave_up(waiting, why)
                return True

    def _at_fault(self, waiting: Waiting, fault: Exception) -> Outcome:
        # A letter we cannot write must not keep those behind it back for ever.
        self._faults[waiting.id] += 1
        log.error("courier-fault", exc_info=fault, extra={"action": "courier-fault"})
        if self._faults[waiting.id] < FAULTS_BORNE:
            return RetryLater(why="fault")
        del self._faults[waiting.id]
        return GaveUp(why=Why.BROKEN)

    async def _outcome(self, waiting: Waiting, reader: Reader | None) -> Outcome:
        now = self._now()
        expired = waiting.expires_at is not None and waiting.expires_at <= now
        if expired or (waiting.attempts and now - waiting.put_at > REMEMBERED):
            return GaveUp(why=Why.LATE)
        if waiting.damaged:
            return GaveUp(why=Why.BROKEN)
        if reader is None:
            reader = await self._database.read(letters.reader_of, waiting)
        try:
            file = await self.along.of(waiting, reader)
            letter = letters.write(waiting, reader, self._desk, file)
        except FileRefused:
            return GaveUp(why=Why.REFUSED)
        if letter is None:
            return Delivered()
        if isinstance(letter, GaveUp):
            return letter
        platform = self._platforms.get(letters.platform_of(waiting, reader))
        if platform is None:
            return GaveUp(why=Why.UNREACHABLE)
        return await platform.deliver(letter, once=waiting.id)

    async def _gave_up(self, waiting: Waiting, why: str) -> None:
        event = Undelivered(
            id=f"undelivered:{waiting.id}",
            at=self._now(),
            letter=str(waiting.payload.get("origin", "")),
            kind=waiting.kind,
            to=waiting.person or "",
            about=waiting.about,
            text_id=waiting.text,
            why=why,
        )
        await self._engine.handle(event, settles=waiting.id)


def _reader_of(db: Transaction, waiting: Waiting) -> Reader | None:
    try:
        return letters.reader_of(db, waiting)
    except Exception as fault:
        if is_trouble(fault):
            raise
        return None  # it fails again, and is told, when the letter's turn comes: not our event's


def _settled(db: Transaction, waiting: Waiting, outcome: Delivered, now: datetime) -> None:
    """The letter is there: strike it off, and remember which message shows what."""
    if not outbox.settle(db, waiting.id) or outcome.place is None or not outcome.message:
        return
    if waiting.kind in ("relay-said", "relay-reacted"):
        relayed.copied(db, waiting.payload["origin"], outcome.place, outcome.message)
    elif waiting.payload.get("choices"):
        questions.placed(db, waiting.id, outcome.place, outcome.message)
    if waiting.person and waiting.kind in ("tell", "relay-said"):
        people.reached_at(db, waiting.person, outcome.place)

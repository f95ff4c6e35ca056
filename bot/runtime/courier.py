"""Empties the outbox: in order for each reader, again after a failure, never twice."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from bot.conversation.desk import Desk
from bot.domain.programme import FilePolicy
from bot.messages import RoomOpened, Undelivered
from bot.platforms.platform import (
    Delivered,
    FileRefused,
    GaveUp,
    Outcome,
    OutgoingFile,
    Platform,
    RetryLater,
    Why,
)
from bot.relaying.files import clean_file
from bot.relaying.passing import FileNotPassed
from bot.relaying.pictures import PICTURE_BYTES
from bot.runtime import letters
from bot.runtime.engine import Engine
from storage import outbox, people, questions, relayed
from storage.database import Database, Transaction, is_trouble
from storage.outbox import Waiting

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
REMEMBERED = timedelta(
    hours=20
)  # Synapse forgets transaction ids after 24; then a retry shows twice
FAULTS_BORNE = 5  # of our own over one letter; after them it is given up and coordinators hear
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
    ) -> None:
        self._database = database
        self._engine = engine
        self._desk = desk
        self._platforms = platforms
        self._now = now
        self._owner = uuid4().hex
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        self._faults: Counter[str] = Counter()  # by letter; our own, not the network's

    def wake(self) -> None:
        """There may be something to send."""
        self._news.set()

    async def run(self) -> None:
        """Send until cancelled. What is on its way when cancelled goes again under the same id."""
        async with asyncio.TaskGroup() as group:
            while True:
                self._news.clear()
                await self._guarded_round(group)
                await self._news.wait()

    async def send_all(self) -> None:
        """Send everything that is due now, one reader after the other, and return."""
        while claimed := await self._claim(1):
            await self._send_lane(claimed)

    async def next_due(self) -> datetime | None:
        """When something that was put off is due."""
        return await self._database.read(outbox.next_due, self._now())

    async def _guarded_round(self, group: asyncio.TaskGroup) -> None:
        try:
            await self._start_lanes(group)
        except Exception as fault:
            if not is_trouble(fault):
                raise
            log.error("outbox-unreadable", extra={"action": "outbox-unreadable"})

    async def _start_lanes(self, group: asyncio.TaskGroup) -> None:
        room = LANES - len(self._busy)
        if room <= 0:
            return
        claimed = await self._claim(room)
        for lane in dict.fromkeys(waiting.lane for waiting in claimed):
            mine = [waiting for waiting in claimed if waiting.lane == lane]
            task = group.create_task(self._send_lane_guarded(mine))
            self._busy[lane] = task
            task.add_done_callback(partial(self._lane_is_done, lane))

    def _lane_is_done(self, lane: str, _: object) -> None:
        self._busy.pop(lane, None)
        self._news.set()

    async def _claim(self, lanes: int) -> list[Waiting]:
        now = self._now()
        busy = list(self._busy)
        return list(
            await self._database.run(outbox.claim, self._owner, now, now + LEASE, lanes, busy)
        )

    async def _send_lane_guarded(self, claimed: list[Waiting]) -> None:
        try:
            await self._send_lane(claimed)
        except Exception as fault:
            # The lease stands; after it the letters go again under the same ids.
            action = "database-trouble" if is_trouble(fault) else "courier-fault"
            log.error(action, extra={"action": action, "fault": type(fault).__name__})

    async def _send_lane(self, claimed: list[Waiting]) -> None:
        for n, waiting in enumerate(claimed):
            if not await self._send(waiting):
                rest = [later.id for later in claimed[n + 1 :]]
                if rest:
                    await self._database.run(outbox.let_go, self._owner, rest)
                return

    async def _send(self, waiting: Waiting) -> bool:
        """Send one letter; False if the ones behind it must wait."""
        try:
            outcome = await self._outcome(waiting)
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
                if waiting.kind == "open-room" and outcome.place:
                    opened = RoomOpened(
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

    async def _outcome(self, waiting: Waiting) -> Outcome:
        now = self._now()
        expired = waiting.expires_at is not None and waiting.expires_at <= now
        if expired or (waiting.attempts and now - waiting.put_at > REMEMBERED):
            return GaveUp(why=Why.LATE)
        if waiting.damaged:
            return GaveUp(why=Why.BROKEN)
        reader = await self._database.read(letters.reader_of, waiting)
        file = None
        try:
            if waiting.payload.get("file"):
                file = await self._fetched(waiting.payload["file"])
            letter = letters.write(waiting, reader, self._desk, file)
        except FileRefused:
            return GaveUp(why=Why.REFUSED)
        if letter is None:
            return Delivered()
        if isinstance(letter, GaveUp):
            return letter
        platform = self._platforms.get(_platform_of(waiting, reader))
        if platform is None:
            return GaveUp(why=Why.UNREACHABLE)
        return await platform.deliver(letter, once=waiting.id)

    async def _fetched(self, file: Mapping[str, str | int]) -> OutgoingFile:
        platform = self._platforms[str(file["platform"])]
        most = _most_bytes(str(file["platform"]), self._desk)
        if not most:
            raise FileNotPassed("file-none-passed")
        data = await platform.fetch(str(file["handle"]), most)
        policy: FilePolicy = self._desk.main.files
        clean = await asyncio.to_thread(
            clean_file, str(file["name"]), str(file["mime"]), data, policy.value
        )
        return OutgoingFile(
            name=clean.name,
            mime=clean.mime,
            data=clean.data,
            width=clean.width,
            height=clean.height,
        )

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


def _platform_of(waiting: Waiting, reader: letters.Reader) -> str:
    if reader.address is not None:
        return reader.address.platform
    if reader.invited:
        return reader.invited[0].platform
    if reader.place is not None:
        return reader.place.platform
    return str(waiting.payload.get("platform", ""))


def _most_bytes(platform: str, desk: Desk) -> int:
    matrix = desk.config.platforms.matrix
    own = matrix.file_limit if matrix and platform == "matrix" else PICTURE_BYTES
    return min(own, PICTURE_BYTES)

"""One event in, one transaction, effects out. Everything the bot does passes through here."""

import asyncio
import itertools
import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from pydantic import TypeAdapter

from bot.conversation.reception import Reception
from bot.domain.decision import (
    NOTHING,
    Decision,
    Effect,
    Forget,
    StartTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.row_effects import Gather, GatherWords, LetOut, ThrowAway
from bot.messages import FromPerson, Incoming, TimeCame, Undelivered
from bot.platforms.platform import Why
from bot.runtime import unheard
from bot.runtime.carrying_out import carry_out
from bot.runtime.letters import Taken
from storage import inbox, outbox, people, set_aside, timers
from storage.database import Database, Transaction, is_trouble

log = logging.getLogger(__name__)

ALARM = "alarm-fault"
ERASING = Forget | ThrowAway | Gather | GatherWords | LetOut  # then no older copy is to be left
LAST_WORK = 10.0  # seconds to see through what is being handled when all ends
FAULTS_SHOWN = 80  # letters of an error's class name; the column's width


class Outgoing(Protocol):
    """Who sends what was decided. It is claimed with the decision, so that sending need not wait."""

    def take(self, db: Transaction, now: datetime) -> Sequence[Taken]:
        """Claim what can go now, in the transaction that wrote it."""

    def send(self, taken: Sequence[Taken]) -> None:
        """That transaction is committed: begin to send."""


class Done(NamedTuple):
    """What one transaction decided, and what it claimed for sending."""

    decision: Decision
    taken: Sequence[Taken]


class Engine:
    """Handles events one by one.

    `outgoing` is there while somebody sends; `after_commit` wakes the courier and the clock when
    there is nobody, or when something is to happen later.
    """

    def __init__(
        self,
        database: Database,
        reception: Reception,
        now: Callable[[], datetime],
        after_commit: Callable[[], None] = lambda: None,
    ) -> None:
        self.database = database
        self.reception = reception
        self.now = now
        self.after_commit = after_commit
        self.outgoing: Outgoing | None = None
        self._rung = itertools.count()
        self._working: set[asyncio.Task[None]] = set()

    async def handle(self, event: Incoming, settles: str = "") -> None:
        """Decide what `event` means and commit it, together with what must follow from it.

        Nothing is sent here: if we crash after this, the courier still finds the outbox full. An
        event seen before changes nothing. `settles` is the letter this event is the answer to; it
        is struck off in the same transaction. A fault of ours sets the event aside and says so;
        only trouble with the database itself is raised.
        """
        # Whoever asks may go, as somebody does who closes their page: what is committed is seen through.
        work = asyncio.ensure_future(self._handle(event, settles))
        self._working.add(work)
        work.add_done_callback(self._working.discard)
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            work.add_done_callback(_notice)
            raise

    async def rests(self) -> None:
        """Wait until nothing is being handled any more, but not for ever."""
        if self._working:
            await asyncio.wait(set(self._working), timeout=LAST_WORK)

    async def _handle(self, event: Incoming, settles: str) -> None:
        now, outgoing = self.now(), self.outgoing
        try:
            done = await self.database.run_caused(
                self._cause(event), self._unit, event, settles, outgoing, now
            )
        except Exception as fault:
            if is_trouble(fault):
                log.error("database-trouble", extra={"action": "database-trouble"})
                raise
            log.exception("set-aside", extra={"action": "set-aside", "kind": type(event).__name__})
            cause = f"set-aside:{self._cause(event)}"
            await self.database.run_caused(cause, self._aside, event, settles, fault, now)
            done, outgoing = Done(NOTHING, ()), None
        if done is not None:
            if outgoing is not None:
                outgoing.send(done.taken)
            effects = done.decision.effects
            if outgoing is None or any(isinstance(effect, StartTimer) for effect in effects):
                self.after_commit()
            if any(isinstance(effect, ERASING) for effect in effects):
                await self._fold()

    def _cause(self, event: Incoming) -> str:
        # A timer may be set anew for the very moment at which it rings; then it rings a second time
        # under one id, and what follows from it must not be taken for what followed before.
        again = f":{self.now().isoformat()}:{next(self._rung)}"
        return event.id + again if isinstance(event, TimeCame) else event.id

    async def _fold(self) -> None:
        """What was erased is to be gone from the log of the database as well."""
        try:
            folded = await self.database.checkpoint()
        except Exception as fault:
            if not is_trouble(fault):
                raise
            folded = False
        if not folded:  # the next hour's housekeeping folds it
            log.warning("not-folded", extra={"action": "not-folded"})

    def _unit(
        self,
        db: Transaction,
        event: Incoming,
        settles: str,
        outgoing: Outgoing | None,
        now: datetime,
    ) -> Done | None:
        letter = unheard.letter_of(db, settles) if unheard.was_for_a_room(event) else None
        if settles:
            outbox.settle(db, settles)
        if not _is_new(db, event, now):
            return None
        decision = self.reception.decide(event, db, now) + self._alarmed(event)
        if letter is not None:
            decision += unheard.in_private(letter, self.reception.desk, db)
        carry_out(decision, self.reception.desk, db, now)
        return Done(decision, outgoing.take(db, now) if outgoing and decision.effects else ())

    def _alarmed(self, event: Incoming) -> Decision:
        """A letter we could not write is our fault, and told to coordinators once."""
        if not isinstance(event, Undelivered) or event.why != Why.BROKEN:
            return NOTHING
        if event.text_id == ALARM:  # then telling it is what fails
            return NOTHING
        args = {"key": event.id[-6:], "kind": event.kind}
        return Decision(effects=(TellCoordinators(self.reception.desk.main.name, ALARM, args),))

    def _aside(
        self, db: Transaction, event: Incoming, settles: str, fault: Exception, now: datetime
    ) -> None:
        if settles:
            outbox.settle(db, settles)
        if not _is_new(db, event, now):
            return
        # Not dump_json: half a surrogate pair, which a person may send, has no UTF-8.
        written = json.dumps(TypeAdapter(type(event)).dump_python(event, mode="json"))
        kind = type(event).__name__
        name = type(fault).__name__[:FAULTS_SHOWN]
        key = set_aside.keep(db, event.id, kind, name, written, 1, now)
        desk = self.reception.desk
        alarm = TellCoordinators(desk.main.name, ALARM, {"key": key[:6], "kind": kind})
        effects: tuple[Effect, ...] = (alarm,)
        if isinstance(event, FromPerson) and (who := people.recognise(db, event.sender)):
            effects = (Tell(who.id, "something-went-wrong"), alarm)
        carry_out(Decision(effects=effects), desk, db, now)


def _notice(work: asyncio.Task[None]) -> None:
    """Nobody waits for it any more, and what it raised is in the log."""
    if not work.cancelled():
        work.exception()


def _is_new(db: Transaction, event: Incoming, now: datetime) -> bool:
    if isinstance(event, TimeCame):
        return timers.rung(db, event.kind, event.about, event.due)
    return inbox.first_time(db, event.id, now)

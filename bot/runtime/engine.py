"""One event in, one transaction, effects out. Everything the bot does passes through here."""

import logging
from collections.abc import Callable
from datetime import datetime

from pydantic import TypeAdapter

from bot.conversation.reception import Reception
from bot.domain.decision import Decision, Tell, TellCoordinators
from bot.messages import FromPerson, Incoming, TimeCame
from bot.runtime.carrying_out import carry_out
from storage import inbox, outbox, people, set_aside, timers
from storage.database import Database, Transaction, is_trouble

log = logging.getLogger(__name__)

FAULTS_SHOWN = 80  # letters of an error's class name; the column's width


class Engine:
    """Handles events one by one. `after_commit` wakes the courier and the clock."""

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

    async def handle(self, event: Incoming, settles: str = "") -> None:
        """Decide what `event` means and commit it, together with what must follow from it.

        Nothing is sent here: if we crash after this, the courier still finds the outbox full. An
        event seen before changes nothing. `settles` is the letter this event is the answer to; it
        is struck off in the same transaction. A fault of ours sets the event aside and says so;
        only trouble with the database itself is raised.
        """
        now = self.now()
        try:
            done = await self.database.run_caused(event.id, self._unit, event, settles, now)
        except Exception as fault:
            if is_trouble(fault):
                log.error("database-trouble", extra={"action": "database-trouble"})
                raise
            log.exception("set-aside", extra={"action": "set-aside", "kind": type(event).__name__})
            cause = f"set-aside:{event.id}"
            await self.database.run_caused(cause, self._aside, event, settles, fault, now)
            done = True
        if done:
            self.after_commit()

    def _unit(self, db: Transaction, event: Incoming, settles: str, now: datetime) -> bool:
        if settles:
            outbox.settle(db, settles)
        if not _is_new(db, event, now):
            return False
        decision = self.reception.decide(event, db, now)
        carry_out(decision, self.reception.desk, db, now)
        return True

    def _aside(
        self, db: Transaction, event: Incoming, settles: str, fault: Exception, now: datetime
    ) -> bool:
        if settles:
            outbox.settle(db, settles)
        if not _is_new(db, event, now):
            return False
        written = TypeAdapter(type(event)).dump_json(event).decode()
        kind = type(event).__name__
        name = type(fault).__name__[:FAULTS_SHOWN]
        key = set_aside.keep(db, event.id, kind, name, written, 1, now)
        desk = self.reception.desk
        alarm = TellCoordinators(desk.main.name, "alarm-fault", {"key": key[:6], "kind": kind})
        effects: tuple[Tell | TellCoordinators, ...] = (alarm,)
        if isinstance(event, FromPerson) and (who := people.recognise(db, event.sender)):
            effects = (Tell(who.id, "something-went-wrong"), alarm)
        carry_out(Decision(effects=effects), desk, db, now)
        return True


def _is_new(db: Transaction, event: Incoming, now: datetime) -> bool:
    if isinstance(event, TimeCame):
        return timers.rung(db, event.kind, event.about, event.due)
    return inbox.first_time(db, event.id, now)

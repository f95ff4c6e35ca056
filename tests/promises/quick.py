"""A town that is quick enough for thousands of evenings: the same units of work, without threads.

Only how a unit reaches SQLite is other here: on one plain connection in the caller's thread, without
waiting for the disk. What a power cut does to a file is tested elsewhere.
"""

import functools
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.config import Config
from bot.conversation.reception import Reception
from bot.messages import Incoming, Place
from bot.platforms.platform import Letter, Message
from bot.programmes.loading import load_all
from bot.rehearsal.town import Town
from bot.runtime.clock import Clock
from bot.runtime.courier import Courier
from bot.runtime.engine import Engine
from bot.runtime.pacing import Pace
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of
from handlers import everything
from storage import outbox, tables
from storage.columns import UtcTime
from storage.database import Database, Transaction
from storage.vault import Key, Vault

T = TypeVar("T")


def _initialised() -> sa.Dialect:
    engine = sa.create_engine("sqlite://")
    engine.connect().close()  # a dialect learns on its first connection what SQLite can do
    return engine.dialect


KEY = Key(b"the same for every history, 32 b", {1: b"so that ids and order are too 32"})
MEMORY = Path("/dev/shm")
NOW = sa.bindparam("now", type_=UtcTime())
LETTERS_UNTIL = sa.select(sa.func.count()).where(tables.outbox.c.due_at <= NOW)
TIMERS_UNTIL = sa.select(sa.func.count()).where(tables.timers.c.due_at <= NOW)
DIALECT = _initialised()
COMPILED: dict[Any, Any] = {}  # statements, for all the databases of this process


def quick_folder() -> Path:
    """A new folder, in memory where the machine has that."""
    return Path(tempfile.mkdtemp(prefix="town-", dir=MEMORY if MEMORY.is_dir() else None))


class QuickDatabase(Database):
    """Runs units at once, on one connection."""

    def __init__(self, path: Path, vault: Vault) -> None:
        super().__init__(path, vault)
        plain = sa.create_engine(f"sqlite:///{path}", poolclass=sa.pool.StaticPool)
        sa.event.listen(plain, "connect", _prepare)
        sa.event.listen(plain, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        # What is compiled is found again by its dialect, and each engine comes with one of its own.
        plain.dialect = DIALECT
        self._plain = plain.execution_options(compiled_cache=COMPILED)

    async def run_caused(
        self, cause: str, unit: Callable[..., Any], *args: Any, **more: Any
    ) -> Any:
        with self._plain.begin() as connection:
            return unit(Transaction(connection, self.vault, cause), *args, **more)

    def look(self, unit: Callable[[Transaction], T]) -> T:
        """Read something, now."""
        with self._plain.begin() as connection:
            return unit(Transaction(connection, self.vault))

    async def read(self, look: Callable[..., Any], *args: Any, **more: Any) -> Any:
        with self._plain.begin() as connection:
            return look(Transaction(connection, self.vault), *args, **more)

    async def close(self) -> None:
        self._plain.dispose()
        await super().close()


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=memory", "synchronous=off", "foreign_keys=on"):
        connection.execute(f"PRAGMA {pragma}").close()


@functools.cache
def _catalogue() -> Catalogue:
    programmes = load_all(("drop-in",))
    texts = {name: programme.texts for name, programme in programmes.items()}
    return Catalogue.load(texts, facts_of(Config(), programmes))


class QuickTown(Town):
    """A town where `after_each` looks at everything that happens, and which can be reopened."""

    database: QuickDatabase

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            config=Config(),
            programmes=dict(load_all(("drop-in",))),
            key=KEY,
            opens=QuickDatabase,
            catalogue=_catalogue(),
        )
        self.folder = folder
        self.latest: Incoming | None = None
        self.heard_at: dict[Place, datetime] = {}
        self.after_each: Callable[[], None] = lambda: None
        self.wire.trouble_after = self._heard

    def _heard(self, letter: Letter) -> None:
        if isinstance(letter, Message):
            place = letter.place or (self.wire.home_of(letter.to) if letter.to else None)
            if place is not None:
                self.heard_at[place] = self.now

    async def happens(self, event: Incoming) -> None:
        """Something happens, and can be handed in again."""
        self.latest = event
        await super().happens(event)

    async def settle(self) -> None:
        """All that follows at once, and then a look; asks for nothing that is plainly not there."""
        while True:
            if self.look(self._letters_due):
                await self.courier.send_all()
            if not self.look(self._timers_due):
                break
            await self.clock.ring()
        self.after_each()

    def _letters_due(self, db: Transaction) -> int:
        return db.count(LETTERS_UNTIL.params(now=self.now))

    def _timers_due(self, db: Transaction) -> int:
        return db.count(TIMERS_UNTIL.params(now=self.now))

    def look(self, unit: Callable[[Transaction], T]) -> T:
        """Read something."""
        return self.database.look(unit)

    async def reopen(self) -> None:
        """The process ends and another begins: only the file, the platform and the people remain."""
        await self.database.close()
        self.database = QuickDatabase(self.folder / "town.db", self.vault)
        self.reception = Reception(self.desk, everything(), Pace())
        self.engine = Engine(self.database, self.reception, lambda: self.now)
        platforms = {self.wire.name: self.wire}
        self.courier = Courier(self.database, self.engine, self.desk, platforms, lambda: self.now)
        self.clock = Clock(self.database, self.engine, lambda: self.now, self.courier.next_due)
        await self.database.run(outbox.let_go_all)

"""The database: one unit of work is one plain function over one `Transaction`.

Units are synchronous functions, each run from begin to commit in a thread beside the loop; each is
shielded, so that a cancelled caller never leaves one half done or a lock behind. A cancelled caller
may therefore find its work committed: every unit must be repeatable. Reasons: docs/decisions/0003
and 0021.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from storage.vault import Vault

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

BUSY_SECONDS = 5  # threats.md R12: wait this long for another process's lock, then say so
READERS = 3


class Transaction:
    """One open transaction with the vault beside it, and ids that follow from what caused it."""

    def __init__(self, connection: sa.Connection, vault: Vault, cause: str = "") -> None:
        self._connection = connection
        self._vault = vault
        self._cause = cause
        self._ids = 0

    def execute(self, statement: sa.Executable, rows: Any = None) -> sa.CursorResult[Any]:
        """Run one statement."""
        return self._connection.execute(statement, rows)

    def one(self, statement: sa.Executable) -> sa.RowMapping | None:
        """The first row, or None."""
        return self._connection.execute(statement).mappings().first()

    def all(self, statement: sa.Executable) -> list[sa.RowMapping]:
        """Every row."""
        return list(self._connection.execute(statement).mappings())

    def count(self, statement: sa.Executable) -> int:
        """The single number a statement gives."""
        return int(self._connection.execute(statement).scalar_one() or 0)

    def new_id(self) -> str:
        """A fresh id. The same event handled again gives the same ids in the same order."""
        self._ids += 1
        return self._vault.index("id", f"{self._cause}\0{self._ids}")

    def seal(self, column: sa.Column[bytes], row: str, text: str) -> bytes:
        """`text`, readable only by our vault and only in this column and row."""
        return self._vault.seal(str(column), row, text)

    def unseal(self, column: sa.Column[bytes], row: str, sealed: bytes) -> str:
        """What was sealed there. Raises VaultError."""
        return self._vault.unseal(str(column), row, sealed)

    def is_stale(self, sealed: bytes) -> bool:
        """Whether it should be sealed anew with the current key."""
        return self._vault.is_stale(sealed)

    def index(self, purpose: str, value: str) -> str:
        """A keyed hash for finding `value` without keeping it."""
        return self._vault.index(purpose, value)

    @property
    def connection(self) -> sa.Connection:
        """The connection itself, for migrations and pragmas."""
        return self._connection


class Database:
    """Runs units of work, one writer at a time."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self.path = path
        self.vault = vault
        self._writer = _engine(path, writes=True)
        self._readers = _engine(path, writes=False)
        self._writing = ThreadPoolExecutor(1, "writing")
        self._reading = ThreadPoolExecutor(READERS, "reading")
        self._running: set[asyncio.Future[Any]] = set()

    async def run(
        self, unit: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `unit` in one transaction and commit it; whole or not at all. Its ids are random."""
        return await self.run_caused(secrets.token_hex(16), unit, *args, **kwargs)

    async def run_caused(
        self,
        cause: str,
        unit: Callable[Concatenate[Transaction, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The same, with ids that follow from `cause`."""

        def whole() -> T:
            with self._writer.begin() as connection:
                return unit(Transaction(connection, self.vault, cause), *args, **kwargs)

        return await self._shielded(self._writing, whole)

    async def read(
        self, look: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `look` on a connection that cannot write, beside the writer."""

        def whole() -> T:
            with self._readers.connect() as connection:
                return look(Transaction(connection, self.vault), *args, **kwargs)

        return await self._shielded(self._reading, whole)

    async def _shielded(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        done = asyncio.get_running_loop().run_in_executor(threads, work)
        self._running.add(done)
        done.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            done.add_done_callback(_notice)
            raise

    async def checkpoint(self) -> bool:
        """Fold the log into the file: what was erased is nowhere now. False if busy."""

        def whole() -> bool:
            with self._writer.connect() as connection:
                # By the driver itself: SQLAlchemy would begin a transaction, and in one it fails.
                raw: Any = connection.connection.driver_connection
                row = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return row is not None and row[0] == 0

        return await self._shielded(self._writing, whole)

    async def close(self) -> None:
        """Let running units finish, then close. Safe to call twice."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=BUSY_SECONDS * 2)
        for threads in (self._reading, self._writing):
            threads.shutdown(wait=False)
        self._readers.dispose()
        self._writer.dispose()


def _notice(done: "asyncio.Future[Any]") -> None:
    if not done.cancelled() and done.exception():
        log.error("unit of work failed after its caller was cancelled")


def _engine(path: Path, *, writes: bool) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=1 if writes else READERS,
        max_overflow=0,
        hide_parameters=True,  # an error may be shown to somebody; what it was about may not
    )
    set_up(engine, writes=writes)
    return engine


def set_up(engine: sa.Engine, *, writes: bool) -> None:
    """Give every connection of this engine the settings that durability and erasure rest on."""

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=wal",
            "synchronous=full",  # with NORMAL, 112 of 120 power cuts lost acknowledged commits
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "foreign_keys=on",
            "secure_delete=on",
            "query_only=" + ("off" if writes else "on"),
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def is_trouble(fault: BaseException) -> bool:
    """Whether a fault is the database's own: locked, full, unreadable, damaged, gone."""
    ours = (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError)
    return isinstance(fault, sa.exc.DatabaseError | sa.exc.TimeoutError) and not isinstance(
        fault, ours
    )

"""The database: one unit of work is one plain function over one `Transaction`.

Units are synchronous functions, run from begin to commit in aiosqlite's thread; each is shielded, so
that a cancelled caller never leaves one half done or a lock behind. A cancelled caller may therefore
find its work committed: every unit must be repeatable. Reasons: docs/decisions/0003, 0021 and 0026.
"""

import asyncio
import logging
import secrets
import sqlite3
from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from storage.committing import AT_ONCE, Failed, Job, committed
from storage.connecting import BUSY_SECONDS, set_up
from storage.vault import Vault

log = logging.getLogger(__name__)
logging.getLogger("aiosqlite").setLevel(logging.WARNING)  # a line for every statement costs time
P = ParamSpec("P")
T = TypeVar("T")

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

    def one(self, statement: sa.Executable, values: Any = None) -> sa.RowMapping | None:
        """The first row, or None. `values` are those of the statement's own parameters."""
        return self._connection.execute(statement, values).mappings().first()

    def all(self, statement: sa.Executable, values: Any = None) -> list[sa.RowMapping]:
        """Every row."""
        return list(self._connection.execute(statement, values).mappings())

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


class Line:
    """One connection with a thread of its own: aiosqlite's. What is done on it is done in order.

    SQLAlchemy works over the very connection that aiosqlite opened, inside aiosqlite's thread, so a
    whole unit of work is one hop there and back and not one for each statement (decision 0021).
    """

    def __init__(self, path: Path, *, writes: bool) -> None:
        self._path = path
        self._opened: aiosqlite.Connection | None = None
        self._opening = asyncio.Lock()
        self.engine = sa.create_engine(
            "sqlite://",
            creator=self._connection,
            poolclass=StaticPool,
            hide_parameters=True,  # an error may be shown to somebody; what it was about may not
        )
        set_up(self.engine, writes=writes)

    async def do(self, work: Callable[[], T]) -> T:
        """Do `work` in the connection's thread, after whatever was given to it before."""
        async with self._opening:
            if self._opened is None:
                opening = aiosqlite.connect(self._path)
                # A process that dies of something else must not hang on this thread.
                opening._thread.daemon = True
                self._opened = await opening
        # aiosqlite's own way of doing anything; it has no public name for "do this function".
        done: T = await self._opened._execute(work)  # type: ignore[no-untyped-call]
        return done

    async def close(self) -> None:
        """Close the connection and end the thread."""
        if self._opened is not None:
            await self.do(self.engine.dispose)
            await self._opened.close()
            self._opened = None

    def _connection(self) -> sqlite3.Connection:
        assert self._opened is not None
        return self._opened._conn


class Database:
    """Runs units of work, one writer at a time."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self.path = path
        self.vault = vault
        self.writer = Line(path, writes=True)
        self.readers = tuple(Line(path, writes=False) for _ in range(READERS))
        self._free: asyncio.Queue[Line] = asyncio.Queue()
        for reader in self.readers:
            self._free.put_nowait(reader)
        self._running: set[asyncio.Task[Any]] = set()
        self._jobs: deque[Job] = deque()
        self._at_work = False

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

        def work(connection: sa.Connection) -> T:
            return unit(Transaction(connection, self.vault, cause), *args, **kwargs)

        job = Job(work, asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        if not self._at_work:
            self._at_work = True
            self._own(asyncio.ensure_future(self._work()))
        try:
            done: T = await asyncio.shield(job.done)
        except asyncio.CancelledError:
            job.done.add_done_callback(_notice)
            raise
        return done

    async def _work(self) -> None:
        """Until nothing waits to be written."""
        try:
            while self._jobs:
                jobs = [self._jobs.popleft() for _ in range(min(AT_ONCE, len(self._jobs)))]
                try:
                    found = await _in_trouble_too(self.writer.do(partial(self._committed, jobs)))
                except Exception as fault:
                    found = [Failed(fault) for _ in jobs]
                for job, value in zip(jobs, found, strict=True):
                    if isinstance(value, Failed):
                        job.done.set_exception(value.fault)
                    else:
                        job.done.set_result(value)
        finally:
            self._at_work = False

    def _committed(self, jobs: list[Job]) -> list[Any]:
        return committed(self.writer.engine, [job.work for job in jobs], is_trouble)

    async def read(
        self, look: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `look` on a connection that cannot write, beside the writer."""

        async def whole() -> T:
            reader = await self._free.get()

            def looking() -> T:
                with reader.engine.connect() as connection:
                    return look(Transaction(connection, self.vault), *args, **kwargs)

            try:
                return await _in_trouble_too(reader.do(looking))
            finally:
                self._free.put_nowait(reader)

        return await self._shielded(whole())

    async def _shielded(self, work: Coroutine[Any, Any, T]) -> T:
        task = self._own(asyncio.ensure_future(work))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(_notice)
            raise

    def _own(self, task: "asyncio.Task[T]") -> "asyncio.Task[T]":
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def checkpoint(self) -> bool:
        """Fold the log into the file: what was erased is nowhere now. False if busy."""

        def whole() -> bool:
            with self.writer.engine.connect() as connection:
                # By the driver itself: SQLAlchemy would begin a transaction, and in one it fails.
                raw: Any = connection.connection.driver_connection
                row = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return row is not None and row[0] == 0

        return await self._shielded(self.writer.do(whole))

    async def close(self) -> None:
        """Let running units finish, then close. Safe to call twice."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=BUSY_SECONDS * 2)
        for line in (*self.readers, self.writer):
            await line.close()


async def _in_trouble_too(work: Coroutine[Any, Any, T]) -> T:
    """A file that cannot even be opened is the same trouble as one that cannot be written."""
    try:
        return await work
    except sqlite3.Error as fault:
        raise sa.exc.OperationalError("open", {}, fault) from fault


def _notice(task: "asyncio.Future[Any]") -> None:
    if not task.cancelled() and task.exception():
        log.error("unit of work failed after its caller was cancelled")


def is_trouble(fault: BaseException) -> bool:
    """Whether a fault is the database's own: locked, full, unreadable, damaged, gone."""
    ours = (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError)
    if isinstance(fault, sa.exc.OperationalError) and "no such" in str(fault.orig):
        return (
            False  # a table or column that is not there is a mistake of ours; waiting mends nothing
        )
    return isinstance(fault, sa.exc.DatabaseError | sa.exc.TimeoutError) and not isinstance(
        fault, ours
    )

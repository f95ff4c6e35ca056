"""What every connection to the database is told before its first statement."""

import sqlite3
import time

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 5  # threats.md R12: wait this long for another process's lock, then say so
AGAIN_AFTER_SECONDS = 0.02


def set_up(engine: sa.Engine, *, writes: bool) -> None:
    """Give every connection of this engine the settings that durability and erasure rest on."""

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        _keep_a_log(cursor)
        for pragma in (
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


def _keep_a_log(cursor: DBAPICursor) -> None:
    """Switch to a write-ahead log, waiting for others that are just doing it.

    SQLite's own waiting does not cover this: a second connection that opens a new file in the same
    moment is told at once that it is locked.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=wal")
            return
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(AGAIN_AFTER_SECONDS)

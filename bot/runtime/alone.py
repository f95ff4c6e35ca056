"""One process for one SQLite database: a second one is refused with a clear sentence."""

import fcntl
import os
from pathlib import Path

BUSY_EXIT = 75  # EX_TEMPFAIL: a supervisor may try again


class NotAlone(Exception):
    """Another peerbot works on this database."""


class Alone:
    """Holds the database for this process until closed, or until the process dies in any way."""

    def __init__(self, database: Path) -> None:
        path = database.with_name(database.name + ".lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise NotAlone(
                f"another peerbot is already working on {database.name}; "
                "stop it first, or give this one a database of its own"
            ) from error

    def let_go(self) -> None:
        """Another process may have it."""
        os.close(self._descriptor)

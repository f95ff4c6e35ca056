"""A person at a real terminal: `python -m bot rehearse` on a pseudo-terminal of its own."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds until a prompt has to come
PROMPT = "> "


# A process of its own session takes the terminal as its own first, so that Ctrl-C reaches it.
MY_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


class AtKeyboard:
    """Types lines and reads what the screen shows until the next prompt."""

    def __init__(self, *arguments: str, columns: int = 80, **more: str) -> None:
        self._master, slave = pty.openpty()
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-c", MY_TERMINAL, "-m", "bot", "rehearse", *arguments],
            cwd=ROOT,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={
                **os.environ,
                "TERM": "dumb",
                "COLUMNS": str(columns),
                "LC_ALL": "C.UTF-8",
                **more,
            },
            start_new_session=True,
        )
        os.close(slave)
        self.greeting = self._until_prompt()
        self.until_ready = time.monotonic() - self.began  # seconds

    def types(self, line: str) -> str:
        """Type a line; what the screen shows until it asks again, or to the end."""
        os.write(self._master, f"{line}\n".encode())
        return self._until_prompt()

    def presses(self, key: bytes) -> str:
        """Press one key, such as Ctrl-D, once it really waits for one.

        readline writes the prompt a moment before it waits, and a signal in between is kept for the next key.
        """
        self._until_it_waits()
        os.write(self._master, key)
        return self._until_prompt()

    def leaves(self) -> int:
        """The exit code once it has ended."""
        return self.process.wait(timeout=PATIENCE)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._master)

    def close(self) -> None:
        """Let go of the terminal, and of the process if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def _until_it_waits(self) -> None:
        state = Path(f"/proc/{self.process.pid}/stat")
        if not state.exists():  # no Linux: a finger is slow enough
            return
        deadline = time.monotonic() + PATIENCE
        while state.read_text().rpartition(")")[2].split()[0] != "S":
            assert time.monotonic() < deadline, "it is never still"

    def _until_prompt(self) -> str:
        seen, deadline = b"", time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self._master], [], [], 0.2)
            if not ready:
                if self.process.poll() is not None:
                    break
                continue
            try:
                part = os.read(self._master, 65536)
            except OSError:  # Linux says so when the other end has closed
                break
            seen += part
            if not part or seen.endswith(PROMPT.encode()):
                break
        else:
            raise AssertionError(f"no prompt within {PATIENCE} s after: {seen.decode()[-500:]}")
        return " ".join(seen.decode().split())

"""The bot as what it is to its users: a process of its own, with a configuration file.

Started as an installed bot is (`python -m bot run --config …`), killed as a machine kills, and
never outliving the test run.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.parts.places import ROOT

QUICK_PROGRAMME = """\
preset = "drop-in"
name = "drop-in"
{more}
[hours]
{hours}
[limits]
session_minutes = 60
notice_minutes = 9
gap_minutes = 0
receiver_contacts_a_day = {contacts}
[volunteers]
contacts_a_day = 12
rest_minutes = 0
heavy_rest_hours = 1
asks_a_day = 50
[routing]
alarm_minutes = 1
wave_minutes = 1
"""
"""Open around the clock, no rest between contacts: nothing that a test would have to wait for."""


class Installation:
    """One installation in a folder. `start`, `stop` and `kill` as often as you like.

    `ready` is what it logs once it can be reached.
    """

    def __init__(self, folder: Path, ready: str) -> None:
        self.folder = folder
        self.log = folder / "bot.log"
        self.starts = 0
        self.program: tuple[str, ...] = ("-m", "bot")
        self._ready = ready
        self._process: subprocess.Popen[bytes] | None = None

    def write_programme(self, *, contacts: int = 24, more: str = "") -> None:
        """Its programme, `programme.toml`. `more` is TOML for the top of it."""
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        hours = "\n".join(f'{day} = ["00:00-24:00"]' for day in days)
        (self.folder / "programme.toml").write_text(
            QUICK_PROGRAMME.format(hours=hours, contacts=contacts, more=more)
        )

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        assert self._process is not None, "not started"
        return self._process.pid

    def launch(self) -> None:
        """Start it, and do not wait until it is ready."""
        assert not self.running
        self.starts += 1
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*GUARDED, *self.program, "run", "--config", str(self.config)],
                cwd=self.folder,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for pytest, which then stops us in order
            )

    def start(self, within: float = 60) -> float:
        """Start it; returns after how many seconds it had heard from its server."""
        before = self.said().count(self._ready)
        began = time.monotonic()
        self.launch()
        deadline = began + within
        while self.said().count(self._ready) == before:
            if not self.running or time.monotonic() > deadline:
                raise AssertionError(f"the bot did not start:\n{self.last_words()}")
            time.sleep(0.02)
        return time.monotonic() - began

    def stop(self, within: float = 30) -> int:
        """Ask it to stop, as a supervisor does; its exit code."""
        if self._process is None:
            return 0
        if self.running:
            self._process.send_signal(signal.SIGTERM)
        return self.ends(within)

    def kill(self) -> None:
        """As a machine that loses its power: kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def ends(self, within: float = 60) -> int:
        """Wait until it has ended by itself; its exit code."""
        assert self._process is not None
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the bot does not end:\n{self.last_words()}") from None

    def remove(self) -> None:
        """Let nothing of it go on. The folder is the test's."""
        if self.running:
            self.kill()

    def said(self) -> str:
        """Everything it has logged."""
        return self.log.read_text() if self.log.exists() else ""

    def last_words(self) -> str:
        """The end of its log."""
        return self.said()[-4000:]

    def runs(self, *words: str, within: float = 60) -> tuple[int, str]:
        """Another command on the same installation: its exit code, and what it printed."""
        ended = subprocess.run(
            [*PEERBOT, *words, "--config", str(self.config)],
            cwd=self.folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=within,
            check=False,
        )
        return ended.returncode, ended.stdout + ended.stderr


GUARDED = (sys.executable, str(ROOT / "tests/parts/die_with_parent.py"))
PEERBOT = (*GUARDED, "-m", "bot")


def environment() -> dict[str, str]:
    """What the bot is started with."""
    # As an installed bot: only its own settings, and its modules compiled once.
    strange = ("PEERBOT_", "PYTHONDONTWRITEBYTECODE", "COVERAGE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return kept | {"PYTHONPATH": str(ROOT)}


def free_port() -> int:
    """A port of this machine that nobody listens at just now."""
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return int(trying.getsockname()[1])

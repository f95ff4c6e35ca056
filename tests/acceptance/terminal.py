"""Somebody at a real terminal (a pseudo-terminal): reads what is asked, types an answer."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self


class Terminal:
    """Use as `with Terminal(command, folder, env) as terminal:`."""

    def __init__(self, command: Sequence[str], folder: Path, env: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""
        self._read_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def asked(self, question: str, answer: str, within: float = 60) -> None:
        """Wait for a question, then type the answer and press Enter."""
        self.reads(question, within)
        os.write(self._ours, answer.encode() + b"\n")

    def reads(self, words: str, within: float = 60) -> None:
        """Wait until these words stand on the screen, after those waited for before."""
        deadline = time.monotonic() + within
        while (found := self.shown.find(words, self._read_to)) < 0:
            assert time.monotonic() < deadline, f"no {words!r} in:\n{self.shown}"
            assert self._more(deadline), f"it ended without {words!r}:\n{self.shown}"
        self._read_to = found + len(words)

    def ends(self, within: float = 60) -> int:
        """Read until the program ends; its exit code."""
        deadline = time.monotonic() + within
        while self._more(deadline):
            pass
        return self._process.wait(max(1.0, deadline - time.monotonic()))

    def _more(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return True
        try:
            read = os.read(self._ours, 65536)
        except OSError:  # Linux says so when nobody holds the other end
            return False
        self.shown += read.decode(errors="replace").replace("\r\n", "\n")
        return bool(read)

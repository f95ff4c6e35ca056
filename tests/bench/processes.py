"""What a process has used, as the kernel counts it. Linux; elsewhere what cannot be had is None."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.parts.places import ROOT
from tests.parts.synapse import Account

_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """Seconds that all threads of a process have run so far, to the nanosecond where possible."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    except (FileNotFoundError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(pid: int) -> dict[str, float | None]:
    """Megabytes: `rss`, and `pss`, in which shared pages count for their share only."""
    return {
        "rss": _kilobytes(Path(f"/proc/{pid}/status"), "VmRSS:"),
        "pss": _kilobytes(Path(f"/proc/{pid}/smaps_rollup"), "Pss:"),
    }


def _kilobytes(path: Path, name: str) -> float | None:
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return None
    found = next((line.split()[1] for line in lines if line.startswith(name)), None)
    return round(int(found) / 1024, 1) if found else None


class EchoProcess:
    """The bare echo bot, in a process of its own."""

    def __init__(self, url: str, account: Account, store: Path) -> None:
        self.user_id = account.user_id
        store.mkdir()
        command = [sys.executable, str(ROOT / "tests/parts/die_with_parent.py")]
        command += ["-m", "tests.bench.echo_bot", url, account.user_id, str(store)]
        self._process = subprocess.Popen(
            command,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(account.password + "\n")
        self._process.stdin.flush()
        if "READY" not in self._process.stdout.readline():
            raise RuntimeError("the echo bot did not start")

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

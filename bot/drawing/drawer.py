"""Has a chart drawn by a worker: a process that is there for one picture, and gives everything back.

A process and not a thread: it can be ended when it takes too long, its memory is limited and returned,
and the bot never loads what it draws with.
"""

import asyncio
import contextlib
import os
import struct
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import bot

PATIENCE = 25.0  # seconds for one picture, start included; a quiet machine needs one
LARGEST = 4 * 1024 * 1024  # bytes
_PNG = b"\x89PNG\r\n\x1a\n"
_FROM_OURS = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")  # nothing secret goes along


class NotDrawn(Exception):
    """There is no picture. `why` is a short word for the log."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Drawn(NamedTuple):
    """A picture as PNG, and its size in pixels."""

    data: bytes
    width: int
    height: int


class Drawer:
    """Draws one picture at a time."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._one = asyncio.Semaphore(1)

    async def draw(self, chart: str) -> Drawn:
        """The chart (see `charts.read`) as a picture. Raises NotDrawn."""
        async with self._one:
            try:
                async with asyncio.timeout(self._patience):
                    return _looked_at(await self._work(chart))
            except TimeoutError:
                raise NotDrawn("too-slow") from None
            except OSError:
                raise NotDrawn("no-worker") from None

    async def _work(self, chart: str) -> bytes:
        # matplotlib wants a place for its list of fonts; nothing of it stays.
        with tempfile.TemporaryDirectory(prefix="drawing-") as place:
            worker = await asyncio.create_subprocess_exec(
                sys.executable, "-P", "-m", "bot.drawing.worker",
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL, env=_environment(place),
            )  # fmt: skip
            try:
                data, _ = await worker.communicate(chart.encode())
            finally:
                if worker.returncode is None:
                    with contextlib.suppress(ProcessLookupError):
                        worker.kill()
                    await asyncio.shield(worker.wait())
        if worker.returncode:
            raise NotDrawn("worker-failed")
        return data


def _environment(place: str) -> dict[str, str]:
    ours = {name: os.environ[name] for name in _FROM_OURS if name in os.environ}
    return {
        **ours,
        "PYTHONPATH": str(Path(bot.__file__).parent.parent),
        "PYTHONUTF8": "1",
        "MPLCONFIGDIR": place,
        "OPENBLAS_NUM_THREADS": "1",
    }


def _looked_at(data: bytes) -> Drawn:
    if not data.startswith(_PNG) or len(data) > LARGEST:
        raise NotDrawn("no-picture")
    width, height = struct.unpack(">II", data[16:24])
    return Drawn(data, width, height)

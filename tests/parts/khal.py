"""Somebody's own calendar: khal, and vdirsyncer for what it reads from an address by itself."""

import asyncio
import json
from pathlib import Path
from typing import NamedTuple

from tests.parts.places import KHAL, VDIRSYNCER

_KHAL = """\
[calendars]
[[own]]
path = {folder}/own
type = calendar
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
_VDIRSYNCER = """\
[general]
status_path = "{folder}/status/"
[pair feed]
a = "there"
b = "here"
collections = null
[storage there]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "{folder}/own"
fileext = ".ics"
"""


class Shown(NamedTuple):
    """One event as it is shown, by the clock of this calendar."""

    begins: str  # 2030-01-08 19:00
    ends: str
    title: str
    cancelled: bool


class Khal:
    """One person's calendar in a folder of its own."""

    def __init__(self, folder: Path, zone: str = "Europe/Copenhagen") -> None:
        self._folder = folder
        (folder / "own").mkdir(parents=True)
        (folder / "khal.conf").write_text(_KHAL.format(folder=folder, zone=zone))

    async def opens(self, file: str) -> None:
        """They open a file that came with a message, as a press on it does."""
        path = self._folder / "opened.ics"
        path.write_bytes(file.encode())
        await self._runs(KHAL, "-c", "khal.conf", "import", "--batch", "-a", "own", str(path))

    async def subscribes(self, url: str) -> None:
        """They give it an address to read by itself."""
        config = _VDIRSYNCER.format(folder=self._folder, url=url)
        (self._folder / "vdirsyncer.conf").write_text(config)
        await self._runs(VDIRSYNCER, "-c", "vdirsyncer.conf", "discover")

    async def looks_again(self) -> bool:
        """It reads the address again; False if there is nothing any more, and it keeps what it has."""
        code, _ = await self._run(VDIRSYNCER, "-c", "vdirsyncer.conf", "sync")
        return code == 0

    async def shows(self, since: str = "2030-01-01", days: int = 60) -> list[Shown]:
        """What is in it, in order."""
        fields = ("start", "end", "title", "cancelled")
        told = [part for field in fields for part in ("--json", field)]
        said = await self._runs(KHAL, "-c", "khal.conf", "list", *told, since, f"{days}d")
        found = [row for line in said.splitlines() for row in json.loads(line)]
        return [
            Shown(r["start"], r["end"], r["title"], bool(r["cancelled"].strip())) for r in found
        ]

    async def _runs(self, *command: object) -> str:
        code, said = await self._run(*command)
        assert code == 0, said
        return said

    async def _run(self, *command: object) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            *map(str, command), cwd=self._folder, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        return process.returncode, said.decode()

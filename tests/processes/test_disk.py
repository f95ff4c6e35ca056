"""A disk that is full, or may not be written: a clear sentence, nothing half-done, and it recovers."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.town import Town
from storage import people
from storage.database import is_trouble
from tests.parts.missing import missing
from tests.processes.conftest import Peerbot

SIZE = 12_000_000  # bytes; the log of the database alone grows to four million


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of twelve megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounts = sys.platform == "linux" and os.geteuid() == 0
    made = mounts and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)],
        check=False, capture_output=True,
    ).returncode == 0  # fmt: skip
    if not made:
        missing("a small file system", "run as root on Linux, where tmpfs may be mounted")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True, timeout=20)


def _fill(folder: Path) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(b"x" * 4096)
    return ballast


async def test_a_full_disk_is_trouble_and_nothing_is_half_done(small_disk: Path):
    town = await Town.begin(small_disk)
    rosa = await town.receiver("rosa")
    await town.database.checkpoint()
    ballast = _fill(small_disk)
    strangers, told = [town.stranger(f"p{n}") for n in range(40)], 0
    for person in strangers:
        try:
            await person.says("hello")
        except Exception as fault:
            assert is_trouble(fault)
            told += 1
    assert told > 0

    ballast.unlink()
    for person in strangers:  # the platform hands in again what was not taken
        if not person.seen():
            await person.says("hello")
        assert "welcome" in person.heard()
    await rosa.says("help")
    assert rosa.heard() == ["help"]
    for person in strangers:
        assert await town.database.read(people.recognise, person.address) is not None
    await town.close()
    with sqlite3.connect(small_disk / "town.db") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()


def test_a_start_on_a_full_disk_says_so(small_disk: Path, config: Path, peerbot: Peerbot):
    config.write_text(
        f'[storage]\ndatabase = "{small_disk}/p.db"\nkey_file = "{config.parent}/p.key"\n'
    )
    _fill(small_disk)

    for command, code in (("run", 74), ("check", 1), ("migrate", 1)):
        told = peerbot(command)
        said = told.stdout + told.stderr
        assert told.returncode == code, said
        assert "Traceback" not in said
        assert "database" in said or "file cannot be" in said, said


def test_a_folder_that_may_not_be_written_is_a_sentence(
    small_disk: Path, config: Path, peerbot: Peerbot
):
    config.write_text(
        f'[storage]\ndatabase = "{small_disk}/p.db"\nkey_file = "{config.parent}/p.key"\n'
    )
    assert peerbot("migrate").returncode == 0
    read_only = ["mount", "-o", "remount,ro", str(small_disk)]
    subprocess.run(read_only, check=True, capture_output=True, timeout=20)

    for command, code in (("run", 74), ("check", 1), ("migrate", 1), ("rotate-key", 1)):
        told = peerbot(command)
        said = told.stdout + told.stderr
        assert told.returncode == code, (command, said)
        assert "cannot be" in said and "Traceback" not in said

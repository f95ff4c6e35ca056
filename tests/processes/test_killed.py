"""kill -9 at any moment: what was acknowledged is there, once, and the file is whole."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from storage import tables
from storage.database import Transaction
from storage.vault import Key, read_key_file, write_key_file
from tests.processes.conftest import ROOT

KILLS = int(os.environ.get("PEERBOT_KILLS", "8"))


def _seen_and_waiting(db: Transaction) -> tuple[set[str], list[str]]:
    seen = {row["event"] for row in db.all(sa.select(tables.inbox.c.event))}
    return seen, [row["id"] for row in db.all(sa.select(tables.outbox.c.id))]


@pytest.mark.slow
async def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path):
    write_key_file(tmp_path / "key", Key.new())
    chance, acknowledged = random.Random(9), 0
    command = [sys.executable, "-m", "tests.processes.hammer", str(tmp_path)]
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*command, str(acknowledged)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        said = process.stdout.readline()  # it works
        acknowledged = int(said) + 1
        time.sleep(chance.random() * 0.5)  # a random moment; nothing is waited for
        process.kill()
        for line in process.stdout.read().splitlines(keepends=True):
            if line.endswith("\n"):
                acknowledged = int(line) + 1
        process.stdout.close()
        process.wait(timeout=30)

    with sqlite3.connect(tmp_path / "town.db") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()
    town = await Town.begin(tmp_path, key=read_key_file(tmp_path / "key"))
    seen, letters = await town.database.read(_seen_and_waiting)
    lost = [n for n in range(acknowledged) if town.vault.index("event", f"event {n}") not in seen]
    assert acknowledged > KILLS and lost == []
    assert len(letters) == len(set(letters)) == len(seen)
    await town.close()

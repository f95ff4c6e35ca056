"""The commands, as whoever runs the bot meets them: a sentence each, and an exit code."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.runtime.alone import Alone
from storage.vault import Key, read_key_file, write_key_file
from tests.processes.conftest import Peerbot


def test_the_first_run_makes_a_key_and_says_loudly_to_keep_it(peerbot: Peerbot, tmp_path: Path):
    first = peerbot("migrate")

    assert (first.returncode, first.stdout) == (0, "brought up to date\n")
    assert "BACK IT UP" in first.stderr
    key_file = tmp_path / "peerbot.key"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert key_file.read_text().split()[1] not in first.stderr

    again = peerbot("migrate")
    assert (again.returncode, again.stdout, again.stderr) == (0, "already up to date\n", "")


def test_a_second_one_on_the_same_database_is_refused_with_one_sentence(
    peerbot: Peerbot, tmp_path: Path
):
    first = Alone(tmp_path / "peerbot.db")
    try:
        for command in ("run", "rotate-key"):
            second = peerbot(command)
            assert second.returncode == 75, second.stderr
            said = second.stderr.strip().split("\n")
            assert len(said) == 1 and "another peerbot is already working on peerbot.db" in said[0]
    finally:
        first.let_go()


def test_whoever_dies_leaves_no_lock(peerbot: Peerbot, tmp_path: Path):
    holds = (
        "import sys, os; from pathlib import Path; from bot.runtime.alone import Alone; "
        "Alone(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    database = str(tmp_path / "peerbot.db")
    died = subprocess.run([sys.executable, "-c", holds, database], check=False, timeout=60)
    assert died.returncode == -9

    assert peerbot("rotate-key").returncode == 0


def test_a_wrong_configuration_is_told_all_at_once(peerbot: Peerbot, config: Path):
    config.write_text('[service]\nlanguage = "fr"\nnam = "x"\n[storage]\ndatabase = 7\n')

    told = peerbot("run")

    assert told.returncode == 78
    lines = told.stderr.strip().split("\n")
    assert len(lines) == 3
    for key in ("service.language", "service.nam", "storage.database"):
        assert any(key in line and "config.toml, line" in line for line in lines), key


def test_a_key_is_rotated_and_the_old_one_opens_nothing_any_more(peerbot: Peerbot, tmp_path: Path):
    peerbot("migrate")
    path = tmp_path / "peerbot.key"
    old = read_key_file(path)

    rotated = peerbot("rotate-key")

    assert rotated.returncode == 0 and "BACK UP THE NEW KEY FILE" in rotated.stdout
    new = read_key_file(path)
    assert new.index == old.index and set(new.sealing) == {2}
    write_key_file(path, old)
    assert "does not fit this database" in peerbot("check").stdout


def test_a_rotation_cut_off_after_its_first_step_is_run_again(peerbot: Peerbot, tmp_path: Path):
    peerbot("migrate")
    path = tmp_path / "peerbot.key"
    write_key_file(path, read_key_file(path).rotated())

    assert peerbot("rotate-key").returncode == 0
    assert set(read_key_file(path).sealing) == {3}
    assert "its key fits" in peerbot("check").stdout


def test_a_key_in_the_environment_is_used_and_cannot_be_rotated(peerbot: Peerbot, tmp_path: Path):
    key = Key.new().written().strip()

    assert peerbot("migrate", PEERBOT_KEY=key).returncode == 0
    assert not (tmp_path / "peerbot.key").exists()
    refused = peerbot("rotate-key", PEERBOT_KEY=key)
    assert refused.returncode == 1 and "move it to a key file" in refused.stderr
    assert key.split()[1] not in refused.stderr


def test_a_key_file_that_is_gone_is_not_made_anew_beside_a_database(
    peerbot: Peerbot, tmp_path: Path
):
    peerbot("migrate")
    (tmp_path / "peerbot.key").unlink()

    for command in ("migrate", "rotate-key", "run"):
        told = peerbot(command)
        assert told.returncode == 78, told.stderr
        assert "is gone, but the database" in told.stderr
    assert not (tmp_path / "peerbot.key").exists()


@pytest.mark.parametrize("harm", ["readable by others", "another key", "newer", "damaged"])
def test_what_is_wrong_with_the_files_is_one_clear_sentence(
    peerbot: Peerbot, tmp_path: Path, harm: str
):
    peerbot("migrate")
    key_file, database = tmp_path / "peerbot.key", tmp_path / "peerbot.db"
    match harm:
        case "readable by others":
            key_file.chmod(0o644)
            sentence = "run: chmod 600"
        case "another key":
            write_key_file(key_file, Key.new())
            sentence = "the key does not fit this database"
        case "newer":
            with sqlite3.connect(database) as plain:
                plain.execute("UPDATE alembic_version SET version_num = '9999'")
            plain.close()
            sentence = "written by a newer peerbot"
        case _:
            raw = bytearray(database.read_bytes())
            for page in range(1, len(raw) // 4096):
                raw[page * 4096 : page * 4096 + 200] = os.urandom(200)
            database.write_bytes(raw)
            sentence = "database"

    for command in ("run", "check", "migrate"):
        told = peerbot(command)
        said = told.stdout + told.stderr
        assert told.returncode in (1, 74, 78), said
        assert sentence in said, said
        assert "Traceback" not in said


def test_a_check_without_a_platform_says_what_is_missing(peerbot: Peerbot):
    told = peerbot("check")

    assert told.returncode == 1
    assert "ok   database: opened, up to date, and its key fits" in told.stdout
    assert "MEND platforms: no platform is switched on" in told.stdout
    assert peerbot("run").returncode == 69

"""What is committed fits anybody's machine, and fits in a head."""

import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300  # lines
MEDIAN = 100  # of what is shipped; a test file may tell several stories
TABLES = {"storage/tables.py", "storage/migrations/versions"}  # one long list of columns is fine
MACHINE_PATHS = re.compile(r"(?<![\w.<~-])/(work|root|Users|tmp|mnt)/\w")


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).exists()]


def _code() -> dict[str, int]:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in _tracked()
        if path.suffix == ".py"
    }
    return {name: length for name, length in lengths.items() if length}  # empty packages count not


def test_no_file_carries_a_path_of_one_machine():
    found = []
    for path in _tracked():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # a picture
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATHS.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert not found, "\n".join(found)


def test_no_file_is_too_long_to_be_read_at_once():
    too_long = {
        name: length
        for name, length in _code().items()
        if length > LONGEST and not any(name.startswith(table) for table in TABLES)
    }
    assert not too_long


def test_most_files_are_short():
    shipped = ("bot/", "handlers/", "storage/")
    lengths = [length for name, length in _code().items() if name.startswith(shipped)]
    assert statistics.median(lengths) <= MEDIAN


def test_every_folder_of_the_code_is_a_package():
    folders = {path.parent for path in _tracked() if path.suffix == ".py"}
    for folder in folders:
        top = folder.relative_to(ROOT).parts[:1]
        if top and top[0] in ("bot", "handlers", "storage"):
            assert (folder / "__init__.py").exists(), folder


def test_nothing_secret_or_built_is_tracked():
    never = re.compile(r"\.(db|db-wal|key|pyc|log)$|(^|/)(node_modules|\.venv|\.parts)/")
    tracked = [str(path.relative_to(ROOT)) for path in _tracked()]
    assert not [name for name in tracked if never.search(name)]

"""Logs hold ids and actions: never words, names, addresses, rooms, or what an error says."""

import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime import logs

ROOT = Path(__file__).resolve().parents[2]
MARKER = "marker-7f3a"


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    logging.captureWarnings(False)  # whoever set logs up before may have left it on
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, sys.unraisablehook)
    yield
    root.handlers[:], root.level = handlers, level
    sys.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(False)


@pytest.mark.parametrize("json_lines", [True, False])
def test_no_words_of_anybody_come_through(json_lines: bool, capsys: pytest.CaptureFixture[str]):
    logs.set_up("DEBUG", json_lines=json_lines)
    ours, theirs = logging.getLogger("bot.somewhere"), logging.getLogger("some_library")

    ours.info("sent %s", MARKER, extra={"action": "sent", "room": MARKER})
    ours.error(ValueError(MARKER))
    theirs.error(f"could not decrypt {MARKER}")
    theirs.warning("%s", MARKER)
    try:
        raise KeyError(MARKER) from ValueError(MARKER)
    except KeyError:
        ours.exception("set-aside", extra={"action": "set-aside", "kind": "Said"})
        theirs.exception(MARKER)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(MARKER, stacklevel=1)

    said = capsys.readouterr().err
    assert MARKER not in said
    assert "set-aside" in said and "KeyError" in said and "sent" in said
    assert len(said.strip().split("\n")) == 7


def test_an_exception_is_told_by_its_kind_and_place(capsys: pytest.CaptureFixture[str]):
    logs.set_up("INFO", json_lines=True)
    from storage.vault import Key

    try:
        Key.read(MARKER)
    except Exception:
        logging.getLogger("bot.x").exception("fell")

    line = json.loads(capsys.readouterr().err)
    assert line["fault"] == "VaultError" and line["part"].startswith("storage.vault:")


FALLS = f"""
import asyncio, gc
from bot.runtime import logs
logs.set_up("INFO", json_lines=False)

class Heavy:
    def __del__(self):
        raise ValueError("{MARKER}")

async def lost():
    raise ValueError("{MARKER}")

async def main():
    asyncio.get_running_loop().create_task(lost())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()

Heavy()
asyncio.run(main())
raise RuntimeError("{MARKER}")
"""


def test_a_process_that_falls_does_not_print_what_it_was_about():
    fallen = subprocess.run(
        [sys.executable, "-c", FALLS],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert fallen.returncode == 1
    assert MARKER not in fallen.stderr + fallen.stdout
    assert "fell" in fallen.stderr and "RuntimeError" in fallen.stderr
    assert "ValueError" in fallen.stderr

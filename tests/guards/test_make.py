"""The recipes say what is wrong, and keep their word."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.parts import get
from tests.parts.missing import missing

ROOT = Path(__file__).resolve().parents[2]


def test_a_machine_without_python_is_told_so_in_a_sentence(tmp_path: Path):
    make = shutil.which("make")
    if make is None:
        pytest.skip("no make here")
    for name in ("Makefile", "pyproject.toml", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("sh", "test", "echo"):
        (bare / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
    said = subprocess.run(
        [make, "setup", f"SHELL={bare / 'sh'}"],
        cwd=tmp_path,
        env={"PATH": str(bare)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode != 0
    assert "peerbot needs Python 3.11 or newer" in said.stdout


def test_make_knows_every_recipe_that_people_are_told_of():
    make = shutil.which("make")
    if make is None:
        pytest.skip("no make here")
    for recipe in ("setup", "demo", "test", "check", "bench", "parts", "lock", "clean"):
        env = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
        subprocess.run([make, "-n", recipe], cwd=ROOT, env=env, check=True, capture_output=True)


def test_a_newcomer_who_tries_the_demo_need_not_wait_for_tools(tmp_path: Path):
    make = shutil.which("make")
    if make is None:
        pytest.skip("no make here")
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)

    def would_install() -> str:
        env = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
        asked = [make, "-n", "demo"]
        return subprocess.run(
            asked, cwd=tmp_path, env=env, check=True, capture_output=True, text=True
        ).stdout

    assert "requirements.lock" in would_install()
    assert "requirements-dev.lock" not in would_install()
    (tmp_path / ".venv").mkdir()
    for there in (".made", ".ready"):
        (tmp_path / ".venv" / there).touch()
    assert "requirements" not in would_install()


def test_a_missing_part_is_a_failure_under_ci(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="a harp"):
        missing("a harp", "buy one")


def test_a_missing_part_is_loud_but_no_failure_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    def no_harp() -> None:
        raise get.CannotBeHad("buy one")

    monkeypatch.setattr(get, "PARTS", tmp_path)
    lock = tmp_path / "harp.lock"
    lock.write_text("harp==1")
    assert not get._fetch_once("a harp", lock, no_harp)
    assert "!! NO A HARP: buy one" in capsys.readouterr().err


def test_a_machine_without_a_browser_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(get, "chromium_program", lambda: None)
    assert not get._look_for_chromium()
    assert "!! NO CHROMIUM: Install " in capsys.readouterr().err


def test_a_part_is_fetched_once_and_again_when_its_lock_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    fetched: list[str] = []
    monkeypatch.setattr(get, "PARTS", tmp_path)
    lock = tmp_path / "harp.lock"
    for content in ("harp==1", "harp==1", "harp==2"):
        lock.write_text(content)
        assert get._fetch_once("harp", lock, lambda: fetched.append(lock.read_text()))
    assert fetched == ["harp==1", "harp==2"]

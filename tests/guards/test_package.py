"""What an administrator installs is complete: texts, presets and migrations go along."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "handlers", "storage")
DATA = (".ftl", ".toml", ".mako", ".typed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The package, built as `pip install` would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"import hatchling.build as h; h.build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("peerbot-*.whl")
    return zipfile.ZipFile(built)


def test_every_module_text_preset_and_migration_is_in_the_package(wheel: zipfile.ZipFile):
    inside = set(wheel.namelist())
    for package in PACKAGES:
        for folder, _, names in os.walk(ROOT / package):
            for name in names:
                path = (Path(folder) / name).relative_to(ROOT)
                if path.suffix in (".py", *DATA):
                    assert str(path) in inside, path


def test_nothing_else_is_in_the_package(wheel: zipfile.ZipFile):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert tops == {*PACKAGES, f"peerbot-{version}.dist-info"}


def test_the_package_brings_the_command_and_the_licence(wheel: zipfile.ZipFile):
    described = {name.split("/", 1)[1]: name for name in wheel.namelist() if "dist-info/" in name}
    assert b"peerbot = bot.cli:main" in wheel.read(described["entry_points.txt"])
    assert b"GNU AFFERO GENERAL PUBLIC LICENSE" in wheel.read(described["licenses/LICENSE"])

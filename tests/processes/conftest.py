"""Real processes of the installed command, each with a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Peerbot = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration without any platform: enough for everything but talking."""
    path = tmp_path / "config.toml"
    path.write_text('[service]\nlanguage = "en"\n\n[coordinators]\npeople = ["matrix:@gry:a.b"]\n')
    return path


@pytest.fixture
def peerbot(config: Path) -> Peerbot:
    """Run one command to its end."""

    def run(command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bot", command, "--config", str(config)],
            cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip

    return run

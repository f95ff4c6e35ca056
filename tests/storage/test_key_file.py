"""The key file: for its owner alone, whole or not at all, and told plainly when it is wrong."""

import base64
import stat
from pathlib import Path

import pytest

from storage.vault import Key, VaultError, read_key_file, write_key_file


def test_a_key_file_is_for_its_owner_alone_and_read_again(tmp_path: Path, key: Key):
    path = tmp_path / "deep" / "peerbot.key"

    write_key_file(path, key.rotated())

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(read_key_file(path).sealing) == 2
    assert [file.name for file in path.parent.iterdir()] == ["peerbot.key"]


def test_a_key_file_is_replaced_whole(tmp_path: Path, key: Key):
    path = tmp_path / "peerbot.key"
    write_key_file(path, key)
    (tmp_path / "peerbot.key.part").write_text("left by a process that died")

    write_key_file(path, key.rotated())

    assert read_key_file(path) == Key.read(path.read_text())
    assert read_key_file(path).current == 2


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o666])
def test_a_key_file_others_can_read_is_refused_with_the_remedy(tmp_path: Path, key: Key, mode: int):
    path = tmp_path / "peerbot.key"
    write_key_file(path, key)
    path.chmod(mode)

    with pytest.raises(VaultError, match=f"chmod 600 {path}"):
        read_key_file(path)


def test_a_key_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(VaultError, match=r"peerbot\.key cannot be read"):
        read_key_file(tmp_path / "peerbot.key")


def test_a_key_file_of_anything_else_is_told_and_not_quoted(tmp_path: Path):
    path = tmp_path / "peerbot.key"
    path.write_bytes("hemmelig æøå".encode("latin-1"))
    path.chmod(0o600)

    with pytest.raises(VaultError) as told:
        read_key_file(path)
    assert "hemmelig" not in str(told.value)


SHORT = base64.b64encode(b"short").decode()
LONG = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "peerbot-key-1",
        f"peerbot-key-1 {LONG}",
        f"peerbot-key-1 {LONG} 1:{SHORT}",
        f"peerbot-key-1 {SHORT} 1:{LONG}",
        f"peerbot-key-1 {LONG} one:{LONG}",
        f"peerbot-key-1 {LONG} 0:{LONG}",
        f"peerbot-key-1 {LONG} -1:{LONG} 1:{LONG}",
        f"peerbot-key-1 {LONG} 256:{LONG}",
        f"peerbot-key-1 {LONG} {LONG}",
        f"peerbot-key-1 {LONG} 1:{LONG[:-1]}",
        f"peerbot-key-2 {LONG} 1:{LONG}",
        f"{LONG} 1:{LONG}",
    ],
)
def test_a_malformed_key_is_refused(text: str):
    with pytest.raises(VaultError, match="not in the form that peerbot writes"):
        Key.read(text)

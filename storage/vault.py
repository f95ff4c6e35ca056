"""The vault: seals what names a person, and finds it again without knowing it.

A sealed value is `format (1 byte) | key number (1) | nonce (12) | AES-256-GCM ciphertext`, bound to
its table, column and row: moved elsewhere it does not open. A blind index is HMAC-SHA-256 under a
key of its own, per purpose, so that two tables cannot be joined by it.
"""

import base64
import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
NONCE_BYTES = 12  # NIST SP 800-38D: 96 random bits, safe for 2**32 seals under one key
KEY_BYTES = 32
_PREFIX = "peerbot-key-1"


class VaultError(Exception):
    """The key is missing, malformed or not the one a value was sealed with; says what mends it."""


@dataclass(frozen=True, slots=True)
class Key:
    """The whole secret: one index key for ever, and numbered sealing keys, the last one current."""

    index: bytes = field(repr=False)
    sealing: Mapping[int, bytes] = field(repr=False)

    @property
    def current(self) -> int:
        """The number of the key that new values are sealed with: the highest."""
        return max(self.sealing)

    @classmethod
    def new(cls) -> "Key":
        """A fresh one."""
        return cls(secrets.token_bytes(KEY_BYTES), {1: secrets.token_bytes(KEY_BYTES)})

    def rotated(self) -> "Key":
        """The same with one more sealing key, which becomes the current one."""
        if self.current == 255:
            raise VaultError("255 sealing keys are in use; drop the old ones first")
        fresh = {self.current + 1: secrets.token_bytes(KEY_BYTES)}
        return Key(self.index, {**self.sealing, **fresh})

    def only_current(self) -> "Key":
        """The same without the sealing keys that nothing is sealed with any more."""
        return Key(self.index, {self.current: self.sealing[self.current]})

    def written(self) -> str:
        """One line of text, for a file or an environment variable."""
        keys = " ".join(f"{n}:{_b64(key)}" for n, key in sorted(self.sealing.items()))
        return f"{_PREFIX} {_b64(self.index)} {keys}\n"

    @classmethod
    def read(cls, text: str) -> "Key":
        """The key that `written` wrote. Raises VaultError."""
        try:
            prefix, index, *numbered = text.split()
            pairs = (item.split(":", 1) for item in numbered)
            sealing = {int(number): base64.b64decode(key, validate=True) for number, key in pairs}
            key = cls(base64.b64decode(index, validate=True), sealing)
        except ValueError as error:
            raise VaultError("the key is not in the form that peerbot writes") from error
        lengths = {len(key.index), *map(len, key.sealing.values())}
        numbers_fit = bool(sealing) and all(1 <= number <= 255 for number in sealing)
        if prefix != _PREFIX or lengths != {KEY_BYTES} or not numbers_fit:
            raise VaultError("the key is not in the form that peerbot writes")
        return key


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def read_key_file(path: Path) -> Key:
    """The key in `path`. Raises VaultError when it cannot be read or others could read it too."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise VaultError(f"the key file {path} cannot be read") from error
    if mode & 0o077:
        raise VaultError(f"the key file {path} can be read by others; run: chmod 600 {path}")
    return Key.read(text)


def write_key_file(path: Path, key: Key) -> None:
    """Write `key`, readable by its owner alone and whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.written())
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class Vault:
    """Seals, opens and indexes with one `Key`."""

    def __init__(self, key: Key) -> None:
        self._index = key.index
        self._ciphers = {number: AESGCM(secret) for number, secret in key.sealing.items()}
        self._current = key.current

    def seal(self, column: str, row: str, text: str) -> bytes:
        """`text`, so that only this vault can read it, and only at this row of `table.column`."""
        nonce = os.urandom(NONCE_BYTES)
        bound = f"{column}:{row}".encode()
        cipher = self._ciphers[self._current]
        sealed = cipher.encrypt(nonce, text.encode("utf-8", "surrogatepass"), bound)
        return bytes((FORMAT, self._current)) + nonce + sealed

    def unseal(self, column: str, row: str, sealed: bytes) -> str:
        """What was sealed at this row. Raises VaultError if moved, damaged, or the key is gone."""
        is_ours = len(sealed) > 2 + NONCE_BYTES and sealed[0] == FORMAT
        cipher = self._ciphers.get(sealed[1]) if is_ours else None
        if cipher is None:
            raise VaultError(f"no key for a value in {column}; is this the right key file?")
        start = 2 + NONCE_BYTES
        try:
            text = cipher.decrypt(sealed[2:start], sealed[start:], f"{column}:{row}".encode())
        except InvalidTag as error:
            raise VaultError(f"a value in {column} does not open with this key") from error
        return text.decode("utf-8", "surrogatepass")

    def is_stale(self, sealed: bytes) -> bool:
        """Whether it was sealed with an earlier key than the current one."""
        return sealed[1] != self._current

    def index(self, purpose: str, value: str) -> str:
        """A keyed hash of `value`, the same each time for one purpose: 26 letters of base 32."""
        digest = hmac.digest(
            self._index, f"{purpose}\0{value}".encode("utf-8", "surrogatepass"), "sha256"
        )
        return _base32hex(digest[:16])


def _base32hex(raw: bytes) -> str:
    return base64.b32hexencode(raw).decode().rstrip("=").lower()

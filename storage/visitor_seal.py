"""Seals what a visitor is shown so that their own browser's secret opens it, and nothing of ours does.

The cookie's secret makes a private X25519 key (RFC 7748) by HKDF (RFC 5869); only its public half is
kept. A sealed value is `format (1 byte) | ephemeral public key (32) | AES-256-GCM ciphertext`: each
has a key of its own, so the nonce may be constant. It is bound to its place in the table.
"""

import base64
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = 1
SECRET_BYTES = 32
_NONCE = bytes(12)
_PUBLIC_BYTES = 32


class NotOpened(Exception):
    """This secret does not open what was sealed, or it was moved or damaged."""


def new_secret() -> str:
    """A fresh secret for a cookie: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(SECRET_BYTES)


class VisitKey:
    """What one cookie's secret opens. Kept in memory while the visitor is connected, nowhere else."""

    def __init__(self, secret: str) -> None:
        self._private = X25519PrivateKey.from_private_bytes(_derived(secret.encode(), b"visit"))

    @property
    def seal_to(self) -> str:
        """The public half, in base64: with it things are sealed, and nothing is opened."""
        return base64.b64encode(self._private.public_key().public_bytes_raw()).decode()

    def opened(self, bound: str, sealed: bytes) -> bytes:
        """What was sealed to us at this place. Raises NotOpened."""
        start = 1 + _PUBLIC_BYTES
        if len(sealed) <= start or sealed[0] != FORMAT:
            raise NotOpened
        theirs = X25519PublicKey.from_public_bytes(sealed[1:start])
        own = self._private.public_key().public_bytes_raw()
        try:
            key = _derived(self._private.exchange(theirs), sealed[1:start] + own)
            return AESGCM(key).decrypt(_NONCE, sealed[start:], bound.encode())
        except (
            InvalidTag,
            ValueError,
        ):  # the latter: a damaged public key with which nothing is shared
            raise NotOpened from None


def sealed_to(seal_to: str, bound: str, data: bytes) -> bytes:
    """`data`, to be opened by the `VisitKey` with this public half, at this place alone."""
    theirs = _public(seal_to)
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    key = _derived(once.exchange(theirs), public + theirs.public_bytes_raw())
    return bytes((FORMAT,)) + public + AESGCM(key).encrypt(_NONCE, data, bound.encode())


@lru_cache(maxsize=4096)
def _public(seal_to: str) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(base64.b64decode(seal_to))


def _derived(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"peerbot what a visitor is shown").derive(secret)

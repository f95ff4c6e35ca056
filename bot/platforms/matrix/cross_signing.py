"""The bot's own identity, so that strict clients show no warning and give it their keys.

nio has no cross-signing. Three Ed25519 seeds are kept in Memory; the public keys are uploaded once
and sign our device. Nothing is replaced: another identity on the account is told, never overwritten
unless `setup` is asked to.
"""

import base64
import json
import secrets
from enum import StrEnum
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nio.api import Api

from bot.platforms.matrix.wire import Json, Refused, Wire
from bot.platforms.platform import Memory

_KEPT = "matrix/cross-signing"
_NAMES = ("master", "self_signing", "user_signing")


class Identity(StrEnum):
    """How it stands with our identity."""

    OURS = "ours"  # it is ours and has signed this device
    STRANGE = "strange"  # the account has an identity that was not made by us
    LOCKED = "locked"  # the server wants the password to accept one


def _public(seed: bytes) -> str:
    return _text(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def _signature(seed: bytes, signed: Json) -> str:
    bare = {k: v for k, v in signed.items() if k not in ("signatures", "unsigned")}
    text = Api.to_canonical_json(bare).encode()
    return _text(Ed25519PrivateKey.from_private_bytes(seed).sign(text))


async def _seeds(memory: Memory) -> dict[str, bytes]:
    kept = await memory.recall(_KEPT)
    if kept:
        return {name: bytes.fromhex(seed) for name, seed in json.loads(kept).items()}
    seeds = {name: secrets.token_bytes(32) for name in _NAMES}
    # Kept before the upload: public keys whose seeds are lost would lock us out of our identity.
    await memory.keep(_KEPT, json.dumps({name: seed.hex() for name, seed in seeds.items()}))
    return seeds


async def cross_sign(
    wire: Wire, olm: Any, memory: Memory, password: str | None, *, replace: bool = False
) -> Identity:
    """Make sure our identity is published and has signed this device; a second run changes nothing.

    `replace` puts ours in the place of a strange one (needs the password). Raises Refused,
    Unreachable.
    """
    user, device = olm.user_id, olm.device_id
    seeds = await _seeds(memory)
    public = {name: _public(seed) for name, seed in seeds.items()}
    known = await wire.call("POST", "keys", "query", body={"device_keys": {user: []}})
    there = ((known.get("master_keys") or {}).get(user) or {}).get("keys") or {}
    if f"ed25519:{public['master']}" not in there:
        if there and not replace:
            return Identity.STRANGE
        if not await _publish(wire, olm, seeds, public, password):
            return Identity.LOCKED
    keys = dict(known["device_keys"][user][device])
    keys.pop("unsigned", None)
    signer = f"ed25519:{public['self_signing']}"
    if signer not in (keys.get("signatures") or {}).get(user, {}):
        keys["signatures"] = {user: {signer: _signature(seeds["self_signing"], keys)}}
        await wire.call("POST", "keys", "signatures", "upload", body={user: {device: keys}})
    return Identity.OURS


async def _publish(
    wire: Wire, olm: Any, seeds: dict[str, bytes], public: dict[str, str], password: str | None
) -> bool:
    """Upload the three public keys; False when the server wants a password we do not have."""
    user = olm.user_id
    body: Json = {}
    for name in _NAMES:
        key: Json = {
            "user_id": user,
            "usage": [name],
            "keys": {f"ed25519:{public[name]}": public[name]},
        }
        if name == "master":
            key["signatures"] = {user: {f"ed25519:{olm.device_id}": olm.sign_json(dict(key))}}
        else:
            signer = f"ed25519:{public['master']}"
            key["signatures"] = {user: {signer: _signature(seeds["master"], key)}}
        body[f"{name}_key"] = key
    path = ("keys", "device_signing", "upload")
    try:
        await wire.call("POST", *path, body=body)
    except Refused as refused:
        if refused.status != 401 or "session" not in refused.body:
            raise
        if password is None:
            return False
        proof = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            "session": refused.body["session"],
        }
        await wire.call("POST", *path, body={**body, "auth": proof})
    return True

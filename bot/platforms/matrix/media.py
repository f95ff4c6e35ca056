"""Files: fetched and put, encrypted where the room is."""

import asyncio
import base64
import json

from nio.crypto import decrypt_attachment, encrypt_attachment

from bot.platforms.matrix.wire import Json, Refused, Unreachable, Wire
from bot.platforms.platform import FileRefused, OutgoingFile

_SURELY_TAKEN = 256 * 1024  # bytes; no server asked for less in years


async def put(wire: Wire, file: OutgoingFile, *, encrypted: bool) -> Json:
    """Upload a file without its name; returns the content keys that say where it is.

    Raises Refused, Unreachable.
    """
    # Asked before, as a server that finds it too large in the middle only hangs up.
    if len(file.data) > _SURELY_TAKEN and len(file.data) > await wire.largest_upload():
        raise Refused(413, "M_TOO_LARGE", None, {})
    if not encrypted:
        return {"url": await wire.upload(file.data, file.mime)}
    locked, secret = await asyncio.to_thread(encrypt_attachment, file.data)
    mxc = await wire.upload(locked, "application/octet-stream")
    return {"file": {**secret, "url": mxc}}


async def fetch(wire: Wire, handle: str, limit: int) -> bytes:
    """The bytes behind a handle, at most `limit`. Raises FileRefused."""
    try:
        known = json.loads(handle)
        server, _, media = str(known["mxc"]).removeprefix("mxc://").partition("/")
        raw = await _download(wire, server, media, limit)
        if raw is None:
            raise FileRefused("too large")
        if "key" not in known:
            return raw
        key, digest, iv = (_padded(known[name]) for name in ("key", "sha256", "iv"))
        return bytes(await asyncio.to_thread(decrypt_attachment, raw, key, digest, iv))
    except (Refused, Unreachable):
        raise FileRefused("gone or out of reach") from None
    except FileRefused:
        raise
    except Exception:  # a handle comes from a stranger's event: any defect in it is a refusal
        raise FileRefused("broken") from None


async def _download(wire: Wire, server: str, media: str, limit: int) -> bytes | None:
    try:
        return await wire.download(
            "media", "download", server, media, prefix="/_matrix/client/v1", limit=limit
        )
    except Refused as refused:
        if refused.code != "M_UNRECOGNIZED":
            raise
    # A homeserver from before Matrix 1.11 knows only the old address.
    return await wire.download("download", server, media, prefix="/_matrix/media/v3", limit=limit)


def _padded(text: str) -> str:
    """Standard base64 of what may be URL-safe and unpadded (a JSON web key is)."""
    raw = base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "==")
    return base64.b64encode(raw).decode()

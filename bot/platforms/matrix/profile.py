"""The name and picture the bot shows.

Set only when they differ, because each change is told to every room.
"""

import asyncio
import hashlib
import mimetypes
from pathlib import Path

from bot.platforms.matrix.wire import Json, Refused, Wire
from bot.platforms.platform import Memory

_KEPT = "matrix/avatar"  # "<sha256 of the file> <mxc>"


async def show(wire: Wire, memory: Memory, own: str, name: str | None, avatar: Path | None) -> None:
    """Make the profile as configured. Raises Refused, Unreachable, OSError."""
    if name is None and avatar is None:
        return
    now = await _profile(wire, own)
    if name is not None and now.get("displayname") != name:
        await wire.call("PUT", "profile", own, "displayname", body={"displayname": name})
    if avatar is not None:
        data = await asyncio.to_thread(avatar.read_bytes)
        digest = hashlib.sha256(data).hexdigest()
        kept_digest, _, kept_mxc = (await memory.recall(_KEPT) or "").partition(" ")
        if kept_digest == digest and now.get("avatar_url") == kept_mxc:
            return
        mxc = await wire.upload(data, mimetypes.guess_type(avatar.name)[0] or "image/png")
        await wire.call("PUT", "profile", own, "avatar_url", body={"avatar_url": mxc})
        await memory.keep(_KEPT, f"{digest} {mxc}")


async def _profile(wire: Wire, own: str) -> Json:
    try:
        return await wire.call("GET", "profile", own)
    except Refused as refused:
        if refused.status == 404:
            return {}
        raise

"""Files on our page: brought by a visitor, fetched by the relay, shown to a visitor."""

import asyncio
import mimetypes
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import ValidationError

from bot.messages import IncomingFile
from bot.platforms.platform import FileRefused
from bot.platforms.web import frames
from bot.platforms.web.entering import Entrance
from bot.platforms.web.guarding import Limits, whence
from bot.platforms.web.hall import Hall
from bot.platforms.web.speaking import Speaking, VisitOver
from storage import shown, uploads
from storage.database import is_trouble
from storage.visitor_seal import NotOpened, VisitKey
from storage.visits import Visit

AT_ONCE = 12  # files in memory on their way in or out; each may have megabytes
NAME_LONGEST = 120  # letters; the relay makes a name of its own anyway
_NONCE = bytes(12)  # each upload has a key of its own
_SHOWN_IN_PLACE = ("image/png", "image/jpeg", "image/webp", "image/gif")


class Files:
    """Takes files in and gives them out."""

    def __init__(self, hall: Hall, entrance: Entrance, speaking: Speaking, limits: Limits) -> None:
        self._hall = hall
        self._entrance = entrance
        self._speaking = speaking
        self._limits = limits
        self._on_their_way = 0

    async def bring(self, request: web.Request) -> web.Response:
        """A visitor sends a file, as a message of theirs."""
        known = await self._entrance.visit(request)
        if known is None:
            raise web.HTTPNotFound
        visit, _ = known
        try:
            does = frames.Say(do="say", id=request.query.get("id", ""), text="")
        except ValidationError:
            raise web.HTTPBadRequest from None
        there = whence(request, self._hall.page)
        if wait := max(
            self._limits.files.wait(visit.account), self._limits.files_there.wait(there)
        ):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(wait)})
        with self._one_more():
            return await self._take_in(request, visit, does)

    async def _take_in(self, request: web.Request, visit: Visit, does: frames.Say) -> web.Response:
        data = await self._body(request)
        handle = await self._put_by(data)
        file = IncomingFile(
            handle=handle,
            name=request.query.get("name", "")[:NAME_LONGEST],
            mime=_kind(request),
            size=len(data),
        )
        language = "en" if request.query.get("language") == "en" else "da"
        try:
            seq = await self._speaking.take(visit, does, language, file, data)
        except VisitOver:
            raise web.HTTPNotFound from None
        except Exception as fault:
            if not is_trouble(fault):
                raise
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "5"}) from None
        return web.json_response({"is": "ack", "id": does.id, "seq": seq})

    async def show(self, request: web.Request) -> web.StreamResponse:
        """A file of a message this visit was shown."""
        with self._one_more():
            answer = await self._found(request)
            # Sent from here, so that it counts for as long as it is in memory.
            await answer.prepare(request)
            await answer.write_eof()
            return answer

    @contextmanager
    def _one_more(self) -> Iterator[None]:
        if self._on_their_way >= AT_ONCE:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "3"})
        self._on_their_way += 1
        try:
            yield
        finally:
            self._on_their_way -= 1

    async def _found(self, request: web.Request) -> web.Response:
        known = await self._entrance.visit(request)
        if known is None:
            raise web.HTTPNotFound
        visit, secret = known
        try:
            found = await self._hall.database.read(
                shown.file, visit.id, VisitKey(secret), request.match_info["message"]
            )
        except NotOpened:
            found = None
        if found is None:
            raise web.HTTPNotFound
        content, data = found
        about = content.get("file") or {}
        mime = str(about.get("mime", ""))
        in_place = mime in _SHOWN_IN_PLACE
        name = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_"
                       for c in str(about.get("name", "file")))  # fmt: skip
        how = "inline" if in_place else "attachment"
        return web.Response(
            body=data,
            content_type=mime if in_place else "application/octet-stream",
            headers={"Content-Disposition": f'{how}; filename="{name}"'},
        )

    async def fetch(self, handle: str, limit: int) -> bytes:
        """What a handle stands for, at most `limit` bytes. Raises FileRefused."""
        id, _, key = handle.partition(".")
        try:
            sealed = await self._hall.database.read(uploads.get, id)
            if sealed is None:
                raise FileRefused
            data = AESGCM(bytes.fromhex(key)).decrypt(_NONCE, sealed, id.encode())
        except (InvalidTag, ValueError):
            raise FileRefused from None
        if len(data) > limit:
            raise FileRefused
        return data

    async def _body(self, request: web.Request) -> bytes:
        limit = self._hall.page.file_limit
        if (request.content_length or 0) > limit:
            raise web.HTTPRequestEntityTooLarge(limit, request.content_length or 0)
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._hall.patience.arrive):
                async for part in request.content.iter_chunked(64 * 1024):
                    size += len(part)
                    if size > limit:
                        raise web.HTTPRequestEntityTooLarge(limit, size)
                    parts.append(part)
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        return b"".join(parts)

    async def _put_by(self, data: bytes) -> str:
        """Put a file by for the relay; its handle, which alone opens it."""
        id, key = secrets.token_hex(13), secrets.token_bytes(32)
        sealed = AESGCM(key).encrypt(_NONCE, data, id.encode())
        try:
            await self._hall.database.run(uploads.keep, id, sealed, self._hall.now())
        except Exception as fault:
            if not is_trouble(fault):
                raise
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "5"}) from None
        return f"{id}.{key.hex()}"


def _kind(request: web.Request) -> str:
    said = request.content_type
    if said and said != "application/octet-stream":
        return said[:100]
    return mimetypes.guess_type(request.query.get("name", ""))[0] or "application/octet-stream"

"""Requests to the homeserver: one attempt each, and every failure told by kind.

Whether and when to try again is never decided here: the courier does it for letters and the stream
for itself, so that order is kept and nothing spins.
"""

import asyncio
import io
import json
import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
from yarl import URL

Json = dict[str, Any]

CLIENT = "/_matrix/client/v3"
TIMEOUT = 30.0  # seconds; joins over federation ask for more


class Refused(Exception):
    """The homeserver said no. `code` is its errcode; carries no room and no person."""

    def __init__(self, status: int, code: str, after: float | None, body: Json) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.after = after  # seconds to wait, when limited
        self.body = body

    @property
    def limited(self) -> bool:
        """It is only too early (429)."""
        return self.status == 429 or self.code == "M_LIMIT_EXCEEDED"

    @property
    def logged_out(self) -> bool:
        """The access token is no longer valid."""
        return self.code in {"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"}


class Unreachable(Exception):
    """No usable answer: connection lost, time out, server error, not JSON. `why` is one word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Wire:
    """One account's connection to its homeserver."""

    def __init__(self, homeserver: str) -> None:
        self._homeserver = homeserver.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self.token: str | None = None
        self._largest_upload: int | None = None

    async def call(
        self,
        method: str,
        *path: str,
        body: Mapping[str, Any] | None = None,
        query: Mapping[str, str] | None = None,
        timeout: float = TIMEOUT,  # noqa: ASYNC109 - aiohttp's own, which also covers reading
        prefix: str = CLIENT,
    ) -> Json:
        """Make one request; path segments are escaped here. Raises Refused, Unreachable."""
        answer = await self._request(method, path, body, query, timeout, prefix)
        if not isinstance(answer, dict):
            raise Unreachable("garbage")
        return answer

    async def call_list(self, method: str, *path: str) -> list[Any]:
        """As `call`, where the answer is a list. Raises Refused, Unreachable."""
        answer = await self._request(method, path, None, None, TIMEOUT, CLIENT)
        if not isinstance(answer, list):
            raise Unreachable("garbage")
        return answer

    async def _request(
        self,
        method: str,
        path: tuple[str, ...],
        body: Mapping[str, Any] | None,
        query: Mapping[str, str] | None,
        timeout: float,  # noqa: ASYNC109 - as in `call`
        prefix: str,
    ) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        try:
            async with self._open().request(
                method,
                self._url(prefix, path, query),
                data=data,
                headers={**self._authority(), "Content-Type": "application/json"},
                timeout=aiohttp.ClientTimeout(total=timeout),
            ) as response:
                return _answer(response.status, await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable("connection") from error

    async def upload(self, data: bytes, mime: str) -> str:
        """Upload bytes, named nothing; returns the mxc address. Raises Refused, Unreachable."""
        try:
            async with self._open().post(
                self._url("/_matrix/media/v3", ("upload",), None),
                data=io.BytesIO(data),  # large bytes as they are would hold up everything else
                headers={**self._authority(), "Content-Type": mime},
                timeout=aiohttp.ClientTimeout(total=120),
            ) as response:
                return str(_answer(response.status, await response.read())["content_uri"])
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable("connection") from error

    async def largest_upload(self) -> int:
        """How many bytes the homeserver takes at once, as it says itself. Raises Refused, Unreachable."""
        if self._largest_upload is None:
            said: Json = {}
            for prefix in ("/_matrix/client/v1/media", "/_matrix/media/v3"):
                try:
                    said = await self.call("GET", "config", prefix=prefix)
                    break
                except Refused as refused:
                    if refused.limited or refused.logged_out:
                        raise
            most = said.get("m.upload.size")
            self._largest_upload = most if isinstance(most, int) else sys.maxsize
        return self._largest_upload

    async def download(self, *path: str, prefix: str, limit: int) -> bytes | None:
        """At most `limit` bytes; None when there are more. Raises Refused, Unreachable."""
        try:
            async with self._open().get(
                self._url(prefix, path, None),
                headers=self._authority(),
                timeout=aiohttp.ClientTimeout(total=120),
            ) as response:
                if response.status != 200:
                    _answer(response.status, await response.read())
                    raise Unreachable(str(response.status))
                kept = bytearray()
                async for chunk in response.content.iter_chunked(64 * 1024):
                    kept += chunk
                    if len(kept) > limit:
                        return None
                return bytes(kept)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable("connection") from error

    async def close(self) -> None:
        """Let go of the connection. Safe to call twice."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()
            await asyncio.sleep(0)  # lets the transports finish closing

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    def _authority(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def _url(self, prefix: str, path: tuple[str, ...], query: Mapping[str, str] | None) -> URL:
        tail = "/".join(quote(part, safe="", errors="replace") for part in path)
        asked = f"?{urlencode(query)}" if query else ""
        return URL(f"{self._homeserver}{prefix}/{tail}{asked}", encoded=True)


def _answer(status: int, raw: bytes) -> Any:
    """The JSON of an answer. Anything that is not a Matrix answer is as good as none."""
    try:
        body = json.loads(raw)
    except ValueError:
        body = None
    if 200 <= status < 300 and body is not None:
        return body
    if not isinstance(body, dict):
        raise Unreachable(str(status) if status >= 400 else "garbage")
    code = str(body.get("errcode", "M_UNKNOWN"))
    after = body.get("retry_after_ms")
    refused = Refused(status, code, after / 1000 if isinstance(after, int | float) else None, body)
    if status >= 500 and not refused.limited:
        raise Unreachable(str(status))
    raise refused

"""One connection to the page's server: how long it may sit there, and what it is told if it is no HTTP."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Patience:
    """For how many seconds we wait for somebody at the other end of a line."""

    speak: float = 10.0  # the head of a request
    body: float = 15.0  # a small body
    arrive: float = 120.0  # a file, over a weak line
    answer: float = 300.0  # a whole exchange but for the socket: who reads no answer is let go
    hello: float = 10.0  # the first frame
    show: float = 20.0  # one frame; a page that takes longer comes back and asks again
    close: float = 3.0  # the last frame of theirs


class Line(RequestHandler):
    """One connection, closed when what we wait for does not come in time."""

    def __init__(self, attentive: "Attentive", server: web.Server, **more: Any) -> None:
        super().__init__(server, **more)
        self._attentive = attentive
        self._due: asyncio.TimerHandle | None = None
        # aiohttp forgets its own when it asks for a close, which waits for a reader who may never read.
        self._wire: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.Transport)
        self._wire = transport
        super().connection_made(transport)
        if self._attentive.is_full():
            self.abort()
        else:
            self.wait(self._attentive.patience.speak)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Nobody is there any more."""
        self.wait(None)
        self._wire = None
        super().connection_lost(exc)

    def wait(self, seconds: float | None) -> None:
        """Close it after so long from now, unless it is said otherwise until then; None: never."""
        if self._due is not None:
            self._due.cancel()
        loop = asyncio.get_running_loop()
        self._due = None if seconds is None else loop.call_later(seconds, self.abort)

    def abort(self) -> None:
        """Close it now, whatever is still to be sent: its reader may never read."""
        if self._wire is not None:
            self._wire.abort()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """What no handler of ours answers. Nothing of what was sent is logged or said again."""
        if status >= 500:
            log.error("page-fault", exc_info=exc, extra={"action": "page-fault"})
        answer = web.Response(status=status, text=str(status), headers=self._attentive.headers)
        answer.force_close()
        return answer


class Attentive:
    """Makes a server's connections, at most so many at once."""

    def __init__(
        self, server: web.Server, most: int, patience: Patience, headers: Mapping[str, str]
    ) -> None:
        self._server = server
        self._most = most
        self.patience = patience
        self.headers = headers

    def __call__(self) -> Line:
        """A fresh connection."""
        return Line(self, self._server, loop=self._server._loop, **self._server._kwargs)

    def is_full(self) -> bool:
        """Whether there are more than can be served."""
        return len(self._server.connections) > self._most


def line_of(request: web.Request) -> Line | None:
    """The connection a request came on; None in a server of somebody else's making."""
    protocol = request.protocol
    return protocol if isinstance(protocol, Line) else None

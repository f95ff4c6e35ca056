"""The page's server: which address leads where, and what every answer carries."""

import asyncio
import hashlib
import logging

from aiohttp import WSCloseCode, web

from bot.config import Config
from bot.platforms.web import pages
from bot.platforms.web.attention import Attentive, line_of
from bot.platforms.web.connection import Connection
from bot.platforms.web.entering import Entrance
from bot.platforms.web.feeds import Feeds
from bot.platforms.web.files import Files
from bot.platforms.web.frames import FRAME_BYTES
from bot.platforms.web.guarding import (
    SMALL,
    Handler,
    Limits,
    headers_of,
    is_ours,
    origins_of,
    whence,
)
from bot.platforms.web.hall import Hall
from bot.platforms.web.speaking import Speaking
from bot.texts import Catalogue
from storage.database import is_trouble
from storage.visitor_seal import VisitKey

log = logging.getLogger(__name__)

HEARTBEAT = 25.0  # seconds; proxies drop what is silent for a minute
CHANGING = frozenset({"POST"})
PAGES_OF_ONE = 20  # tabs of one visit; more are no person's


class Server:
    """Serves the page under each of `paths` ("/", or several in the demo)."""

    def __init__(
        self,
        hall: Hall,
        config: Config,
        catalogue: Catalogue,
        entrance: Entrance,
        files: Files,
        speaking: Speaking,
        feeds: Feeds,
        limits: Limits,
        *,
        paths: tuple[str, ...],
        demo: bool = False,
    ) -> None:
        self._hall = hall
        self._config = config
        self._catalogue = catalogue
        self._entrance = entrance
        self._files = files
        self._speaking = speaking
        self._feeds = feeds
        self._limits = limits
        self._demo = demo
        self._headers = headers_of(hall.page)
        self._origins = origins_of(hall.page)
        self._static = {name: (*found, _tag(found[0])) for name, found in pages.static().items()}
        self.app = web.Application(middlewares=[self._guarded], client_max_size=SMALL)
        self.app.on_response_prepare.append(self._dressed)
        for path in paths:
            self._routes(path)
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None

    def _routes(self, at: str) -> None:
        routes = self.app.router
        routes.add_get(at, self._page)
        routes.add_get(f"{at}left", self._left)
        routes.add_get(f"{at}embed.js", self._embed)
        routes.add_get(f"{at}static/{{name}}", self._static_file)
        routes.add_post(f"{at}begin", self._entrance.begin)
        routes.add_post(f"{at}enter", self._entrance.enter)
        routes.add_post(f"{at}return", self._entrance.come_back)
        routes.add_post(f"{at}leave", self._entrance.leave)
        routes.add_post(f"{at}files", self._files.bring)
        routes.add_get(f"{at}files/{{message}}", self._files.show)
        routes.add_get(f"{at}calendar/{{key}}.ics", self._feeds.show)
        routes.add_get(f"{at}socket", self._socket)

    async def start(self) -> None:
        """Listen. Raises OSError."""
        host, _, port = self._hall.page.listen.rpartition(":")
        # Nothing is unpacked for anybody: four thousand bytes can be a thousand times as many.
        self._runner = web.AppRunner(
            self.app, access_log=None, handle_signals=False, auto_decompress=False
        )
        await self._runner.setup()
        assert self._runner.server is not None
        most = self._hall.page.most_visitors * 2 + 200
        lines = Attentive(self._runner.server, most, self._hall.patience, self._headers)
        loop = self._runner.server._loop
        self._listening = await loop.create_server(
            lines, host.strip("[]"), int(port), backlog=512, reuse_address=True
        )

    @property
    def port(self) -> int:
        """Where it listens; of use when port 0 was asked for."""
        assert self._listening is not None
        return int(self._listening.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Close every page's connection, and listen no more."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        if self._listening is not None:  # it could not, if something else is there
            self._listening.close()
            self._listening = None
        self._hall.live.over_all()
        await runner.shutdown()
        await runner.cleanup()

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if line := line_of(request):
            line.wait(self._hall.patience.answer)
        try:
            if request.method in CHANGING and not is_ours(request, self._origins):
                raise web.HTTPForbidden
            answer = await handler(request)
        except web.HTTPException as no:
            no.force_close()
            raise
        except Exception as fault:
            # What went wrong may quote what somebody wrote: its kind and place are logged, no more.
            action = "database-trouble" if is_trouble(fault) else "page-fault"
            log.error(action, exc_info=fault, extra={"action": action})
            failed = web.HTTPServiceUnavailable(headers={"Retry-After": "10"})
            failed.force_close()
            raise failed from None
        if not isinstance(answer, web.WebSocketResponse):
            answer.force_close()
        return answer

    async def _dressed(self, request: web.Request, answer: web.StreamResponse) -> None:
        for name, value in self._headers.items():
            answer.headers.setdefault(name, value)
        answer.headers["Server"] = self._headers["Server"]

    async def _page(self, request: web.Request) -> web.Response:
        page = self._hall.page
        text = pages.page(
            self._catalogue, self._config, _language(request, self._config),
            exit_to=page.exit_to, file_limit=page.file_limit, demo=self._demo,
        )  # fmt: skip
        return web.Response(text=text, content_type="text/html")

    async def _left(self, request: web.Request) -> web.Response:
        text = pages.left(self._catalogue, _language(request, self._config))
        return web.Response(text=text, content_type="text/html")

    async def _embed(self, request: web.Request) -> web.Response:
        # Other sites load this one script; nothing in it is anybody's.
        return web.Response(
            text=pages.embed(self._catalogue, self._config.service.language),
            content_type="text/javascript",
            headers={"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "no-cache"},
        )

    async def _static_file(self, request: web.Request) -> web.Response:
        found = self._static.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        data, kind, tag = found
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Type": kind}
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        return web.Response(body=data, headers=headers)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if not is_ours(request, self._origins):
            raise web.HTTPForbidden
        known = await self._entrance.visit(request)
        if known is None:
            raise web.HTTPNotFound
        if wait := self._limits.sockets.wait(whence(request, self._hall.page)):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(wait)})
        if len(self._hall.live) >= self._hall.page.most_visitors:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "30"})
        visit, secret = known
        if self._hall.live.pages_of(visit.id) >= PAGES_OF_ONE:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "30"})
        # Without compression: its memory would be most of what a visitor costs.
        socket = web.WebSocketResponse(
            heartbeat=HEARTBEAT,
            compress=False,
            max_msg_size=FRAME_BYTES,
            timeout=self._hall.patience.close,
        )
        await socket.prepare(request)
        line = line_of(request)
        if line is not None:
            line.wait(None)
        connection = Connection(
            self._hall, self._speaking, self._limits.frames, socket, visit, VisitKey(secret)
        )
        try:
            await connection.run()
        finally:
            if line is not None:
                line.wait(self._hall.patience.close)  # who does not read would never let us close
            await socket.close(code=WSCloseCode.GOING_AWAY)
        return socket


def _language(request: web.Request, config: Config) -> str:
    """The language a page is wanted in: asked for, else the browser's, else the service's."""
    asked = request.query.get("lang", "")
    if asked in ("da", "en"):
        return asked
    wishes = request.headers.get("Accept-Language", "").split(",")
    for wish in wishes:
        tongue = wish.strip()[:2].casefold()
        if tongue in ("da", "en"):
            return tongue
        if tongue in ("nb", "nn", "no", "sv"):
            return "da"  # read more easily than English by most
    return config.service.language if not wishes[0].strip() else "en"


def _tag(data: bytes) -> str:
    return f'"{hashlib.sha256(data).hexdigest()[:16]}"'

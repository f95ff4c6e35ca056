"""The fake as a server on a port of this machine."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import unquote

import discord
from aiohttp import web
from yarl import URL

from tests.parts.discord_server.answers import Refused
from tests.parts.discord_server.events import EVENT_ROUTES
from tests.parts.discord_server.gateway import Gateway
from tests.parts.discord_server.groups import GROUP_ROUTES
from tests.parts.discord_server.interactions import Interactions
from tests.parts.discord_server.limits import Limits
from tests.parts.discord_server.routes import ROUTES, Asking
from tests.parts.discord_server.world import World

TOKEN = "a-token-of-the-tests"


@dataclass(slots=True)
class Fault:
    """The next `times` requests of this sort go wrong."""

    method: str
    path: str  # a pattern
    status: int
    times: int = 1
    code: int = 0
    after: bool = False  # it is done, and only the answer goes wrong


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came: all that Discord was ever told by it."""

    method: str
    path: str  # with its query
    reason: str  # for the server's audit log
    body: Any
    files: list[tuple[str, bytes]]

    @property
    def text(self) -> str:
        """All of it that is text, as one."""
        body = json.dumps(self.body, ensure_ascii=False)
        names = " ".join(name for name, _ in self.files)
        return f"{self.method} {unquote(self.path)} {unquote(self.reason)} {body} {names}"


class DiscordServer:
    """Use as `async with DiscordServer() as server:`."""

    def __init__(self) -> None:
        self.world = World()
        self.gateway = Gateway(self.world, TOKEN)
        self.interactions = Interactions(self.world)
        self.limits = Limits()
        self.faults: list[Fault] = []
        self.latency = 0.0
        self.asked: list[tuple[str, str, Any]] = []  # method, path, body
        self.received: list[Received] = []

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=80 << 20)
        app.router.add_get("/gw", self.gateway.serve)
        app.router.add_get("/gw/", self.gateway.serve)
        app.router.add_get("/cdn/{id}", self._file)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._rest)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        assert site._server is not None
        port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        self.base = self.world.base = f"http://127.0.0.1:{port}"
        self.gateway.url = f"ws://127.0.0.1:{port}/gw"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.drop(1001)
        await self._runner.cleanup()

    def count(self, method: str, path: str) -> int:
        """How many requests of this sort were made; `path` is a pattern."""
        return sum(m == method and bool(re.fullmatch(path, p)) for m, p, _ in self.asked)

    async def until(self, true: Callable[[], object], what: str, within: float = 40.0) -> None:
        """Wait for a condition. Raises AssertionError."""
        deadline = asyncio.get_running_loop().time() + within
        while not true():
            latest = [(method, path) for method, path, _ in self.asked[-8:]]
            assert asyncio.get_running_loop().time() < deadline, f"{what}; lately {latest}"
            await asyncio.sleep(0.01)

    async def _file(self, request: web.Request) -> web.Response:
        data = self.world.files.get(request.match_info["id"])
        return web.Response(body=data) if data is not None else web.Response(status=404)

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.raw_path.removeprefix("/api/v10").partition("?")[0]
        if self.latency:
            await asyncio.sleep(self.latency)
        headers, wait, for_all = self.limits.ask(request.method, path)
        if wait is not None:
            body = {"message": "You are being rate limited.", "retry_after": round(wait, 3),
                    "global": for_all}  # fmt: skip
            return _json(body, 429, headers | {"Retry-After": str(max(1, int(wait)))})
        body, files = await _read(request)
        self.asked.append((request.method, path, body))
        reason = request.headers.get("X-Audit-Log-Reason", "")
        self.received.append(Received(request.method, request.raw_path, reason, body, files))
        try:
            return await self._done(request, path, body, files, headers)
        except Refused as refused:
            return _json(refused.body, refused.status, headers)

    async def _done(
        self, request: web.Request, path: str, body: Any, files: Any, headers: dict[str, str]
    ) -> web.Response:
        fault = self._fault(request.method, path)
        if fault and not fault.after:
            raise Refused(fault.status, fault.code, "fault")
        open_to_all = path.startswith(("/interactions", "/webhooks"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {TOKEN}":
            raise Refused(401, 0, "401: Unauthorized")
        asking = Asking(self.world, self.interactions, body, request.query, files)
        for method, pattern, route in (*ROUTES, *EVENT_ROUTES, *GROUP_ROUTES):
            if method == request.method and (found := re.fullmatch(pattern, path)):
                answer = route(asking, *found.groups())
                if fault:
                    raise Refused(fault.status, fault.code, "fault")
                if answer is None:
                    return web.Response(status=204, headers=headers)
                return _json(answer, 200, headers)
        raise Refused(404, 0, f"no route {request.method} {path}")

    def _fault(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and fault.method == method and re.fullmatch(fault.path, path):
                fault.times -= 1
                return fault
        return None


@contextmanager
def pointed_at(base: str) -> Iterator[None]:
    """discord.py in this process speaks to the fake at `base` instead of to Discord."""
    route, gateway = discord.http.Route, discord.gateway.DiscordWebSocket
    before = (route.BASE, gateway.DEFAULT_GATEWAY)
    route.BASE = f"{base}/api/v10"
    gateway.DEFAULT_GATEWAY = URL(base.replace("http", "ws", 1) + "/gw")
    try:
        yield
    finally:
        route.BASE, gateway.DEFAULT_GATEWAY = before


async def _read(request: web.Request) -> tuple[Any, list[tuple[str, bytes]]]:
    if request.content_type != "multipart/form-data":
        return (await request.json() if request.can_read_body else {}), []
    body: Any = {}
    files: list[tuple[str, bytes]] = []
    async for part in await request.multipart():
        if getattr(part, "name", None) == "payload_json":
            body = json.loads(await part.text())  # type: ignore[union-attr]
        else:
            files.append((part.filename or "", bytes(await part.read())))  # type: ignore[union-attr]
    return body, files


def _json(body: Any, status: int, headers: dict[str, str]) -> web.Response:
    # discord.py compares the type as a whole; a charset after it makes JSON text to it.
    shown = json.dumps(body).encode()
    return web.Response(
        body=shown, status=status, headers={**headers, "Content-Type": "application/json"}
    )

"""Keeps out what has no business here: other sites, floods, and connections that only sit there."""

import asyncio
import ipaddress
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.config import WebConfig
from bot.platforms.web.limits import Limit

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SPEAK_WITHIN = 10.0  # seconds for the head of a request; then the connection is closed
BODY_WITHIN = 15.0  # seconds for a small body
SMALL = 4096  # bytes: begin, enter, return
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(slots=True)
class Limits:
    """How much one visit or address may do. Many people may share an address: a school, a hostel."""

    begins: Limit = field(default_factory=lambda: Limit(60, 5.0))
    sockets: Limit = field(default_factory=lambda: Limit(120, 0.5))
    wrong_keys: Limit = field(default_factory=lambda: Limit(5, 60.0))
    files: Limit = field(default_factory=lambda: Limit(20, 5.0))
    frames: Limit = field(default_factory=lambda: Limit(40, 0.25))


def headers_of(page: WebConfig) -> dict[str, str]:
    """What every answer carries.

    Nothing may be loaded from anywhere else, or shown inside another page than those the
    configuration lists; nothing is left in a cache, or told to where somebody goes from here.
    """
    framed_by = " ".join(("'self'", *page.embed_on))
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors {framed_by}"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Cache-Control": "no-store",
        "Server": "",
    }


def origins_of(page: WebConfig) -> frozenset[str]:
    """Where the page itself is: requests that change something must come from there."""
    parts = urlsplit(page.base)
    own = {f"{parts.scheme}://{parts.netloc}"}
    if parts.hostname in ("localhost", "127.0.0.1", "::1"):
        port = f":{parts.port}" if parts.port else ""
        own |= {f"{parts.scheme}://{host}{port}" for host in _LOOPBACK}
    return frozenset(own)


def is_ours(request: web.Request, origins: frozenset[str]) -> bool:
    """Whether a page of ours sent this, and no other site in somebody's name."""
    return request.headers.get("Origin") in origins


def whence(request: web.Request, page: WebConfig) -> str:
    """The address a request comes from, for counting alone; a whole network for IPv6."""
    said = request.remote or ""
    if page.behind_proxy:
        passed_on = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        said = passed_on or said
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return said[:64]
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class Attentive:
    """Makes a server's protocols, and closes those that do not say what they want in time."""

    def __init__(self, server: web.Server, most: int, within: float = SPEAK_WITHIN) -> None:
        self._server = server
        self._most = most
        self._within = within
        self._silent: dict[int, asyncio.TimerHandle] = {}

    def __call__(self) -> Any:
        """A protocol for a fresh connection."""
        protocol = self._server()
        loop = protocol._loop
        if len(self._server.connections) >= self._most:
            loop.call_soon(self._close, protocol)
        else:
            self._silent[id(protocol)] = loop.call_later(self._within, self._look, protocol)
        return protocol

    def heard(self, request: web.Request) -> None:
        """The head of a request is complete."""
        timer = self._silent.pop(id(request.protocol), None)
        if timer is not None:
            timer.cancel()

    def _look(self, protocol: Any) -> None:
        self._silent.pop(id(protocol), None)
        self._close(protocol)

    def _close(self, protocol: Any) -> None:
        if protocol.transport is not None:
            protocol.transport.abort()

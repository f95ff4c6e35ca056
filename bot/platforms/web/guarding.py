"""Keeps out what has no business here: other sites, and floods."""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web

from bot.config import WebConfig
from bot.platforms.web.limits import Limit

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SMALL = 4096  # bytes: begin, enter, return
_PORT = re.compile(r"^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$")
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(slots=True)
class Limits:
    """How much one visit or address may do. Many people may share an address: a school, a hostel."""

    begins: Limit = field(default_factory=lambda: Limit(60, 5.0))
    sockets: Limit = field(default_factory=lambda: Limit(120, 0.5))
    wrong_keys: Limit = field(default_factory=lambda: Limit(5, 60.0))
    files: Limit = field(default_factory=lambda: Limit(20, 5.0))
    feeds: Limit = field(default_factory=lambda: Limit(120, 1.0))
    files_there: Limit = field(default_factory=lambda: Limit(60, 5.0))  # of one address
    # Never more in half a minute than the core answers, which passes nothing on that is above its own pace.
    frames: Limit = field(default_factory=lambda: Limit(30, 1.0))


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
        # A proxy may add a line of its own below one that was made up: the last word is the proxy's.
        passed_on = ",".join(request.headers.getall("X-Forwarded-For", ()))
        said = passed_on.rpartition(",")[2].strip() or said
    return network_of(said)


def network_of(said: str) -> str:
    """The network an address belongs to, as far as it is one: with a port, in brackets, or bare."""
    bare = _PORT.sub(r"\1\2", said).partition("%")[0]
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return said[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return str(ipaddress.ip_network((address, 64), strict=False))
        address = address.ipv4_mapped  # else everybody with an old address would be one
    return str(address)

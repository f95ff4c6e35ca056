"""Rate limits as Discord tells them: a bucket for each sort of request and channel, and one for all."""

import re
import time
from dataclasses import dataclass, field

# Assumed; Discord forbids to rely on any number.
USUAL = {
    "POST /channels/#/messages": (5, 5.0),
    "PATCH /channels/#/messages/#": (5, 5.0),
    "DELETE /channels/#/messages/#": (5, 1.0),
    "PUT /channels/#/messages/#/reactions/#/@me": (1, 0.25),
    "POST /users/@me/channels": (10, 10.0),
}


@dataclass(slots=True)
class Limits:
    """How much has been asked for lately. No limits unless given."""

    each: dict[str, tuple[int, float]] = field(default_factory=dict)  # requests, seconds
    a_second: int | None = None
    refused: int = 0
    _windows: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def ask(self, method: str, path: str) -> tuple[dict[str, str], float | None, bool]:
        """The headers to answer with, the seconds to wait if it is too much, and whether for all."""
        headers = {"Via": "1.1 loopback"}  # without it discord.py takes a 429 for a ban
        if self.a_second is not None and not path.startswith(("/interactions", "/webhooks")):
            left = self._take(("all", ""), self.a_second, 1.0)
            if left is not None:
                self.refused += 1
                return headers | {"X-RateLimit-Global": "true"}, left, True
        key = f"{method} " + re.sub(
            r"/(\d{5,})", "/#", re.sub(r"/reactions/[^/]+", "/reactions/#", path)
        )
        if key not in self.each:
            return headers, None, False
        most, seconds = self.each[key]
        major = re.match(r"/(?:channels|guilds|webhooks)/([^/]+)", path)
        window = (key, major[1] if major else "")
        left = self._take(window, most, seconds)
        began, count = self._windows[window]
        after = max(0.0, seconds - (time.monotonic() - began))
        headers |= {
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(max(0, int(most - count))),
            "X-RateLimit-Reset": f"{time.time() + after:.3f}",
            "X-RateLimit-Reset-After": f"{after:.3f}",
            "X-RateLimit-Bucket": f"b{abs(hash(key)) % 10**8}",
        }
        if left is not None:
            self.refused += 1
        return headers, left, False

    def _take(self, window: tuple[str, str], most: int, seconds: float) -> float | None:
        now = time.monotonic()
        held = self._windows.setdefault(window, [now, 0])
        if now - held[0] >= seconds:
            held[:] = [now, 0]
        held[1] += 1
        return seconds - (now - held[0]) if held[1] > most else None

"""How fast people write. Kept in memory only, and never a ban: who slows down is answered again."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

AT_MOST = 60  # messages in one window: two a second for half a minute, more than a person types
WINDOW = timedelta(seconds=30)
WARN_AGAIN = timedelta(seconds=10)
PEOPLE_KEPT = 10_000  # more than write within one window; bounds memory


@dataclass(slots=True)
class Pace:
    """Counts messages per person over a sliding window."""

    at_most: int = AT_MOST
    _times: dict[str, deque[datetime]] = field(default_factory=dict)
    _warned: dict[str, datetime] = field(default_factory=dict)

    def too_fast(self, person: str, now: datetime) -> bool:
        """Whether this one message is more than can be answered now. Counts it if not."""
        times = self._times.setdefault(person, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) >= self.at_most:
            return True
        times.append(now)
        if len(self._times) > PEOPLE_KEPT:
            self._forget_idle(now)
        return False

    def may_warn(self, person: str, now: datetime) -> bool:
        """Whether to say so; not for every message of a flood."""
        last = self._warned.get(person)
        if last is not None and now - last < WARN_AGAIN:
            return False
        self._warned[person] = now
        return True

    def _forget_idle(self, now: datetime) -> None:
        idle = [p for p, times in self._times.items() if not times or times[-1] <= now - WINDOW]
        for person in idle:
            del self._times[person]
            self._warned.pop(person, None)

"""How often somebody may do something, by visit or by the address they come from; in memory alone.

Addresses are kept for as long as a bucket takes to fill again, minutes, and written nowhere.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 20_000  # buckets; the fullest, which count for nothing, go first


@dataclass(slots=True)
class Limit:
    """So many at once (`burst`), and one more each `every` seconds after that."""

    burst: int
    every: float
    clock: Callable[[], float] = time.monotonic
    _used: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def wait(self, who: str) -> int:
        """0 and counted, if it may be now; otherwise in how many whole seconds it may be."""
        now = self.clock()
        used = self._now(who, now)
        if used + 1 > self.burst:
            return max(1, round((used + 1 - self.burst) * self.every + 0.5))
        self._used[who] = (used + 1, now)
        self._used.move_to_end(who)
        self._forget(now)
        return 0

    def give_back(self, who: str) -> None:
        """The last one does not count after all."""
        if who in self._used:
            used, at = self._used[who]
            self._used[who] = (max(0.0, used - 1), at)

    def _now(self, who: str, now: float) -> float:
        used, at = self._used.get(who, (0.0, now))
        return max(0.0, used - (now - at) / self.every)

    def _forget(self, now: float) -> None:
        while self._used:
            used, at = next(iter(self._used.values()))
            if len(self._used) <= KEPT and used - (now - at) / self.every > 0:
                return
            self._used.popitem(last=False)

"""How long to wait after something failed: longer each time, never in step with others."""

import random
from dataclasses import dataclass


@dataclass(slots=True)
class Pauses:
    """Growing pauses in seconds: doubled from `first` to `most`, each up to a half shorter."""

    first: float = 1.0
    most: float = 60.0
    failures: int = 0

    def next(self, wish: float | None = None) -> float:
        """The pause after one more failure, at least as long as the server's own `wish`."""
        grown = min(self.most, self.first * 2.0 ** min(self.failures, 16))
        self.failures += 1
        jittered = grown * random.uniform(0.5, 1.0)
        return max(jittered, wish or 0.0)

    def over(self) -> None:
        """It works again."""
        self.failures = 0

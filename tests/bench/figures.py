"""Numbers from many: medians and the slow end."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def summary(values: Sequence[float]) -> dict[str, float]:
    """Milliseconds at the middle and at the slow end, of seconds."""
    return {
        "p50_ms": round(1000 * percentile(values, 0.5), 1),
        "p95_ms": round(1000 * percentile(values, 0.95), 1),
    }


def ratio(ours: float, theirs: float) -> float:
    """How many times `theirs` ours is."""
    return round(ours / theirs, 2) if theirs else 0.0

"""Numbers beside points that lie close together: moved apart as little as can be, in the same order."""

from collections.abc import Sequence


def apart(heights: Sequence[float], gap: float) -> tuple[float, ...]:
    """A height for each, at least `gap` from the next, as near to the given ones as that allows.

    Least squares by pooling neighbours: who would overlap shares the middle of their heights.
    """
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    pools: list[list[float]] = []  # sum and number of what lies together
    for rank, n in enumerate(order):
        pools.append([heights[n] - rank * gap, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            upper = pools.pop()
            pools[-1] = [pools[-1][0] + upper[0], pools[-1][1] + upper[1]]
    level = [total / size for total, size in pools for _ in range(int(size))]
    found = [0.0] * len(heights)
    for rank, n in enumerate(order):
        found[n] = level[rank] + rank * gap
    return tuple(found)

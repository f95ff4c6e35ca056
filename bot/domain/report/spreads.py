"""Medians, ninth tenths and evenness, from counts by value."""

from collections.abc import Mapping

from bot.domain.report.leaves import FEWEST

Values = Mapping[int, int]
"""How many have each value."""


def middle(values: Values) -> int | None:
    """The lower median; None unless at least five lie on each side."""
    return _at(values, 50) if sum(values.values()) >= 2 * FEWEST else None


def ninth_tenth(values: Values) -> int | None:
    """What nine in ten are within; None unless at least five lie above."""
    return _at(values, 90) if sum(values.values()) >= 10 * FEWEST else None


def unevenness(bearers_of_at_least: Values) -> float | None:
    """The Gini coefficient, 0 (all carry alike) to 1, to one decimal; None for fewer than ten people.

    `bearers_of_at_least[k]` is how many people carry k or more.
    """
    people = bearers_of_at_least.get(1, 0)
    carried = sum(bearers_of_at_least.values())
    if people < 2 * FEWEST or not carried:
        return None
    loads = sorted(
        sum(1 for n in bearers_of_at_least.values() if n > rank) for rank in range(people)
    )
    weighted = sum(place * load for place, load in enumerate(loads, start=1))
    return round(2 * weighted / (people * carried) - (people + 1) / people, 1)


def _at(values: Values, percent: int) -> int:
    rank = -(-sum(values.values()) * percent // 100)  # rounded up: nearest rank
    seen = 0
    for value, n in sorted(values.items()):
        seen += n
        if seen >= rank:
            return value
    raise ValueError("of nothing there is no middle")

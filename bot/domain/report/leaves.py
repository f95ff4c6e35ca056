"""What is counted. A leaf is one kind of happening; nothing that happens is in two of them.

Sums people read (requests, contacts, unmet) are made of leaves and of nothing else, so that no sum
can say what its leaves must not. How each is counted stands in docs/reports.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.report.weeks import Kind

FEWEST = 5
"""Nothing is shown that counts fewer than this. Source: practice of Danish statistics (domain.md)."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One kind of happening, and the shortest period it is shown for."""

    key: str
    family: str
    from_level: Kind = Kind.WEEK


REQUESTS: tuple[Leaf, ...] = tuple(
    Leaf(key, "requests")
    for key in ("met", "nobody-there", "nobody-said-yes", "withdrawn", "put-off", "closed")
)
APPOINTMENTS: tuple[Leaf, ...] = tuple(
    Leaf(key, "appointments")
    for key in (
        "begun",
        "cancelled-by-receiver",
        "cancelled-by-volunteer",
        "cancelled-by-coordinator",
        "could-not-begin",
        "nobody-could",
    )
)
OTHERS: tuple[Leaf, ...] = (
    Leaf("ended", "contact-hours"),
    Leaf("duties", "duty-hours"),
    Leaf("not-taken", "offers"),
)
LEAVES: Mapping[str, Leaf] = {leaf.key: leaf for leaf in (*REQUESTS, *APPOINTMENTS, *OTHERS)}

ANSWERS = "answers"

SUMS: Mapping[str, tuple[str, ...]] = {
    "requests": tuple(leaf.key for leaf in REQUESTS),
    "unmet": ("nobody-there", "nobody-said-yes"),
    "appointments": tuple(leaf.key for leaf in APPOINTMENTS),
    "cancelled": ("cancelled-by-receiver", "cancelled-by-volunteer", "cancelled-by-coordinator"),
    "contacts": ("met", "begun"),
}
"""What people read, and the leaves it is made of."""


def answers_to(item: str, round: str) -> str:
    """The leaf of the answers to one question in one round of check-ins."""
    return f"answer/{item}/{round}"


def leaf(key: str) -> Leaf:
    """The leaf with this key; answers are counted from a month on."""
    if key.startswith("answer/"):
        return Leaf(key, ANSWERS, Kind.MONTH)
    return LEAVES[key]

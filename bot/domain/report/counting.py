"""Steps of the journal become the counts of one week. Pure sums: the same steps, the same counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Counts = Mapping[str, int]
"""What was counted in one week of one programme. Keys are a leaf's, or `leaf:what:which`."""

UNMET = ("nobody-there", "nobody-said-yes")
_ENDINGS = {
    "request-withdrawn": "withdrawn",
    "request-put-off": "put-off",
    "request-closed": "closed",
    "appointment-missed": "could-not-begin",
    "appointment-unmet": "nobody-could",
}
ACTIONS = (
    "contact-began",
    "contact-ended",
    "request-unmet",
    "appointment-cancelled",
    "appointment-no-show",
    "duty-off",
    "offer-put",
    "offer-accepted",
    *_ENDINGS,
)
"""The steps that reports are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """So many steps of the journal that are alike in everything that is counted."""

    action: str
    count: int
    numbers: Mapping[str, int | str]
    minutes: int = 0  # of all of them together


@dataclass(frozen=True, slots=True)
class Answers:
    """So many anonymous answers with one value to one question in one round."""

    item: str
    round: str
    value: int
    count: int


def counted(steps: Iterable[Steps], answers: Iterable[Answers] = ()) -> Counts:
    """The counts of one week. Order does not matter."""
    found: Counter[str] = Counter()
    for step in steps:
        _add(found, step)
    put, accepted = found.pop("offers-put", 0), found.pop("offers-accepted", 0)
    if put or accepted:
        found["not-taken"] = max(0, put - accepted)
        found["not-taken:put"] = put
    for one in answers:
        key = f"answer/{one.item}/{one.round}"
        found[key] += one.count
        found[f"{key}:sum"] += one.count * one.value
    return {key: n for key, n in sorted(found.items()) if n}


def _add(found: Counter[str], step: Steps) -> None:
    numbers, n = step.numbers, step.count
    match step.action:
        case "contact-began":
            leaf = "begun" if numbers.get("from") == "appointment" else "met"
            found[leaf] += n
            for what in ("form", "receiver", "volunteer"):
                found[f"{leaf}:{what}:{numbers.get(what, '?')}"] += n
            if leaf == "met":
                found[f"met:waited:{int(numbers.get('waited', 0))}"] += n
        case "contact-ended":
            found["ended"] += n
            found["ended:minutes"] += step.minutes
        case "duty-off":
            found["duties"] += n
            found["duties:minutes"] += step.minutes
        case "request-unmet":
            why = str(numbers.get("why", ""))
            found[why if why in UNMET else "nobody-said-yes"] += n
        case "appointment-cancelled":
            found[f"cancelled-by-{numbers.get('by', 'coordinator')}"] += n
        case "appointment-no-show":
            found["begun:no-show:yes"] += n
        case "offer-put":
            found["offers-put"] += n
        case "offer-accepted":
            found["offers-accepted"] += n
        case _ if step.action in _ENDINGS:
            found[_ENDINGS[step.action]] += n


def parts(counts: Iterable[Counts], leaf: str, what: str) -> dict[str, int]:
    """How a leaf divides by `what` over several weeks: `{"chat": 12, "voice": 7}`."""
    start = f"{leaf}:{what}:"
    found: Counter[str] = Counter()
    for week in counts:
        for key, n in week.items():
            if key.startswith(start):
                found[key.removeprefix(start)] += n
    return dict(found)


def total(counts: Iterable[Counts], key: str) -> int:
    """One count over several weeks."""
    return sum(week.get(key, 0) for week in counts)

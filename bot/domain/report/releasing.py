"""What may be shown, decided once, when a week has been counted; never looked at again.

Everything shown is made of *blocks*: sets of happenings that do not overlap, each of at least five. A
block is one leaf over some weeks of one period, or, from a month on, what is left over of several leaves
of one family. What never fills a block is never shown. Whoever adds and subtracts what was shown, in
whatever order, gets sums of blocks, and no sum of blocks is under five (decision 0036).

A *split* divides one leaf by form or the like, over a whole month (or what months left over), and only
if every part is at least five.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.report.counting import Counts, parts, total
from bot.domain.report.leaves import (
    APPOINTMENTS,
    FEWEST,
    OTHERS,
    REQUESTS,
    Leaf,
    leaf,
)
from bot.domain.report.weeks import Kind, Period, Week, ending_with

_LEVELS = list(Kind)
_MONTH = _LEVELS.index(Kind.MONTH)
MEASURES = ("minutes", "sum", "put")
"""What is added up beside the count, `leaf:minutes` and so on."""


@dataclass(frozen=True, slots=True)
class Block:
    """At least five happenings that may be shown together: which leaves, in which weeks."""

    cells: Mapping[str, tuple[Week, ...]]
    count: int
    measures: Mapping[str, int] = field(default_factory=dict)

    @property
    def weeks(self) -> frozenset[Week]:
        """All weeks it takes from."""
        return frozenset(week for weeks in self.cells.values() for week in weeks)


@dataclass(frozen=True, slots=True)
class Split:
    """How one leaf divides over whole blocks of it. Every part is at least five.

    A part is named by what it holds: `chat`, or `chat+voice` where either alone is too few.
    """

    leaf: str
    what: str
    weeks: tuple[Week, ...]
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Release:
    """What may be shown from now on because a week was counted."""

    blocks: tuple[Block, ...] = ()
    splits: tuple[Split, ...] = ()


Counted = Mapping[Week, Counts]


def release(week: Week, counted: Counted, before: Iterable[Release]) -> Release:
    """What may be shown now that `week` is counted.

    `counted` holds every counted week of its year up to and with it; `before` is what was released in
    that year so far. The shortest period comes first: what a week may show is not kept back for a month.
    """
    year = _Year(counted, before)
    old_blocks, old_splits = len(year.blocks), len(year.splits)
    for period in ending_with(week):
        weeks = tuple(w for w in period.weeks if w in counted)
        level = _LEVELS.index(period.kind)
        for one in year.leaves:
            if level >= _LEVELS.index(one.from_level):
                year.blocks += _alone(one, weeks, year)
        if level < _MONTH:
            continue
        for family in (REQUESTS, APPOINTMENTS):
            members = [one for one in family if one in year.leaves]
            year.blocks += _left_over(members, weeks, year)
        for key in ("met", "begun"):
            year.splits += _splits(key, period, weeks, year)
    return Release(tuple(year.blocks[old_blocks:]), tuple(year.splits[old_splits:]))


def first_used(counted: Counted) -> Mapping[str, Week]:
    """The week in which each family was first used; what a programme never offered is not reported."""
    found: dict[str, Week] = {}
    for week in sorted(counted):
        for key in counted[week]:
            if ":" not in key:  # a division of a leaf is there only where the leaf is
                found.setdefault(leaf(key).family, week)
    return found


def covered(key: str, blocks: Iterable[Block]) -> frozenset[Week]:
    """The weeks of a leaf that stand in some block."""
    return frozenset(week for block in blocks for week in block.cells.get(key, ()))


def _in_use(counted: Counted, used: Mapping[str, Week]) -> list[Leaf]:
    known = [*REQUESTS, *APPOINTMENTS, *OTHERS]
    asked = {key for counts in counted.values() for key in counts if key.startswith("answer/")}
    answers = [leaf(key) for key in sorted(asked) if ":" not in key]
    return [one for one in (*known, *answers) if one.family in used]


class _Year:
    """One year of a programme while it is decided what of it may be shown."""

    def __init__(self, counted: Counted, before: Iterable[Release]) -> None:
        earlier = list(before)
        self.counted = counted
        self.used = first_used(counted)
        self.leaves = _in_use(counted, self.used)
        self.blocks = [block for one in earlier for block in one.blocks]
        self.splits = [split for one in earlier for split in one.splits]

    def open(self, key: str, weeks: Sequence[Week]) -> list[Week]:
        """Of these weeks those in which the leaf stands in no block yet."""
        since = self.used[leaf(key).family]
        done = covered(key, self.blocks)
        return [w for w in weeks if w >= since and w not in done]


def _alone(one: Leaf, weeks: Sequence[Week], year: _Year) -> list[Block]:
    counted = year.counted
    still = year.open(one.key, weeks)
    count = total((counted[w] for w in still), one.key)
    if count < FEWEST:
        return []
    measures = {m: total((counted[w] for w in still), f"{one.key}:{m}") for m in MEASURES}
    kept = {name: n for name, n in measures.items() if n}
    return [Block({one.key: tuple(still)}, count, kept)]


def _left_over(members: Sequence[Leaf], weeks: Sequence[Week], year: _Year) -> list[Block]:
    counted = year.counted
    cells = {one.key: tuple(year.open(one.key, weeks)) for one in members}
    cells = {key: still for key, still in cells.items() if still}
    count = sum(total((counted[w] for w in still), key) for key, still in cells.items())
    return [Block(cells, count)] if count >= FEWEST and len(cells) > 1 else []


def _splits(key: str, period: Period, weeks: Sequence[Week], year: _Year) -> list[Split]:
    counted = year.counted
    alone = [b for b in year.blocks if set(b.cells) == {key} and b.weeks <= set(weeks)]
    found = []
    for what in ("form", "no-show", "receiver", "volunteer"):
        done = {w for s in year.splits if (s.leaf, s.what) == (key, what) for w in s.weeks}
        base = [b for b in alone if not b.weeks & done]
        span = tuple(sorted(w for b in base for w in b.weeks))
        count = sum(b.count for b in base)
        divided = parts((counted[w] for w in span), key, what)
        if what in ("receiver", "volunteer"):  # people are counted anew each month
            whole = period.kind is Kind.MONTH and set(span) == set(weeks)
            shown = people(divided, count, returning=what == "receiver") if whole else {}
        elif what == "no-show":
            yes = divided.get("yes", 0)
            shown = in_parts({"yes": yes, "no": count - yes}, count)
        else:
            used = dict.fromkeys(parts(counted.values(), key, what), 0)
            shown = in_parts({**used, **divided}, count)
        if shown:
            found.append(Split(key, what, span, shown))
    return found


def in_parts(divided: Mapping[str, int], count: int) -> dict[str, int]:
    """The parts that may be shown: small ones together, with the smallest other if need be.

    Empty when fewer than two are left, or when not everything is known.
    """
    if sum(divided.values()) != count or "?" in divided:
        return {}
    large = {name: n for name, n in divided.items() if n >= FEWEST}
    small = {name: n for name, n in divided.items() if n < FEWEST}
    if small:
        if sum(small.values()) < FEWEST and large:
            least = min(large, key=lambda name: (large[name], name))
            small[least] = large.pop(least)
        large["+".join(sorted(small))] = sum(small.values())
    return large if len(large) > 1 and min(large.values()) >= FEWEST else {}


def people(divided: Mapping[str, int], count: int, *, returning: bool) -> dict[str, int]:
    """How many different people there were, from which contact of theirs in the month each was.

    `people` and `again` (their later contacts); with `returning`, `twice` (people who came again) and
    `later` (third contacts and more) instead of `again`, where each of these, and those who came once,
    are enough.
    """
    if sum(divided.values()) != count or "?" in divided:
        return {}
    first, second = divided.get("1", 0), divided.get("2", 0)
    if min(first, count - first) < FEWEST:
        return {}
    third = count - first - second
    if returning and min(second, third, first - second) >= FEWEST:
        return {"people": first, "twice": second, "later": third}
    return {"people": first, "again": count - first}

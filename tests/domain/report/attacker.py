"""Somebody who keeps every report there ever was, and adds, subtracts and compares them all.

What is shown exactly is an equation over happenings that may not be told apart any further (*atoms*);
"at least" is an inequality. The attacker solves them exactly, over fractions, and looks for any set of
happenings whose number follows and is under five.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from fractions import Fraction
from itertools import combinations
from typing import Any

Atom = Any  # whatever tells happenings apart
Row = dict[int, Fraction]


class Attacker:
    """Learns equations, and says what they give away."""

    def __init__(self) -> None:
        self.equations: dict[frozenset[Atom], int] = {}
        self.least: list[tuple[frozenset[Atom], int]] = []

    def learns(self, atoms: Collection[Atom], value: int, *, exact: bool) -> None:
        """A report says how many there were of these together."""
        told = frozenset(atoms)
        if not exact:
            self.least.append((told, value))
            return
        assert self.equations.setdefault(told, value) == value, "two reports contradict each other"

    def finds(
        self, truth: Counter[Atom], targets: Iterable[Collection[Atom]], few: int = 5
    ) -> list[frozenset[Atom]]:
        """Every set of atoms, of those tried, that is under `few` and whose number follows.

        Tried are all that look the same in every report, all pairs of those, every difference of two
        equations, everything the solving itself comes by, and
        `targets`.
        """
        classes = self._classes(truth)
        names = {atom: n for n, one in enumerate(classes) for atom in one}
        solved = _solved(
            {names[a]: Fraction(1) for a in told if a in names} for told in self.equations
        )
        total = [sum(truth[a] for a in one) for one in classes]
        small = [n for n, one in enumerate(total) if one < few]
        wanted: set[frozenset[int]] = {frozenset({n}) for n in small}
        wanted |= {frozenset(pair) for pair in combinations(small, 2)}
        told = [
            (frozenset(names[a] for a in atoms if a in names), n)
            for atoms, n in self.equations.items()
        ]
        wanted |= {
            one - other for one, n in told for other, m in told if 0 <= n - m < few and other < one
        }
        wanted |= {
            frozenset(row) for row in solved.values() if all(value == 1 for value in row.values())
        }
        for target in targets:
            known = frozenset(names[a] for a in target if a in names)
            if sum(len(classes[n]) for n in known) == len(set(target) & names.keys()):
                wanted.add(known)
        found = []
        for one in wanted:
            if one and sum(total[n] for n in one) < few and _follows(one, solved):
                found.append(frozenset(a for n in one for a in classes[n]))
        return found

    def narrows(
        self, truth: Counter[Atom], few: int = 5, rounds: int = 10
    ) -> list[frozenset[Atom]]:
        """The same by bounds: what must be exactly so many, because nothing is less than none."""
        classes = self._classes(truth)
        names = {atom: n for n, one in enumerate(classes) for atom in one}
        told = [({names[a] for a in atoms if a in names}, n) for atoms, n in self.equations.items()]
        over = [({names[a] for a in atoms if a in names}, n) for atoms, n in self.least]
        low = [0] * len(classes)
        high = [max(self.equations.values(), default=0)] * len(classes)
        for _ in range(rounds):
            before = (list(low), list(high))
            for members, n in told:
                lows, highs = sum(low[m] for m in members), sum(high[m] for m in members)
                for m in members:
                    new = (max(low[m], n - (highs - high[m])), min(high[m], n - (lows - low[m])))
                    low[m], high[m] = new
            for members, n in over:
                highs = sum(high[m] for m in members)
                for m in members:
                    low[m] = max(low[m], n - (highs - high[m]))
            if (low, high) == before:
                break
        return [
            one for n, one in enumerate(classes)
            if low[n] == high[n] and sum(truth[a] for a in one) < few
        ]  # fmt: skip

    def _classes(self, truth: Counter[Atom]) -> list[frozenset[Atom]]:
        """Atoms in the same equations cannot be told apart; those in none are nobody's business."""
        signs: dict[Atom, list[int]] = {}
        for n, told in enumerate(self.equations):
            for atom in told:
                signs.setdefault(atom, []).append(n)
        alike: dict[tuple[int, ...], set[Atom]] = {}
        for atom, sign in signs.items():
            alike.setdefault(tuple(sign), set()).add(atom)
        return [frozenset(one) for one in alike.values()]


def _solved(rows: Iterable[Row]) -> dict[int, Row]:
    """Reduced rows by their pivot: Gauss and Jordan, over fractions, sparse."""
    solved: dict[int, Row] = {}
    for given in rows:
        row = _reduced(given, solved)
        if not row:
            continue
        pivot = min(row)
        row = {column: value / row[pivot] for column, value in row.items()}
        for other, earlier in solved.items():
            if pivot in earlier:
                solved[other] = _minus(earlier, row, earlier[pivot])
        solved[pivot] = row
    return solved


def _reduced(given: Row, solved: dict[int, Row]) -> Row:
    row = dict(given)
    for pivot in [column for column in given if column in solved]:
        if pivot in row:
            row = _minus(row, solved[pivot], row[pivot])
    return row


def _minus(row: Row, other: Row, times: Fraction) -> Row:
    left = dict(row)
    for column, value in other.items():
        rest = left.get(column, Fraction(0)) - times * value
        if rest:
            left[column] = rest
        else:
            left.pop(column, None)
    return left


def _follows(one: frozenset[int], solved: dict[int, Row]) -> bool:
    return not _reduced({n: Fraction(1) for n in one}, solved)

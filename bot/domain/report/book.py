"""What is on record of one programme, and what of it may be told of some weeks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.report.counting import Counts
from bot.domain.report.leaves import leaf
from bot.domain.report.releasing import Block, Release, Split, first_used
from bot.domain.report.weeks import Week


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be shown: exactly, as "at least", or not at all (`value` None)."""

    value: int | None = None
    exact: bool = False


LEFT_OUT = Figure()


def add_up(figures: Iterable[Figure]) -> Figure:
    """Their sum, as exact as the least exact of them. Of none it is left out."""
    found = list(figures)
    known = [f.value for f in found if f.value is not None]
    return Figure(sum(known), all(f.exact for f in found)) if known else LEFT_OUT


@dataclass(frozen=True)
class Book:
    """What is on record of one programme: what was counted, and what of it was released."""

    programme: str
    counted: Mapping[Week, Counts]
    released: Mapping[Week, Release]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block there is."""
        return tuple(b for r in self.released.values() for b in r.blocks)

    @cached_property
    def _indexed(self) -> tuple[tuple[frozenset[str], frozenset[Week], Block], ...]:
        return tuple((frozenset(b.cells), b.weeks, b) for b in self.blocks)

    @cached_property
    def _used(self) -> Mapping[tuple[str, int], Week]:
        years = {week.year for week in self.counted}
        return {
            (family, year): week
            for year in years
            for family, week in first_used(
                {w: c for w, c in self.counted.items() if w.year == year}
            ).items()
        }

    @cached_property
    def splits(self) -> tuple[Split, ...]:
        """Every split there is."""
        return tuple(s for r in self.released.values() for s in r.splits)

    def figure(self, keys: Sequence[str], weeks: frozenset[Week]) -> Figure | None:
        """What may be told of these leaves together in these weeks; None if not in use then."""
        lone: list[Figure] = []
        told = self._told(frozenset(keys), weeks)
        for key in keys:
            due = self._due(key, weeks)
            if due:
                done = {w for block in told for w in block.cells.get(key, ())}
                lone.append(Figure(0, exact=due <= done))
        if not lone:
            return None
        count = sum(b.count for b in told)
        return Figure(count or None, exact=bool(count) and all(f.exact for f in lone))

    def measure(self, key: str, what: str, weeks: frozenset[Week]) -> Figure | None:
        """The same for what is added up beside a count."""
        found = self.figure([key], weeks)
        if found is None or found.value is None:
            return found
        told = self._told(frozenset((key,)), weeks)
        return Figure(sum(b.measures.get(what, 0) for b in told), found.exact)

    def divided(self, key: str, what: str, weeks: frozenset[Week]) -> dict[str, Figure]:
        """How a leaf divides; parts that were shown together only are shown so."""
        splits = [s for s in self.splits if (s.leaf, s.what) == (key, what)]
        told = [s for s in splits if weeks.issuperset(s.weeks)]
        whole = self._due(key, weeks) <= {w for s in told for w in s.weeks}
        alike = len({frozenset(s.parts) for s in told}) == 1
        names = sorted({name for s in told for name in s.parts})
        return {
            n: Figure(sum(s.parts.get(n, 0) for s in told), exact=whole and alike) for n in names
        }

    def _told(self, keys: frozenset[str], weeks: frozenset[Week]) -> list[Block]:
        return [b for cells, within, b in self._indexed if cells <= keys and within <= weeks]

    def _due(self, key: str, weeks: frozenset[Week]) -> frozenset[Week]:
        family = leaf(key).family
        since = {year: w for (used, year), w in self._used.items() if used == family}
        return frozenset(
            w for w in weeks if w in self.counted and w.year in since and w >= since[w.year]
        )

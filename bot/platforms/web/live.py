"""Who is connected just now. Nothing here outlives the process."""

import time
from collections.abc import Callable, Iterator
from typing import Protocol

KEPT = 10_000  # people who went; more than come back within the time that matters


class Connected(Protocol):
    """One open page."""

    @property
    def visit(self) -> str:
        """The visit it belongs to."""

    @property
    def account(self) -> str:
        """Whose it is."""

    def show(self, seq: int, frame: str) -> None:
        """Show this, after everything numbered lower; number 0 is not kept and has no place."""

    def close(self, why: str) -> None:
        """The visit is over; `why` is a word of the protocol."""


class Live:
    """Every open page, by visit and by account, and who went when."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_visit: dict[str, set[Connected]] = {}
        self._by_account: dict[str, set[Connected]] = {}
        self._went: dict[str, float] = {}
        self._told: set[str] = set()

    def __len__(self) -> int:
        return sum(map(len, self._by_visit.values()))

    def came(self, one: Connected) -> None:
        """A page is open."""
        self._by_visit.setdefault(one.visit, set()).add(one)
        self._by_account.setdefault(one.account, set()).add(one)
        self._went.pop(one.account, None)
        self._told.discard(one.account)

    def went(self, one: Connected) -> None:
        """A page is closed, or its connection lost."""
        for known, by in ((self._by_visit, one.visit), (self._by_account, one.account)):
            known.get(by, set()).discard(one)
            if not known.get(by):
                known.pop(by, None)
        if one.account not in self._by_account:
            self._note_absent(one.account)

    def pages_of(self, visit: str) -> int:
        """How many pages of one visit are open."""
        return len(self._by_visit.get(visit, ()))

    def visits(self) -> Iterator[str]:
        """The visits that are open somewhere."""
        return iter(tuple(self._by_visit))

    def show(self, visit: str, seq: int, frame: str) -> None:
        """Show this in every page of a visit."""
        for one in tuple(self._by_visit.get(visit, ())):
            one.show(seq, frame)

    def show_account(self, account: str, frame: str) -> bool:
        """Show something that is not kept in every page of somebody; whether there is one."""
        pages = tuple(self._by_account.get(account, ()))
        for one in pages:
            one.show(0, frame)
        return bool(pages)

    def over(self, visit: str, why: str) -> None:
        """A visit is over wherever it is open."""
        for one in tuple(self._by_visit.get(visit, ())):
            one.close(why)

    def over_all(self) -> None:
        """We stop: every page is to look for us again."""
        for pages in tuple(self._by_visit.values()):
            for one in tuple(pages):
                one.close("")

    def spoken_to(self, account: str, *, anew: bool) -> None:
        """Something was said to somebody, here or not; `anew`: their absence matters from now on."""
        if account in self._by_account:
            return
        if account not in self._went:
            self._note_absent(account)
        if anew:
            self._told.discard(account)

    def away(self, seconds: float) -> list[tuple[str, str]]:
        """Who has had no page open for so long, each told once: account, and a word for that absence."""
        before = self._clock() - seconds
        found = [a for a, at in self._went.items() if at <= before and a not in self._told]
        self._told.update(found)
        return [(account, f"{self._went[account]:.3f}") for account in found]

    def _note_absent(self, account: str) -> None:
        self._went[account] = self._clock()
        while len(self._went) > KEPT:
            oldest = next(iter(self._went))
            del self._went[oldest]
            self._told.discard(oldest)

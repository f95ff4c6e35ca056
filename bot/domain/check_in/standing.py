"""Where one person stands with their check-ins: what they said, what is to come, what is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NewType

from bot.domain.check_in.plan import Item, Who
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CHECK_IN_STEPS, CheckInStatus, step

CheckInId = NewType("CheckInId", str)

BETWEEN_PLANS = timedelta(weeks=13)
"""So long after one plan began the next may. It keeps anybody from answering twice into one pool."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A round that is to be asked. `due` None: when the series is over."""

    round: str
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRound:
    """A round that is being asked. What was answered so far is joined to the person here alone."""

    round: str
    since: datetime
    begun: bool = True  # False: whether it suits them is asked first
    answers: Mapping[str, int] = field(default_factory=dict, repr=False)
    skipped: frozenset[str] = frozenset()
    doors_shown: bool = field(default=False, repr=False)
    reminded: bool = False
    leaving: bool = False  # they stop half way, and are asked whether to keep what there is

    def next_item(self, items: tuple[Item, ...]) -> Item | None:
        """The first that is neither answered nor skipped; None when that was all."""
        left = (i for i in items if i.id not in self.answers and i.id not in self.skipped)
        return next(left, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One person's check-ins in one programme, as a receiver or a volunteer or staff."""

    id: CheckInId
    person: PersonId = field(repr=False)
    who: Who
    programme: str
    status: CheckInStatus = CheckInStatus.INVITED
    began_on: date  # when they were invited, or the plan that runs began
    coming: tuple[Coming, ...] = ()
    asked: frozenset[str] = frozenset()  # rounds of this plan that were asked
    open: OpenRound | None = None
    commented: bool = False  # words of their own are taken once a plan

    def to(self, status: CheckInStatus) -> "CheckIn":
        """The same, one step on. Raises IllegalStep."""
        return replace(self, status=step(CHECK_IN_STEPS, self.status, status))

    @property
    def runs(self) -> bool:
        """Whether anything is asked, or still to be asked."""
        return self.status is CheckInStatus.AGREED and bool(self.open or self.coming)

    def may_begin_anew(self, today: date) -> bool:
        """Whether another plan may begin."""
        return not self.runs and today - self.began_on >= BETWEEN_PLANS

"""Several people at a time and a place: open to everybody, or a group of those who were asked."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.ids import GatheringId, PersonId, code_of
from bot.domain.lifecycle import (
    GATHERING_STEPS,
    GUEST_STEPS,
    GatheringStatus,
    GuestStatus,
    step,
)

LONGEST_SAID = 100  # letters of a name and of a place; what Discord takes (documentation of 2026)
SHORTEST = 15  # minutes
LONGEST = 12 * 60  # minutes; ours


class Kind(StrEnum):
    """Who may come."""

    OPEN = "open"  # everybody
    GROUP = "group"  # who was asked, and said yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One gathering. `shown`: platforms that show such things to everybody there show this one."""

    id: GatheringId
    programme: str
    kind: Kind
    name: str = field(repr=False)
    where: str = field(default="", repr=False)  # "" for a group: it meets in writing
    begins_at: datetime
    minutes: int
    made_at: datetime
    shown: bool = False
    status: GatheringStatus = GatheringStatus.PLANNED
    changes: int = 1  # how often its time was told

    @property
    def code(self) -> str:
        """What coordinators call it."""
        return code_of(self.id)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def to_come(self) -> bool:
        """Whether it is still to be, or going on."""
        return self.status in (GatheringStatus.PLANNED, GatheringStatus.BEGUN)

    def to(self, status: GatheringStatus) -> "Gathering":
        """The same gathering, one step on. Raises IllegalStep."""
        return replace(self, status=step(GATHERING_STEPS, self.status, status))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who was asked to a group, and what they said."""

    gathering: GatheringId
    person: PersonId = field(repr=False)
    status: GuestStatus = GuestStatus.ASKED

    def to(self, status: GuestStatus) -> "Guest":
        """The same guest, one step on. Raises IllegalStep."""
        return replace(self, status=step(GUEST_STEPS, self.status, status))

"""What a platform is asked to do for gatherings; those that have nothing of the kind refuse."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShowing:
    """Show an open gathering to everybody on the platform; one shown under this `key` changes to this.

    For platforms that have such a thing; the others refuse. `name` and `where` are at most a hundred
    letters each, `key` is a public code.
    """

    key: str
    name: str = field(repr=False)
    says: str = field(repr=False)
    where: str = field(repr=False)
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWithdrawing:
    """What is shown under this `key` is called off. Nothing happens if there is nothing."""

    key: str


OfGatherings = EventShowing | EventWithdrawing

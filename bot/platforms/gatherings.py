"""What a platform is asked to do for gatherings; those that have nothing of the kind refuse."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.messages import Address, Place


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOpening:
    """Open a closed room in which several people write to each other, with nobody in it yet but us.

    It is closed by `RoomLeaving`: nobody can write there any more.
    """

    name: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LettingIn:
    """Let one person into the room of a group."""

    place: Place
    who: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class PuttingOut:
    """One person is in the room of a group no longer. Nothing happens if they are not in it."""

    place: Place
    who: Address


OfGatherings = EventShowing | EventWithdrawing | GroupOpening | LettingIn | PuttingOut

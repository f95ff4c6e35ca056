"""A time of one's own: a contact agreed beforehand, and the questions put to volunteers for it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from bot.domain.ids import AppointmentId, ContactId, OfferId, PersonId, SeriesId, code_of
from bot.domain.lifecycle import (
    APPOINTMENT_STEPS,
    OFFER_STEPS,
    SAFETY_STEPS,
    AppointmentStatus,
    OfferStatus,
    SafetyStep,
    step,
)

Side = Literal["receiver", "volunteer"]


class Part(StrEnum):
    """What an appointment is in its series."""

    ALONE = ""  # sought, moved and called off by itself, in a series or not
    LEADS = "leads"  # who says yes to it says yes to those that wait for it
    WAITS = "waits"  # nobody is asked for it alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A receiver's contact at a time. Until somebody has said yes it is being sought."""

    id: AppointmentId
    receiver: PersonId
    programme: str
    begins_at: datetime
    minutes: int
    language: str
    made_at: datetime
    sought_since: datetime  # later than made_at when it was taken up again
    form: str = "chat"
    topics: frozenset[str] = field(default=frozenset(), repr=False)
    note: str | None = field(default=None, repr=False)
    status: AppointmentStatus = AppointmentStatus.SOUGHT
    volunteer: PersonId | None = field(default=None, repr=False)
    wished_for: PersonId | None = field(default=None, repr=False)  # "the same as last time"
    wave: int = 0  # how many waves of volunteers were asked
    front: bool = False  # goes before others: its volunteer could not after all
    contact: ContactId | None = None  # what it became
    changes: int = 0  # how often people's calendars were told of it
    series: SeriesId | None = None
    part: Part = Part.ALONE

    @property
    def code(self) -> str:
        """What people call it."""
        return code_of(self.id)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def to_come(self) -> bool:
        """Whether it is still to be."""
        return self.status in (AppointmentStatus.SOUGHT, AppointmentStatus.CONFIRMED)

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whoever is to be there, the receiver first."""
        return (self.receiver,) if self.volunteer is None else (self.receiver, self.volunteer)

    def side_of(self, person: PersonId) -> Side:
        """`receiver` or `volunteer`."""
        return "receiver" if person == self.receiver else "volunteer"

    def meets(self, begins: datetime, ends: datetime, gap: timedelta) -> bool:
        """Whether it is on at a time between these two, or less than `gap` from it."""
        return self.begins_at - gap < ends and begins < self.ends_at + gap

    def to(self, status: AppointmentStatus) -> "Appointment":
        """The same appointment, one step on. Raises IllegalStep."""
        return replace(self, status=step(APPOINTMENT_STEPS, self.status, status))


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentOffer:
    """One appointment, put to one volunteer, until a deadline."""

    id: OfferId
    appointment: AppointmentId
    volunteer: PersonId
    put_at: datetime
    lapses_at: datetime
    status: OfferStatus = OfferStatus.PENDING

    def to(self, status: OfferStatus) -> "AppointmentOffer":
        """The same question, one step on. Raises IllegalStep."""
        return replace(self, status=step(OFFER_STEPS, self.status, status))


USUAL_REMINDERS = (24 * 60, 60)  # minutes before: the day before, and one hour before


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderWish:
    """How somebody wants to be reminded: so many minutes before each appointment; none is off."""

    person: PersonId
    leads: tuple[int, ...] = USUAL_REMINDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWay:
    """How somebody can be reached at an appointment, or where they agreed to meet: by their own yes.

    With nothing in `way` they have taken it back.
    """

    appointment: AppointmentId
    person: PersonId
    way: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCheck:
    """Whether one of two people who meet in person is well: what they are asked next, and how often."""

    appointment: AppointmentId
    person: PersonId
    step: SafetyStep = SafetyStep.MET
    asked: int = 0  # times, of this step

    def to(self, then: SafetyStep) -> "SafetyCheck":
        """The next step, not asked of yet. Raises IllegalStep."""
        return replace(self, step=step(SAFETY_STEPS, self.step, then), asked=0)

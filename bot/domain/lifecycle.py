"""Every status a thing can have, and every step it may take from there.

Rule 1: whatever decides which status may follow which stands in the tables of this file and nowhere
else. The diagrams in docs/lifecycles.md are drawn from them and the property tests are made of them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar


class IllegalStep(Exception):
    """A thing was asked to take a step its lifecycle does not have. Always our bug."""


class RequestStatus(StrEnum):
    """Where a receiver's wish stands."""

    OPEN = "open"  # nobody is being asked at this moment
    OFFERED = "offered"  # at least one volunteer is being asked
    MATCHED = "matched"  # it became a contact
    WITHDRAWN = "withdrawn"  # the receiver took it back
    UNMET = "unmet"  # nobody was free; the receiver was told, and shown other doors
    CLOSED = "closed"  # a coordinator closed it, with a word to the receiver


class OfferStatus(StrEnum):
    """Where one question to one volunteer stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"  # not answered in time, or could not be delivered
    SUPERSEDED = "superseded"  # somebody else took it
    RECALLED = "recalled"  # the wish is no more


class SeriesStatus(StrEnum):
    """Where appointments that come back stand."""

    SOUGHT = "sought"
    RUNNING = "running"
    ENDED = "ended"


class ContactStatus(StrEnum):
    """Where two people in touch stand."""

    OPEN = "open"
    ENDED = "ended"


class AppointmentStatus(StrEnum):
    """Where an agreed time stands."""

    PROPOSED = "proposed"  # by a coordinator; the receiver has not said yes, and nothing is sought
    DECLINED = "declined"  # there was no yes to it
    SOUGHT = "sought"  # volunteers are asked who can
    CONFIRMED = "confirmed"  # one said yes
    BEGUN = "begun"  # the time came, and a contact was opened
    CANCELLED = "cancelled"
    UNMET = "unmet"  # nobody could; the receiver was told, and offered other ways
    MISSED = "missed"  # the time came, and the two did not meet


class GatheringStatus(StrEnum):
    """Where a gathering stands."""

    PLANNED = "planned"
    BEGUN = "begun"  # a group's thread is open
    OVER = "over"
    CALLED_OFF = "called-off"


class GuestStatus(StrEnum):
    """What somebody said to being in a group."""

    ASKED = "asked"
    COMING = "coming"
    NOT_COMING = "not-coming"  # said no, left, or could not be asked


class SafetyStep(StrEnum):
    """What somebody who meets another in person is asked next."""

    MET = "met"  # whether they have met, and all is well
    HOME = "home"  # whether they are home safe
    DONE = "done"


class VolunteerStatus(StrEnum):
    """How far a volunteer has come in a programme."""

    APPLIED = "applied"
    IN_TRAINING = "in-training"  # approved; the programme's onboarding steps remain
    ACTIVE = "active"
    SUSPENDED = "suspended"
    TURNED_DOWN = "turned-down"


class CheckInStatus(StrEnum):
    """What somebody said to being asked afterwards."""

    INVITED = "invited"  # nothing yet
    AGREED = "agreed"
    DECLINED = "declined"  # never asked again, until they say so themselves


S = TypeVar("S", bound=StrEnum)

REQUEST_STEPS: Mapping[RequestStatus, frozenset[RequestStatus]] = {
    RequestStatus.OPEN: frozenset(
        {
            RequestStatus.OFFERED,
            RequestStatus.MATCHED,  # a coordinator takes it
            RequestStatus.WITHDRAWN,
            RequestStatus.UNMET,
            RequestStatus.CLOSED,
        }
    ),
    RequestStatus.OFFERED: frozenset(
        {
            RequestStatus.OPEN,
            RequestStatus.MATCHED,
            RequestStatus.WITHDRAWN,
            RequestStatus.UNMET,
            RequestStatus.CLOSED,
        }
    ),
    RequestStatus.MATCHED: frozenset({RequestStatus.OPEN}),  # a handover or a drop
    RequestStatus.UNMET: frozenset({RequestStatus.OPEN}),  # "keep looking"
    RequestStatus.WITHDRAWN: frozenset(),
    RequestStatus.CLOSED: frozenset(),
}

OFFER_STEPS: Mapping[OfferStatus, frozenset[OfferStatus]] = {
    OfferStatus.PENDING: frozenset(
        {
            OfferStatus.ACCEPTED,
            OfferStatus.DECLINED,
            OfferStatus.LAPSED,
            OfferStatus.SUPERSEDED,
            OfferStatus.RECALLED,
        }
    ),
    OfferStatus.ACCEPTED: frozenset(),
    OfferStatus.DECLINED: frozenset(),
    OfferStatus.LAPSED: frozenset(),
    OfferStatus.SUPERSEDED: frozenset(),
    OfferStatus.RECALLED: frozenset(),
}

CONTACT_STEPS: Mapping[ContactStatus, frozenset[ContactStatus]] = {
    ContactStatus.OPEN: frozenset({ContactStatus.ENDED}),
    ContactStatus.ENDED: frozenset(),
}

APPOINTMENT_STEPS: Mapping[AppointmentStatus, frozenset[AppointmentStatus]] = {
    AppointmentStatus.PROPOSED: frozenset({AppointmentStatus.SOUGHT, AppointmentStatus.DECLINED}),
    AppointmentStatus.DECLINED: frozenset(),
    AppointmentStatus.SOUGHT: frozenset(
        {AppointmentStatus.CONFIRMED, AppointmentStatus.CANCELLED, AppointmentStatus.UNMET}
    ),
    AppointmentStatus.CONFIRMED: frozenset(
        {
            AppointmentStatus.SOUGHT,  # the volunteer cannot after all
            AppointmentStatus.BEGUN,
            AppointmentStatus.CANCELLED,
            AppointmentStatus.MISSED,
        }
    ),
    AppointmentStatus.BEGUN: frozenset({AppointmentStatus.MISSED}),
    AppointmentStatus.CANCELLED: frozenset(),
    AppointmentStatus.UNMET: frozenset(),
    AppointmentStatus.MISSED: frozenset(),
}

SERIES_STEPS: Mapping[SeriesStatus, frozenset[SeriesStatus]] = {
    SeriesStatus.SOUGHT: frozenset({SeriesStatus.RUNNING, SeriesStatus.ENDED}),
    SeriesStatus.RUNNING: frozenset(
        {
            SeriesStatus.SOUGHT,  # the volunteer cannot go on
            SeriesStatus.ENDED,
        }
    ),
    SeriesStatus.ENDED: frozenset(),
}

GATHERING_STEPS: Mapping[GatheringStatus, frozenset[GatheringStatus]] = {
    GatheringStatus.PLANNED: frozenset(
        {GatheringStatus.BEGUN, GatheringStatus.OVER, GatheringStatus.CALLED_OFF}
    ),
    GatheringStatus.BEGUN: frozenset({GatheringStatus.OVER}),
    GatheringStatus.OVER: frozenset(),
    GatheringStatus.CALLED_OFF: frozenset(),
}

GUEST_STEPS: Mapping[GuestStatus, frozenset[GuestStatus]] = {
    GuestStatus.ASKED: frozenset({GuestStatus.COMING, GuestStatus.NOT_COMING}),
    GuestStatus.COMING: frozenset({GuestStatus.NOT_COMING}),
    GuestStatus.NOT_COMING: frozenset(),
}

SAFETY_STEPS: Mapping[SafetyStep, frozenset[SafetyStep]] = {
    SafetyStep.MET: frozenset({SafetyStep.HOME, SafetyStep.DONE}),
    SafetyStep.HOME: frozenset({SafetyStep.DONE}),
    SafetyStep.DONE: frozenset(),
}

VOLUNTEER_STEPS: Mapping[VolunteerStatus, frozenset[VolunteerStatus]] = {
    VolunteerStatus.APPLIED: frozenset(
        {VolunteerStatus.IN_TRAINING, VolunteerStatus.ACTIVE, VolunteerStatus.TURNED_DOWN}
    ),
    VolunteerStatus.IN_TRAINING: frozenset({VolunteerStatus.ACTIVE, VolunteerStatus.SUSPENDED}),
    VolunteerStatus.ACTIVE: frozenset({VolunteerStatus.SUSPENDED}),
    VolunteerStatus.SUSPENDED: frozenset({VolunteerStatus.ACTIVE, VolunteerStatus.IN_TRAINING}),
    VolunteerStatus.TURNED_DOWN: frozenset({VolunteerStatus.APPLIED}),
}

CHECK_IN_STEPS: Mapping[CheckInStatus, frozenset[CheckInStatus]] = {
    CheckInStatus.INVITED: frozenset({CheckInStatus.AGREED, CheckInStatus.DECLINED}),
    CheckInStatus.AGREED: frozenset({CheckInStatus.DECLINED}),
    CheckInStatus.DECLINED: frozenset({CheckInStatus.AGREED}),
}


def step(steps: Mapping[S, frozenset[S]], now: S, then: S) -> S:
    """`then`, if it may follow `now`; staying where one is counts as no step.

    Raises IllegalStep otherwise.
    """
    if then != now and then not in steps[now]:
        raise IllegalStep(f"{now} cannot become {then}")
    return then

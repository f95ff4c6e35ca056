"""Who may be asked about a request at all: the hard rules, which no score ever outweighs."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.ids import PersonId
from bot.domain.people import Volunteer
from bot.domain.programme import Programme


class Wish(Protocol):
    """What somebody wishes for, now or at a time, as far as it decides who may be asked."""

    @property
    def receiver(self) -> PersonId: ...  # noqa: D102 - as in Request
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def form(self) -> str: ...  # noqa: D102
    @property
    def topics(self) -> frozenset[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a volunteer has carried lately, as of the moment of asking, and what they have agreed to."""

    contacts_today: int = 0  # by the volunteer's own calendar day, with appointments still to come
    contact_minutes_this_week: int = 0  # the last seven days, and appointments of the next seven
    asks_today: int = 0
    in_contact: bool = False  # on either side, or waiting to be
    being_asked: bool = False
    appointment_at: datetime | None = None  # when their next one begins
    booked: bool = False  # for an appointment: something else is at that time


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A volunteer with what is to be known before they are asked about one request."""

    volunteer: Volunteer
    load: Load = Load()
    asked_before: bool = False  # about this same request, in this round of looking
    never: bool = False  # one of the two said: not that one again


class Unfit(StrEnum):
    """Why a volunteer is not asked."""

    SELF = "self"
    NEVER_AGAIN = "never-again"
    NOT_ACTIVE = "not-active"
    OFF_DUTY = "off-duty"
    LANGUAGE = "language"
    FORM = "form"
    TOPIC = "topic"
    IN_CONTACT = "in-contact"
    BOOKED = "booked"
    BEING_ASKED = "being-asked"
    ASKED_BEFORE = "asked-before"
    RESTING = "resting"
    QUIET = "quiet-hours"
    DAY_CAP = "day-cap"
    WEEK_CAP = "week-cap"
    ASK_CAP = "ask-cap"


OF_THE_PERSON = frozenset({Unfit.TOPIC, Unfit.OFF_DUTY, Unfit.ASKED_BEFORE, Unfit.ASK_CAP})
"""What a coordinator who asks one volunteer by hand may look past; the rest protects people."""


def unfit(
    candidate: Candidate, request: Wish, programme: Programme, now: datetime, *, widened: bool
) -> Unfit | None:
    """The first reason not to ask this volunteer, or None when they may be asked.

    `widened`: topics no longer have to fit.
    """
    return next(iter(reasons(candidate, request, programme, now, widened=widened)), None)


def reasons(
    candidate: Candidate,
    request: Wish,
    programme: Programme,
    now: datetime,
    *,
    widened: bool,
    minutes: int | None = None,
) -> tuple[Unfit, ...]:
    """Every reason not to ask this volunteer, the gravest first.

    `now` is when they would be in contact, and `minutes` for how long if not for a usual session.
    """
    volunteer, load = candidate.volunteer, candidate.load
    most = programme.volunteer_limits
    own = volunteer.limits
    week_minutes = 60 * _least(own.week_hours, most.week_hours)
    found = (
        (Unfit.SELF, volunteer.person == request.receiver),
        (Unfit.NEVER_AGAIN, candidate.never),
        (Unfit.NOT_ACTIVE, volunteer.status != "active"),
        (Unfit.IN_CONTACT, load.in_contact),
        (Unfit.BOOKED, load.booked or _appointment_soon(load, programme, now)),
        (Unfit.BEING_ASKED, load.being_asked),
        (Unfit.DAY_CAP, load.contacts_today >= _least(own.contacts_a_day, most.contacts_a_day)),
        (
            Unfit.WEEK_CAP,
            load.contact_minutes_this_week + (minutes or programme.limits.session_minutes)
            > week_minutes,
        ),
        (Unfit.RESTING, volunteer.rest_until is not None and volunteer.rest_until > now),
        (Unfit.QUIET, is_quiet(volunteer, programme, now)),
        (Unfit.LANGUAGE, request.language not in volunteer.languages),
        (Unfit.FORM, request.form not in volunteer.forms),
        (Unfit.OFF_DUTY, not volunteer.on_duty(now)),
        (Unfit.ASKED_BEFORE, candidate.asked_before),
        (Unfit.ASK_CAP, load.asks_today >= _least(own.asks_a_day, most.asks_a_day)),
        (
            Unfit.TOPIC,
            not widened and bool(request.topics) and not request.topics & volunteer.topics,
        ),
    )
    return tuple(reason for reason, holds in found if holds)


def _appointment_soon(load: Load, programme: Programme, now: datetime) -> bool:
    if load.appointment_at is None:
        return False
    taken = programme.limits.session_minutes + programme.limits.gap_minutes
    return load.appointment_at - now < timedelta(minutes=taken)


def is_quiet(volunteer: Volunteer, programme: Programme, now: datetime) -> bool:
    """Whether it is a time of day, by the volunteer's own clock, at which they are left alone."""
    most = programme.volunteer_limits
    clock = now.astimezone(ZoneInfo(volunteer.zone)).time()
    return _within(clock, volunteer.limits.quiet_from, volunteer.limits.quiet_to) or _within(
        clock, most.quiet_from, most.quiet_to
    )


def day_began(volunteer_zone: str, now: datetime) -> datetime:
    """Midnight before `now` by the clock in that zone."""
    local = now.astimezone(ZoneInfo(volunteer_zone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


WEEK = timedelta(days=7)


def _least(own: int | None, most: int) -> int:
    return most if own is None else min(own, most)


def _within(clock: time, start: time | None, end: time | None) -> bool:
    if start is None or end is None:
        return False
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end

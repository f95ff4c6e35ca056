"""Reminders of an appointment: which there are, when each is too late to help, and who did not come."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.appointment import Appointment, Side
from bot.domain.contact import Contact
from bot.domain.decision import NOTHING, Decision, Effect, Note, StartTimer, StopTimer, Tell
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.meeting import NO_WORD
from bot.domain.refusal import Refusal

KINDS: dict[str, Side] = {"remind-receiver": "receiver", "remind-volunteer": "volunteer"}
AGAIN: dict[str, Side] = {"again-receiver": "receiver", "again-volunteer": "volunteer"}
NO_SHOW = "appointment-no-show"
TIMERS = (*KINDS, *AGAIN)

SHORTEST = timedelta(minutes=10)  # later than that before it, a reminder helps nobody
NO_SHOW_AFTER = timedelta(minutes=10)
LATE = timedelta(minutes=5)  # as a pause of ours makes it
NEAR = timedelta(hours=1)  # one that is late says nothing that the next does not say soon enough
NIGHT = (time(22), time(8))  # when receivers are not woken
STEP = timedelta(minutes=15)


def plan(appointment: Appointment, side: Side, leads: Sequence[int], now: datetime) -> Decision:
    """The first reminder still to come; those that are past already are noted and not sent."""
    kind = f"remind-{side}"
    past = [lead for lead in leads if _moment(appointment, lead) <= now]
    effects: tuple[Effect, ...] = (
        StopTimer(kind, appointment.id),
        StopTimer(f"again-{side}", appointment.id),
        *(_not_sent(appointment, side, lead, "booked-later") for lead in past),
        *_next(appointment, side, leads, now),
    )
    return Decision(effects=effects)


def stop(appointment: Appointment) -> tuple[Effect, ...]:
    """Nobody is reminded any more."""
    return tuple(StopTimer(kind, appointment.id) for kind in TIMERS)


def remind(
    appointment: Appointment,
    side: Side,
    leads: Sequence[int],
    due: datetime,
    now: datetime,
    free_at: datetime,
) -> Decision:
    """A reminder's time has come. After a pause of ours only the last of those that are due is said.

    `free_at`: `now`, or when the quiet hours of whoever it is for are over.
    """
    if appointment.status is not AppointmentStatus.CONFIRMED:
        return NOTHING
    dues = sorted(lead for lead in leads if due <= _moment(appointment, lead) <= now)
    if not dues:
        return Decision(effects=_next(appointment, side, leads, now))
    lead, *others = dues
    missed = tuple(_not_sent(appointment, side, other, "a-later-one-is-due") for other in others)
    later = _next(appointment, side, leads, now)
    if now > appointment.begins_at - SHORTEST:
        in_vain = _not_sent(appointment, side, lead, "too-late")
        return Decision(effects=(*missed, in_vain, *later))
    late = now - _moment(appointment, lead) > LATE
    if late and later and later[0].due - now < NEAR:
        near = _not_sent(appointment, side, lead, "a-later-one-is-near")
        return Decision(effects=(*missed, near, *later))
    if free_at > now:
        if free_at > appointment.begins_at - SHORTEST or any(free_at >= e.due for e in later):
            quiet = _not_sent(appointment, side, lead, "quiet-hours")
            return Decision(effects=(*missed, quiet, *later))
        again = StartTimer(f"again-{side}", appointment.id, free_at)
        postponed = Note("reminder-postponed", appointment.id, appointment.programme,
                         {"side": side, "lead": lead})  # fmt: skip
        return Decision(effects=(*missed, again, postponed, *later))
    said = say(appointment, side, {"lead": lead})
    return Decision(effects=(*missed, *said.effects, *later))


def say_again(appointment: Appointment, side: Side, now: datetime) -> Decision:
    """One that was put off, by whoever it is for or by their quiet hours; if it still helps."""
    if appointment.status is not AppointmentStatus.CONFIRMED:
        return NOTHING
    left = {"again": max(0, int((appointment.begins_at - now) / timedelta(minutes=1)))}
    if now > appointment.begins_at - SHORTEST:
        numbers: dict[str, int | str] = {"side": side, **left, "why": "too-late"}
        late = Note("reminder-not-sent", appointment.id, appointment.programme, numbers)
        return Decision(effects=(late,))
    return say(appointment, side, left)


def say(appointment: Appointment, side: Side, when: Mapping[str, int]) -> Decision:
    """The reminder itself, with what one may do about it.

    `when` is noted: the `lead` somebody wished for, or the minutes left when it was said `again`.
    """
    person = appointment.receiver if side == "receiver" else appointment.volunteer
    if person is None:
        return NOTHING
    reminder = Tell(
        person,
        "appointment-reminder",
        {
            "zoned": appointment.begins_at,
            "minutes": appointment.minutes,
            "side": side,
            "form": appointment.form,
            "place": "",  # what it is, is told where it is known
        },
        choices=("come", "move-appointment", "cancel-appointment", "snooze"),
        about=appointment.id,
        code=appointment.code,
        expires=appointment.begins_at,
    )
    sent = Note("reminder-sent", appointment.id, appointment.programme, {"side": side, **when})
    return Decision(effects=(reminder, sent))


def snooze(appointment: Appointment, side: Side, now: datetime) -> Decision:
    """Not now, a little later: half of what is left, and an hour at most."""
    left = appointment.begins_at - now
    if left < 3 * SHORTEST:
        raise Refusal("reminder-too-near", when=appointment.begins_at)
    due = now + min(left / 2, timedelta(hours=1))
    person = appointment.receiver if side == "receiver" else appointment.volunteer
    assert person is not None
    return Decision(
        effects=(
            Tell(person, "reminder-snoozed", {"at": due}),
            StartTimer(f"again-{side}", appointment.id, due),
        )
    )


def quiet_ends(
    begins_at: datetime, zone: str, hours: tuple[time | None, time | None], now: datetime
) -> datetime:
    """`now`, or when the quiet hours end; what begins within them is told of all the same."""
    if not _within(now, zone, hours) or _within(begins_at, zone, hours):
        return now
    later = now
    while _within(later, zone, hours) and later < now + timedelta(days=1):
        later += STEP
    return later


def ask_who_is_there(appointment: Appointment, contact: Contact, now: datetime) -> Decision:
    """Ten minutes in, and one of them has not written: both are asked, nobody is blamed."""
    if contact.volunteer_spoke and contact.receiver_spoke:
        return NOTHING
    asked = tuple(
        Tell(
            person,
            "no-show-ask",
            {"spoke": spoke, "name": contact.name_of(contact.other(person))},
            choices=("keep-waiting", "another-time"),
            about=contact.id,
            code=contact.code,
        )
        for person, spoke in (
            (contact.receiver, contact.receiver_spoke),
            (contact.volunteer, contact.volunteer_spoke),
        )
    )
    # Somebody who waits for a volunteer who does not come at all is found another.
    found = () if contact.volunteer_spoke else (
        StartTimer(NO_WORD, contact.id, now + NO_SHOW_AFTER),
    )  # fmt: skip
    noted = Note("appointment-no-show", appointment.id, appointment.programme,
                 {"receiver": int(contact.receiver_spoke),
                  "volunteer": int(contact.volunteer_spoke)})  # fmt: skip
    return Decision(effects=(*asked, *found, noted))


def _next(
    appointment: Appointment, side: Side, leads: Sequence[int], now: datetime
) -> tuple[StartTimer, ...]:
    to_come = [m for lead in leads if (m := _moment(appointment, lead)) > now]
    return (StartTimer(f"remind-{side}", appointment.id, min(to_come)),) if to_come else ()


def _moment(appointment: Appointment, lead: int) -> datetime:
    return appointment.begins_at - timedelta(minutes=lead)


def _not_sent(appointment: Appointment, side: Side, lead: int, why: str) -> Note:
    numbers: dict[str, int | str] = {"side": side, "lead": lead, "why": why}
    return Note("reminder-not-sent", appointment.id, appointment.programme, numbers)


def _within(at: datetime, zone: str, hours: tuple[time | None, time | None]) -> bool:
    start, end = hours
    if start is None or end is None:
        return False
    clock = at.astimezone(ZoneInfo(zone)).time()
    return start <= clock < end if start <= end else clock >= start or clock < end

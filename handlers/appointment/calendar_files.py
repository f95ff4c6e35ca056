"""What is settled or called off goes along as a file for people's own calendars."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.appointment import Appointment
from bot.domain.decision import Decision, Effect, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.texts.calendars import FILE, Entry, calendar_file, title
from storage import appointments, people
from storage.database import Transaction

SETTLED = "appointment-confirmed"
SERIES_SETTLED = frozenset({"series-confirmed"})
SERIES_OFF = frozenset({"series-cancelled", "series-given-back", "series-seeking-again"})
CALLED_OFF = frozenset({"appointment-cancelled", "book-seeking-again", "move-without-you"})


def with_calendar_files(decision: Decision, db: Transaction, now: datetime) -> Decision:
    """The same, with a file where somebody is told that something is settled or called off.

    What was never settled is in no calendar, and needs no file.
    """
    changed = {thing.id: thing for thing in decision.save if isinstance(thing, Appointment)}
    if len(changed) != 1:
        return decision
    (appointment,) = changed.values()
    before = appointments.get(db, appointment.id)
    if before is None or not appointment.changes:
        return decision
    effects = tuple(_with_file(e, appointment, before, db, now) for e in decision.effects)
    return Decision(decision.save, effects)


def _with_file(
    effect: Effect, appointment: Appointment, before: Appointment, db: Transaction, now: datetime
) -> Effect:
    if not isinstance(effect, Tell) or effect.text not in {SETTLED, *CALLED_OFF}:
        return effect
    if effect.text in CALLED_OFF and effect.to not in before.people:
        return effect
    person = people.get(db, effect.to)
    off = effect.text in CALLED_OFF
    shown = before if off else appointment
    entry = _entry(appointment, shown, effect.to, person.language if person else "", now, off=off)
    return replace(effect, attached=calendar_file(entry), attached_as=FILE)


def with_series_files(decision: Decision, db: Transaction, now: datetime) -> Decision:
    """The same for many dates at once: one file with all that was settled or called off together."""
    changed = [thing for thing in decision.save if isinstance(thing, Appointment)]
    return Decision(
        decision.save, tuple(_with_dates(e, changed, db, now) for e in decision.effects)
    )


def _with_dates(
    effect: Effect, changed: Sequence[Appointment], db: Transaction, now: datetime
) -> Effect:
    if not isinstance(effect, Tell) or effect.text not in {*SERIES_SETTLED, *SERIES_OFF}:
        return effect
    off = effect.text in SERIES_OFF
    person = people.get(db, effect.to)
    language = person.language if person else ""
    entries = []
    for one in changed:
        before = appointments.get(db, one.id)
        if not off and one.status is AppointmentStatus.CONFIRMED:
            entries.append(_entry(one, one, effect.to, language, now, off=False))
        elif off and before is not None and before.volunteer and effect.to in before.people:
            entries.append(_entry(one, before, effect.to, language, now, off=True))
    if not entries:
        return effect
    return replace(effect, attached=calendar_file(*entries), attached_as=FILE)


def _entry(
    appointment: Appointment, shown: Appointment, to: PersonId, language: str, now: datetime,
    *, off: bool,
) -> Entry:  # fmt: skip
    return Entry(
        of=f"{appointment.id} {appointment.side_of(to)}",
        title=title("appointment", language),
        begins=shown.begins_at,
        ends=shown.ends_at,
        told_at=now,
        sequence=appointment.changes - 1,
        cancelled=off,
    )

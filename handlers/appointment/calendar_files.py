"""What is settled or called off goes along as a file for people's own calendars."""

from dataclasses import replace
from datetime import datetime

from bot.domain.appointment import Appointment
from bot.domain.decision import Decision, Effect, Tell
from bot.texts.calendars import FILE, Entry, calendar_file, title
from storage import appointments, people
from storage.database import Transaction

SETTLED = "appointment-confirmed"
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
    side = "receiver" if effect.to == appointment.receiver else "volunteer"
    entry = Entry(
        of=f"{appointment.id} {side}",
        title=title("appointment", person.language if person else ""),
        begins=shown.begins_at,
        ends=shown.ends_at,
        told_at=now,
        sequence=appointment.changes - 1,
        cancelled=off,
    )
    return replace(effect, attached=calendar_file(entry), attached_as=FILE)

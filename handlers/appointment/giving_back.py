"""Appointments of somebody who cannot come: taken back by themselves, or because they are gone."""

from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain import asking_ahead, cancelling, ending_series, keeping_on, moving, proposing
from bot.domain.appointment import Appointment, Part
from bot.domain.decision import Decision
from bot.domain.ids import PersonId
from bot.domain.recurring import Recurring
from handlers.appointment import seeking, sharing
from handlers.appointment.calendar_files import with_calendar_files, with_series_files
from storage import appointment_offers, appointments, series
from storage.database import Transaction


def take_back(
    appointment: Appointment, person: PersonId, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """One side takes it back: a receiver's is over, a volunteer's is put to others at once."""
    if person == appointment.receiver:
        return call_off_one(appointment, desk, db, now, by="receiver")
    programme = desk.programme(appointment.programme)
    return with_calendar_files(cancelling.volunteer_cannot(appointment, programme, now), db, now)


def call_off_one(
    appointment: Appointment,
    desk: Desk,
    db: Transaction,
    now: datetime,
    by: cancelling.By = "coordinator",
) -> Decision:
    """One appointment is off, for everybody concerned."""
    pending = appointment_offers.pending(db, appointment.id)
    over = cancelling.cancel(appointment, by, pending)
    if sharing.is_led(appointment):
        over += sharing.next_leads(appointment, desk, db, now)
    return with_calendar_files(over, db, now)


def seek_elsewhen(
    appointment: Appointment, to: datetime, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """It is moved, and whoever can is asked about it by itself.

    If others waited for it the next of them leads: none waits for one that may be later than itself.
    """
    programme = desk.programme(appointment.programme)
    pending = appointment_offers.pending(db, appointment.id)
    after = sharing.that_wait_for(appointment, db)
    part = Part.LEADS if sharing.is_led(appointment) and not after else Part.ALONE
    anew = moving.seek_anew(appointment, to, pending, programme, now, part=part)
    leads = keeping_on.lead(after[0], programme, now) if after else Decision()
    return with_calendar_files(anew, db, now) + leads


def all_given_by(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """A volunteer gives no more: what they agreed to is put to others, what they are asked lapses."""
    given = Decision()
    runs = [run for run in series.of_person(db, person) if run.volunteer == person]
    for run in runs:
        given += give_back_all(run, desk, db, now)
    for appointment in appointments.given_by(db, person):
        if appointment.series not in [run.id for run in runs]:
            given += take_back(appointment, person, desk, db, now)
    if offer := appointment_offers.pending_for(db, person):
        given += seeking.lapse_now(offer, db, now)
    return given


def all_of(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Somebody is gone altogether."""
    gone = all_given_by(person, desk, db, now)
    for proposed in appointments.proposed_to(db, person):
        gone += proposing.over(proposed, "gone")
    runs = [run for run in series.of_person(db, person) if run.receiver == person]
    for run in runs:
        gone += call_off_all(run, person, db, now)
    for appointment in appointments.received_by(db, person):
        if appointment.series not in [run.id for run in runs]:
            gone += take_back(appointment, person, desk, db, now)
    return gone


def apart(
    receiver: PersonId, giver: PersonId, by: PersonId, desk: Desk, db: Transaction, now: datetime
) -> Decision:
    """These two are never to meet again: what they have agreed on is put to others.

    Neither is told why. Near dates are called off.
    """
    parted = by == receiver
    gone, runs = Decision(), []
    for run in series.of_person(db, giver):
        if run.volunteer == giver and run.receiver == receiver:
            runs.append(run.id)
            gone += give_back_all(run, desk, db, now, parted=parted)
    for one in appointments.given_by(db, giver):
        if one.receiver != receiver or one.series in runs:
            continue
        programme = desk.programme(one.programme)
        if not parted:
            gone += take_back(one, giver, desk, db, now)
        elif asking_ahead.limit_of(one, programme) <= now:
            gone += take_back(one, receiver, desk, db, now)
        else:
            anew = moving.seek_anew(one, one.begins_at, (), programme, now, parted=True)
            gone += with_calendar_files(anew, db, now)
    return gone


def give_back_all(
    run: Recurring, desk: Desk, db: Transaction, now: datetime, *, parted: bool = False
) -> Decision:
    """The volunteer of a series cannot go on, or the receiver would rather have somebody else."""
    theirs = [one for one in appointments.of_series(db, run.id) if one.volunteer == run.volunteer]
    programme = desk.programme(run.programme)
    given = keeping_on.give_back(run, theirs, programme, now, parted=parted)
    return with_series_files(given, db, now)


def call_off_all(run: Recurring, by: PersonId | None, db: Transaction, now: datetime) -> Decision:
    """The receiver of a series takes back all that is to come of it; without `by` coordinators do."""
    to_come = appointments.of_series(db, run.id)
    asked = [offer for one in to_come for offer in appointment_offers.pending(db, one.id)]
    return with_series_files(ending_series.call_off(run, to_come, asked, by), db, now)

"""Which dates of a series a volunteer can take, and what becomes of those they cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.desk import Desk
from bot.domain import asking_ahead, ending_series, keeping_on, recurring
from bot.domain.appointment import Appointment, Part
from bot.domain.decision import Decision
from bot.domain.fitness import Candidate
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus, SeriesStatus, VolunteerStatus
from bot.domain.programme import Programme
from bot.domain.recurring import Recurring
from bot.domain.refusal import Arg, Refusal
from handlers.appointment import fitting
from storage import appointments, candidates, series, volunteers
from storage.database import Transaction


def led_by(appointment: Appointment, db: Transaction) -> Recurring:
    """The series that this is the first of. Raises Refusal if it is no more."""
    found = series.get(db, appointment.series)
    if found is None:
        raise Refusal("too-late")
    return found


def able(
    run: Recurring, first: Appointment, found: Sequence[Candidate], programme: Programme,
    db: Transaction, now: datetime,
) -> list[Candidate]:  # fmt: skip
    """Those who can be there on at least half of the dates in reach; the others are not asked."""
    fit = [c for c in found if not asking_ahead.reasons(c, first, programme, widened=True)]
    others = [one for one in _dates(run, programme, db, now) if one.id != first.id]
    gap = timedelta(minutes=programme.limits.gap_minutes)
    can = dict.fromkeys((c.volunteer.person for c in fit), 0)
    for one in others:
        givers = [c.volunteer for c in fit]
        for candidate in candidates.of_appointment(db, one, givers, gap, now):
            can[candidate.volunteer.person] += asking_ahead.can_come(candidate, one, programme)
    return [c for c in fit if 2 * can[c.volunteer.person] >= len(others)]


def told_of_dates(
    run: Recurring, first: Appointment, db: Transaction, now: datetime
) -> Mapping[str, Arg]:
    """What whoever is asked about the first date reads of all that go with it, in reach or not yet."""
    waiting = [a for a in appointments.of_series(db, run.id)
               if a.part is Part.WAITS and a.id != first.id]  # fmt: skip
    unmade = [date for date in run.unmade(run.last_at) if date > now]
    dates = sorted({first.begins_at, *(one.begins_at for one in waiting), *unmade})
    return {**recurring.listed(dates), "times": len(dates), "last_when": dates[-1]}


def share_out(accepted: Decision, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Whoever said yes to the first date has every other one that they can; others are sought alone."""
    (first,) = (thing for thing in accepted.save if isinstance(thing, Appointment))
    run, giver = led_by(first, db), first.volunteer
    assert giver is not None
    programme = desk.programme(run.programme)
    dates = [one for one in _dates(run, programme, db, now) if one.id != first.id]
    first = replace(first, part=Part.ALONE)
    settled, alone, out = _shared(dates, giver, [first], programme, db, now)
    rest = tuple(t for t in accepted.save if not isinstance(t, Appointment))
    made = run.reached(now + timedelta(days=programme.booking.furthest_days))
    running = replace(run.to(SeriesStatus.RUNNING), volunteer=giver, made=max(run.made, made))
    confirmed = Decision(save=(*rest, first), effects=accepted.effects)
    shared = keeping_on.share_out(running, confirmed, settled, alone, out, programme, now)
    return shared + keeping_on.leave_out([one for one in out if appointments.get(db, one.id)])


def make_more(run: Recurring, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """Dates that have come into reach become appointments."""
    programme = desk.programme(run.programme)
    until = now + timedelta(days=programme.booking.furthest_days)
    fresh = _fresh(run, until, db, now)
    further = replace(run, made=max(run.made, run.reached(until)))
    clock = Decision(save=(further,), effects=keeping_on.clock(further, programme, now))
    free = [one for one in fresh if fitting.receiver_is_free(one, programme, db)]
    told = keeping_on.told_left_out(run, [one for one in fresh if one not in free])
    if run.status is SeriesStatus.SOUGHT:  # they wait with the others for somebody to take them all
        return clock + told + Decision(save=tuple(free))
    giver = volunteers.get(db, run.volunteer) if run.volunteer else None
    if giver is None or giver.status is not VolunteerStatus.ACTIVE:
        return clock + told + keeping_on.leave_alone(free, programme, now)
    settled, alone, out = _shared(free, giver.person, [], programme, db, now)
    going_on = keeping_on.go_on(settled, alone, programme, now)
    return clock + told + going_on + keeping_on.told_left_out(run, out)


def without_a_leader(
    first: Appointment, desk: Desk, db: Transaction, now: datetime
) -> Decision:  # fmt: skip
    """Nobody could take them together. What there is of other dates is sought one by one."""
    run = led_by(first, db)
    programme = desk.programme(run.programme)
    waiting = that_wait_for(first, db)
    if not waiting:
        ended = replace(run.to(SeriesStatus.ENDED), volunteer=None)
        return Decision(save=(ended,), effects=ending_series.stop(run))
    going_on = run.to(SeriesStatus.RUNNING)
    return Decision(save=(going_on,)) + keeping_on.leave_alone(waiting, programme, now)


def next_leads(first: Appointment, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """The date that led is taken back; the others are not, and the next of them leads.

    The receiver hears that it goes on. With no other date in time to be sought it is over.
    """
    run = led_by(first, db)
    programme = desk.programme(run.programme)
    waiting = that_wait_for(first, db)
    fresh = _fresh(run, run.last_at, db, now) if not waiting else []
    there = [one for one in (*waiting, *fresh) if asking_ahead.limit_of(one, programme) > now]
    if not there:
        return without_a_leader(first, desk, db, now)
    late = [one for one in waiting if one not in there]
    leads = there[0]
    made = run if waiting else replace(run, made=run.reached(leads.begins_at))
    told = {**made.told(), **told_of_dates(made, leads, db, now), "zoned": leads.begins_at}
    return (
        keeping_on.leave_out(late)
        + keeping_on.told_left_out(run, late)
        + keeping_on.lead(leads, programme, now)
        + keeping_on.told_of_the_rest(made, told, asking_ahead.limit_of(leads, programme))
    )


def _dates(
    run: Recurring, programme: Programme, db: Transaction, now: datetime
) -> list[Appointment]:  # fmt: skip
    """What is to be taken together: what waits, and what is in reach and not made yet."""
    waiting = [one for one in appointments.of_series(db, run.id) if one.part is not Part.ALONE]
    until = now + timedelta(days=programme.booking.furthest_days)
    return [*waiting, *_fresh(run, until, db, now)]


def _fresh(run: Recurring, until: datetime, db: Transaction, now: datetime) -> list[Appointment]:
    return [
        run.appointment(AppointmentId(db.new_id()), date, now)
        for date in run.unmade(until)
        if date > now
    ]


def _shared(
    dates: Sequence[Appointment], giver: PersonId, also: list[Appointment],
    programme: Programme, db: Transaction, now: datetime,
) -> tuple[list[Appointment], list[Appointment], list[Appointment]]:  # fmt: skip
    """Dates that are the giver's, those somebody else is sought for, and those that cannot be."""
    volunteer = volunteers.get(db, giver)
    assert volunteer is not None
    gap = timedelta(minutes=programme.limits.gap_minutes)
    settled: list[Appointment] = []
    alone: list[Appointment] = []
    out: list[Appointment] = []
    for one in sorted(dates, key=lambda a: a.begins_at):
        with_these = [*also, *settled]
        (candidate,) = candidates.of_appointment(db, one, [volunteer], gap, now, with_these)
        if not fitting.receiver_is_free(one, programme, db):
            out.append(one)
        elif asking_ahead.can_come(candidate, one, programme):
            settled.append(keeping_on.settle(one, giver))
        elif asking_ahead.limit_of(one, programme) > now:
            alone.append(keeping_on.on_its_own(one, now))
        else:
            out.append(one)
    return settled, alone, out


def is_led(appointment: Appointment) -> bool:
    """Whether others wait for whoever says yes to it."""
    return appointment.part is Part.LEADS and appointment.status is AppointmentStatus.SOUGHT


def that_wait_for(appointment: Appointment, db: Transaction) -> list[Appointment]:
    """The dates that wait for whoever says yes to this one, the earliest first."""
    if appointment.series is None or not is_led(appointment):
        return []
    return [a for a in appointments.of_series(db, appointment.series) if a.part is Part.WAITS]

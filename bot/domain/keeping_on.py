"""A series is sought, shared out over its dates, goes on, and is given back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import booking, cancelling
from bot.domain.appointment import Appointment, Part
from bot.domain.asking_ahead import ASK_ON, limit_of
from bot.domain.decision import CloseQuestions, Decision, Effect, Note, StartTimer, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import AppointmentStatus, SeriesStatus
from bot.domain.programme import Programme
from bot.domain.recurring import Recurring, listed
from bot.domain.refusal import Arg

GOES_ON = "series-goes-on"
ONE_MORE = "series-one-more"
IS_OVER = "series-over"
TIMERS = (GOES_ON, ONE_MORE, IS_OVER)

SOON_AFTER = timedelta(
    minutes=30
)  # after the last but one; nobody is disturbed in the middle of it


def seek(series: Recurring, first: Appointment, programme: Programme, now: datetime) -> Decision:
    """Somebody booked a series: whoever says yes to its first date says yes to all they can."""
    limit = limit_of(first, programme)
    told: dict[str, Arg] = {**series.told(), "when": limit}
    return Decision(
        save=(series,),
        effects=(
            Tell(series.receiver, "series-seeking", told, about=series.id, code=series.code),
            *booking.watch(first, programme, now),
            Note("series-made", series.id, series.programme, {"times": series.times}),
        ),
    )


def share_out(
    series: Recurring,
    accepted: Decision,
    settled: Sequence[Appointment],
    alone: Sequence[Appointment],
    out: Sequence[Appointment],
    programme: Programme,
    now: datetime,
) -> Decision:
    """The first date is settled by `accepted`; of the others, these are, and these are sought alone.

    `out`: dates that will not be, which both hear.
    """
    plain = tuple(
        effect
        for effect in accepted.effects
        if not (isinstance(effect, Tell) and effect.text == "appointment-confirmed")
    )
    args: dict[str, Arg] = {**series.told(), "others": len(alone),
                            **listed([one.begins_at for one in out])}  # fmt: skip
    told = tuple(
        Tell(
            person,
            "series-confirmed",
            {**args, "side": series.side_of(person)},
            about=series.id,
            code=series.code,
        )
        for person in series.people
    )
    noted = Note("series-confirmed", series.id, series.programme,
                 {"settled": len(settled) + 1, "alone": len(alone)})  # fmt: skip
    return (
        Decision(save=(*accepted.save, series), effects=(*plain, *told, noted))
        + go_on(settled, alone, programme, now)
        + Decision(effects=clock(series, programme, now))
    )


def go_on(
    settled: Sequence[Appointment],
    alone: Sequence[Appointment],
    programme: Programme,
    now: datetime,
) -> Decision:
    """Dates of a series become appointments: settled ones, and ones somebody else is sought for."""
    found = Decision()
    for one in settled:
        effects = (StartTimer(booking.BEGINS, one.id, one.begins_at),
                   Note("appointment-confirmed", one.id, one.programme))  # fmt: skip
        found += Decision(save=(one,), effects=effects)
    for one in alone:
        found += Decision(save=(one,), effects=_sought(one, programme, now))
    return found


def leave_out(dates: Sequence[Appointment]) -> Decision:
    """These dates were waiting with their series, and cannot be."""
    over = [replace(one.to(AppointmentStatus.CANCELLED), part=Part.ALONE) for one in dates]
    left = [Note("appointment-left-out", one.id, one.programme) for one in over]
    stopped = [effect for one in over for effect in nothing_of(one)]
    return Decision(save=tuple(over), effects=(*stopped, *left))


def told_left_out(series: Recurring, dates: Sequence[Appointment]) -> Decision:
    """Dates that came into reach and cannot be: whoever counts on them hears so."""
    if not dates:
        return Decision()
    args = listed([one.begins_at for one in dates])
    told = tuple(
        Tell(
            person,
            "series-left-out",
            {**args, "side": series.side_of(person)},
            about=series.id,
            code=series.code,
        )
        for person in series.people
    )
    return Decision(effects=told)


def clock(series: Recurring, programme: Programme, now: datetime) -> tuple[Effect, ...]:
    """When more dates are made, when one more is to come, and when it is over."""
    lasts = timedelta(minutes=series.minutes)
    # In UTC: by the clock on the wall, ninety days before a summer's evening is an hour too late.
    dates = [date.astimezone(UTC) for date in series.dates]
    *_, last_but_one, last = dates
    timers = []
    if series.made < series.times:
        ahead = timedelta(days=programme.booking.furthest_days)
        next_one = dates[series.made]
        timers.append(StartTimer(GOES_ON, series.id, max(now, next_one - ahead)))
    if last_but_one + lasts + SOON_AFTER > now:
        timers.append(StartTimer(ONE_MORE, series.id, last_but_one + lasts + SOON_AFTER))
    timers.append(StartTimer(IS_OVER, series.id, last + lasts + SOON_AFTER))
    return tuple(timers)


def settle(one: Appointment, volunteer: PersonId) -> Appointment:
    """This date is the volunteer's, too."""
    confirmed = one.to(AppointmentStatus.CONFIRMED)
    return replace(confirmed, volunteer=volunteer, part=Part.ALONE, front=False,
                   changes=one.changes + 1)  # fmt: skip


def on_its_own(one: Appointment, now: datetime) -> Appointment:
    """This date is sought by itself, and before other appointments."""
    return replace(one, part=Part.ALONE, sought_since=now, wave=0, front=True)


def leave_alone(waiting: Sequence[Appointment], programme: Programme, now: datetime) -> Decision:
    """Nobody takes them together, so each is sought by itself."""
    return go_on((), [on_its_own(one, now) for one in waiting], programme, now)


def told_of_the_rest(series: Recurring, told: Mapping[str, Arg], limit: datetime) -> Decision:
    """The series is sought on without the date that was taken back; its receiver hears what is left."""
    goes_on = Tell(series.receiver, "series-seeking", {**told, "when": limit}, about=series.id,
                   code=series.code)  # fmt: skip
    return Decision(save=(series,), effects=(goes_on,))


def lead(one: Appointment, programme: Programme, now: datetime) -> Decision:
    """This date leads now: whoever says yes to it says yes to those that wait."""
    leads = replace(one, part=Part.LEADS, sought_since=now, wave=0)
    return Decision(save=(leads,), effects=_sought(leads, programme, now))


def give_back(
    series: Recurring,
    to_come: Sequence[Appointment],
    programme: Programme,
    now: datetime,
    *,
    parted: bool = False,
) -> Decision:
    """The volunteer cannot go on. Another is sought for all of it, the next date first.

    A date too near to be sought is called off as any other; `to_come` are the volunteer's. `parted`:
    the receiver would rather have somebody else, which the volunteer is not told.
    """
    assert series.volunteer is not None
    near = [one for one in to_come if limit_of(one, programme) <= now]
    given = Decision()
    for one in near:
        given += (cancelling.cancel(one, "receiver", ()) if parted
                  else cancelling.volunteer_cannot(one, programme, now))  # fmt: skip
    far = [one for one in to_come if one not in near]
    again = replace(series.to(SeriesStatus.SOUGHT), volunteer=None)
    thanks = Tell(series.volunteer, "series-given-back", series.told(), about=series.id,
                  code=series.code)  # fmt: skip
    if parted:
        args: dict[str, Arg] = {
            "left": len(to_come) + series.to_make,
            "by": "other",
            "side": "volunteer",
        }
        thanks = Tell(series.volunteer, "series-cancelled", args, about=series.id, code=series.code)
    if not far:  # nothing to seek yet; what comes into reach later is sought by itself
        running = again.to(SeriesStatus.RUNNING)
        return given + Decision(save=(running,), effects=(thanks,))
    freed = [
        replace(
            one.to(AppointmentStatus.SOUGHT), volunteer=None, wished_for=None, sought_since=now,
            wave=0, front=True, changes=one.changes + 1, part=Part.WAITS,
        )
        for one in far
    ]  # fmt: skip
    leads = replace(freed[0], part=Part.LEADS)
    told: dict[str, Arg] = {**series.told(), "times": len(far) + series.to_make, "zoned": leads.begins_at,
                            "when": limit_of(leads, programme)}  # fmt: skip
    hears = Tell(series.receiver, "series-seeking-again", told, about=series.id, code=series.code)
    if parted:
        hears = Tell(series.receiver, "series-seeking", told, about=series.id, code=series.code)
    stopped = [effect for one in freed for effect in nothing_of(one)]
    return given + Decision(
        save=(again, leads, *freed[1:]),
        effects=(
            *stopped,
            thanks,
            hears,
            *_sought(leads, programme, now),
            Note("series-sought-again", series.id, series.programme, {"times": len(far)}),
        ),
    )


def nothing_of(one: Appointment) -> tuple[Effect, ...]:
    """Nothing more is to happen because of this date."""
    return (CloseQuestions(one.id), *cancelling.stop_all(one))


def _sought(one: Appointment, programme: Programme, now: datetime) -> tuple[Effect, ...]:
    return (*booking.watch(one, programme, now), StartTimer(ASK_ON, one.id, now))

"""A series is called off, or comes to a good end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.appointment import Appointment, AppointmentOffer, Part
from bot.domain.asking_ahead import recall
from bot.domain.decision import CloseQuestions, Decision, Effect, Note, StartTimer, StopTimer, Tell
from bot.domain.ids import PersonId
from bot.domain.keeping_on import IS_OVER, ONE_MORE, SOON_AFTER, TIMERS, nothing_of
from bot.domain.lifecycle import AppointmentStatus, OfferStatus, SeriesStatus
from bot.domain.recurring import Recurring
from bot.domain.refusal import Arg


def call_off(
    series: Recurring,
    to_come: Sequence[Appointment],
    pending: Sequence[AppointmentOffer],
    by: PersonId | None,
) -> Decision:
    """The receiver takes back all that is still to come, or coordinators (None). Both are told once."""
    over = [
        replace(one.to(AppointmentStatus.CANCELLED), changes=one.changes + bool(one.volunteer),
                part=Part.ALONE)
        for one in to_come
    ]  # fmt: skip
    left = len(over) + series.to_make
    givers = {one.volunteer for one in to_come if one.volunteer} | set(series.people[1:])

    def who(person: PersonId) -> str:
        return "coordinator" if by is None else "you" if person == by else "other"

    told = tuple(
        Tell(
            person,
            "series-cancelled",
            {**series.told(), "left": left, "by": who(person),
             "side": series.side_of(person)},
            choices=("talk", "other-doors") if by is None and person == series.receiver else (),
            about=series.id,
            code=series.code,
        )
        for person in (series.receiver, *sorted(givers))
    )  # fmt: skip
    stopped = [effect for one in over for effect in nothing_of(one)]
    noted = Note("series-cancelled", series.id, series.programme, {"left": left})
    return Decision(
        save=(series.to(SeriesStatus.ENDED), *over),
        effects=(*stopped, *stop(series), *told, noted),
    ) + recall(pending, OfferStatus.RECALLED)


def one_more(series: Recurring, last_at: datetime) -> Decision:
    """One is still to come: whether they would like to go on is asked in good time."""
    told: dict[str, Arg] = {**series.told(), "last_when": last_at}
    asked = Tell(
        series.receiver, "series-one-more", {**told, "side": "receiver"},
        choices=("series-longer", "series-enough"), about=series.id, code=series.code,
    )  # fmt: skip
    hears = tuple(
        Tell(giver, "series-one-more", {**told, "side": "volunteer"}) for giver in series.people[1:]
    )
    return Decision(effects=(asked, *hears))


def not_one_yet(series: Recurring, last_but_one: Appointment) -> Decision:
    """More than one is still to come, since one was moved: it is asked after the last but one."""
    return Decision(effects=(StartTimer(ONE_MORE, series.id, last_but_one.ends_at + SOON_AFTER),))


def not_over_yet(series: Recurring, last: Appointment) -> Decision:
    """One of its dates was moved beyond its end."""
    return Decision(effects=(StartTimer(IS_OVER, series.id, last.ends_at + SOON_AFTER),))


def end(series: Recurring, *, met: bool) -> Decision:
    """It has come to its end, with a kind word if there ever was one; then the journal has `series-ended`."""
    if not met:
        over = series.to(SeriesStatus.ENDED)
        return Decision(save=(over,), effects=(CloseQuestions(series.id), *stop(series)))
    told = tuple(
        Tell(person, "series-ended",
             {**series.told(), "side": series.side_of(person)})
        for person in series.people
    )  # fmt: skip
    noted = Note("series-ended", series.id, series.programme, {"times": series.times})
    return Decision(
        save=(series.to(SeriesStatus.ENDED),),
        effects=(CloseQuestions(series.id), *stop(series), *told, noted),
    )


def stop(series: Recurring) -> tuple[Effect, ...]:
    """Nothing more is to happen because of it."""
    return tuple(StopTimer(kind, series.id) for kind in TIMERS)

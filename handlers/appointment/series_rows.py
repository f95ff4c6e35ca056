"""A series as one thing among what somebody has agreed to, with its next dates."""

from collections.abc import Sequence

from bot.conversation.turn import Turn
from bot.domain.appointment import Appointment
from bot.domain.decision import Decision, Tell
from bot.domain.recurring import Recurring
from bot.texts import moments
from storage import appointments, series
from storage.database import Transaction


def listed(turn: Turn, db: Transaction) -> Decision:
    """Their series, each as one thing with its next dates."""
    rows = Decision()
    for run in series.of_person(db, turn.person.id):
        mine = theirs(run, turn, db)
        if not mine:
            continue
        told = [moments.told(one.begins_at, "when", turn.person.language, turn.person.zone)
                for one in mine[:3]]  # fmt: skip
        shown = Tell(
            turn.person.id,
            "series-row",
            {**run.told(), "left": len(mine) + run.to_make, "next": ", ".join(told), "side": side(run, turn),
             "state": run.status.value if run.volunteer else "sought"},
            choices=("series-dates", "series-stop"),
            about=run.id,
            code=run.code,
        )  # fmt: skip
        rows += Decision(effects=(shown,))
    return rows


def by_themselves(turn: Turn, db: Transaction) -> Sequence[Appointment]:
    """What they have agreed to and is in no series of theirs, the earliest first.

    Somebody may have taken one date of a series that is another's.
    """
    runs = {run.id for run in series.of_person(db, turn.person.id)}
    return [one for one in appointments.of_person(db, turn.person.id) if one.series not in runs]


def theirs(run: Recurring, turn: Turn, db: Transaction) -> Sequence[Appointment]:
    """The dates to come of a series that are theirs, the earliest first."""
    me = turn.person.id
    return [one for one in appointments.of_series(db, run.id) if me in one.people]


def side(run: Recurring, turn: Turn) -> str:
    """`receiver` or `volunteer`, for texts."""
    return run.side_of(turn.person.id)

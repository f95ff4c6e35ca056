"""Appointments that come back: begun, shown as one thing, ended by either side or by their last date."""

import json
from dataclasses import replace

from bot.conversation import asking
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import ending_series, keeping_on, recurring
from bot.domain.appointment import Part
from bot.domain.decision import NOTHING, CloseQuestions, Decision, Tell
from bot.domain.ids import SeriesId
from bot.domain.lifecycle import SeriesStatus
from bot.domain.recurring import Recurring
from bot.domain.refusal import Refusal
from bot.domain.when.series import Rhythm
from bot.messages import TimeCame
from handlers.appointment import seeking, sharing
from handlers.appointment.giving_back import call_off_all, give_back_all
from handlers.appointment.listing import row
from handlers.appointment.reminders import planned_for_saved
from handlers.appointment.series_rows import side, theirs
from handlers.check_in import inviting
from handlers.receiver import booking, series_said
from storage import appointments, series
from storage.database import Transaction

router = Router()

SHOWN = 6  # dates at a time


@router.press("series-proposed", "confirm-yes")
def agreed(turn: Turn, db: Transaction) -> Decision:
    """It is right: volunteers are asked about the first date, and with it about all."""
    assert turn.question is not None
    known = json.loads(turn.question.kept)
    wish = booking.Wanted.model_validate(known)
    first, shortened = booking.as_wanted(wish, turn, db)
    out = series_said.left_out(turn, known, first.minutes, db)
    run = Recurring(
        id=SeriesId(db.new_id()),
        receiver=turn.person.id,
        programme=first.programme,
        first_at=first.begins_at,
        zone=turn.person.zone,
        rhythm=Rhythm(wish.rhythm),
        times=int(wish.times),
        minutes=first.minutes,
        language=first.language,
        made_at=turn.now,
        form=first.form,
        topics=first.topics,
        note=first.note,
        left_out=out,
    )
    leads = replace(first, series=run.id, part=Part.LEADS)
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    begun = keeping_on.seek(run, leads, turn.programme, turn.now)
    asked = seeking.ask_first(leads, run, turn.desk, db, turn.now)
    return close + shortened + begun + asked


@router.timer(keeping_on.GOES_ON)
def goes_on(rings: Happening, db: Transaction) -> Decision:
    """Further dates have come into reach."""
    run = _about(rings, db)
    if run is None:
        return NOTHING
    made = sharing.make_more(run, rings.desk, db, rings.now)
    return made + planned_for_saved(made, db, rings.now)


@router.timer(keeping_on.ONE_MORE)
def one_more(rings: Happening, db: Transaction) -> Decision:
    """One is still to come."""
    run = _about(rings, db)
    if run is None:
        return NOTHING
    match appointments.of_series(db, run.id):
        case [last]:
            return ending_series.one_more(run, last.begins_at)
        case [*_, last_but_one, _]:  # one was moved beyond where it was
            return ending_series.not_one_yet(run, last_but_one)
        case _:
            return NOTHING


@router.timer(keeping_on.IS_OVER)
def over(rings: Happening, db: Transaction) -> Decision:
    """The last one has been."""
    run = _about(rings, db)
    if run is None:
        return NOTHING
    if left := appointments.of_series(db, run.id):  # its last date was moved beyond its end
        return ending_series.not_over_yet(run, left[-1])
    ended = ending_series.end(run, met=appointments.were_held(db, run.id))
    return ended + inviting.after_series(run, rings.desk, db, rings.now)


@router.press("series-one-more", "series-enough")
def enough(turn: Turn, db: Transaction) -> Decision:
    """They let it come to its end."""
    run = _own(turn, db)
    close = Decision(effects=(CloseQuestions(run.id, turn.person.id),))
    left = appointments.of_series(db, run.id)  # where they are by now, moved or not
    last = left[-1].begins_at if left else run.last_at
    return close + turn.answer("series-enough-thanks", left=len(left), when=last)


@router.press("series-one-more", "series-longer")
def longer(turn: Turn, db: Transaction) -> Decision:
    """As many times again, with the same volunteer asked first; read back like a new one."""
    run = _own(turn, db)
    following = recurring.dates(run.first_at, run.zone, run.rhythm, run.times + 1)
    if len(following) <= run.times:
        raise Refusal("series-how-many")
    known = booking.settled(turn, db) | {
        "when": following[-1].isoformat(),
        "rhythm": run.rhythm.value,
        "times": str(run.times),
        "length": str(run.minutes),
        "form": run.form,
        "topics": ",".join(sorted(run.topics)),
        "language": run.language,
        "note": run.note or "",
        "again": run.volunteer or "",
        "whom": "same-volunteer" if run.volunteer else "any-volunteer",
    }
    close = Decision(effects=(CloseQuestions(run.id, turn.person.id),))
    return close + asking.start(booking.router, booking.DIALOGUE, turn, db, known)


@router.press("series-row", "series-dates")
def its_dates(turn: Turn, db: Transaction) -> Decision:
    """The next dates, each to be moved or taken back by itself."""
    run = _own(turn, db)
    rows = Decision()
    for one in theirs(run, turn, db)[:SHOWN]:
        rows += row(one, turn)
    return rows


@router.press("series-row", "series-stop")
def stop(turn: Turn, db: Transaction) -> Decision:
    """All that is to come is to be taken back: they are asked first, since it is much."""
    return ask_to_stop(_own(turn, db), turn, db)


def ask_to_stop(run: Recurring, turn: Turn, db: Transaction) -> Decision:
    """Whether they are sure."""
    sure = Tell(
        turn.person.id,
        "series-stop-confirm",
        {"left": len(theirs(run, turn, db)) + run.to_make, "side": side(run, turn)},
        choices=("confirm-yes", "no-thanks"),
        about=run.id,
        code=run.code,
    )
    return Decision(effects=(sure,))


@router.press("series-stop-confirm", "confirm-yes")
def stop_all(turn: Turn, db: Transaction) -> Decision:
    """They are sure."""
    run = _own(turn, db)
    close = Decision(effects=(CloseQuestions(run.id, turn.person.id),))
    if turn.person.id == run.receiver:
        return close + call_off_all(run, turn.person.id, db, turn.now)
    return close + give_back_all(run, turn.desk, db, turn.now)


def _own(turn: Turn, db: Transaction) -> Recurring:
    assert turn.question is not None
    run = series.get(db, turn.question.about)
    if run is None or run.status is SeriesStatus.ENDED or turn.person.id not in run.people:
        raise Refusal("too-late")
    return run


def _about(rings: Happening, db: Transaction) -> Recurring | None:
    assert isinstance(rings.event, TimeCame)
    run = series.get(db, rings.event.about)
    return None if run is None or run.status is SeriesStatus.ENDED else run

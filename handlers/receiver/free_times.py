"""Times to pick from, for whoever would rather not say one."""

import json
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import asking_ahead, booking, free_times
from bot.domain.appointment import Appointment
from bot.domain.decision import CloseQuestions, Decision, Tell
from bot.domain.ids import AppointmentId
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.domain.shifts import Slot
from bot.texts import moments
from storage import appointments, candidates, dialogues, shifts, volunteers
from storage.database import Transaction

router = Router()

CHOICES = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "more-times")


def shown(turn: Turn, db: Transaction, after: datetime | None = None) -> Decision:
    """The next few free times; or that there are none, and what one can do then."""
    programme, zone = turn.programme, ZoneInfo(turn.person.zone)
    soonest = turn.now + timedelta(minutes=programme.booking.soonest_minutes)
    since, until = max(soonest, after or soonest), turn.now + free_times.AHEAD
    slots = shifts.slots_between(db, programme, since, until)
    lasts = timedelta(minutes=programme.limits.session_minutes)
    free = free_times.some(slots, lasts, since, zone, partial(_is_free, turn, db))
    if not free:
        return turn.answer("book-no-free-times", more="no" if after is None else "yes")
    told = [moments.told(one, "zoned", turn.person.language, turn.person.zone) for one in free]
    question = Tell(
        turn.person.id,
        "book-free-times",
        choices=CHOICES if len(free) == free_times.SHOWN else CHOICES[: len(free)],
        about=turn.person.id,
        labels=dict(zip(CHOICES, told, strict=False)),
        kept=json.dumps([one.isoformat() for one in free]),
    )
    return Decision(effects=(CloseQuestions(turn.person.id, turn.person.id), question))


@router.press("book-free-times", "more-times")
def more(turn: Turn, db: Transaction) -> Decision:
    """Later ones."""
    assert turn.question is not None
    return shown(turn, db, datetime.fromisoformat(json.loads(turn.question.kept)[-1]))


def _is_free(turn: Turn, db: Transaction, slot: Slot, start: datetime) -> bool:
    """Whether the receiver can have that time, and the volunteer whose shift it is can be there."""
    programme, minutes = turn.programme, turn.programme.limits.session_minutes
    mine = appointments.of_person(db, turn.person.id)
    try:
        booking.check_time(start, minutes, mine, programme, turn.now)
    except Refusal:
        return False
    volunteer = volunteers.get(db, slot.volunteer)
    if volunteer is None:
        return False
    language = programme.spoken_with(turn.person.language)
    wish = Appointment(
        id=AppointmentId("none"), receiver=turn.person.id, programme=programme.name,
        begins_at=start, minutes=minutes, language=language, made_at=turn.now,
        sought_since=turn.now, form=_form(volunteer, turn, db),
    )  # fmt: skip
    gap = timedelta(minutes=programme.limits.gap_minutes)
    (candidate,) = candidates.of_appointment(db, wish, [volunteer], gap, turn.now)
    return asking_ahead.can_come(candidate, wish, programme)


def _form(volunteer: Volunteer, turn: Turn, db: Transaction) -> str:
    """How it would be: as they said, as what is moved was agreed, or else any that the volunteer does."""
    kept = dialogues.of(db, turn.person.id)
    said = kept.answers if kept else {}
    moved = appointments.get(db, said.get("appointment", ""))
    known = moved.form if moved else said.get("form", "")
    theirs = (form for form in turn.programme.forms if form in volunteer.forms)
    return known or next(theirs, turn.programme.forms[0])

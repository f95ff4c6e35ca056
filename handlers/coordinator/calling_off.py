"""A coordinator calls off an appointment, or all dates of a series: shown first with who will be told."""

import json
from dataclasses import dataclass

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import proposing
from bot.domain.appointment import Appointment
from bot.domain.decision import Audit, CloseQuestions, Decision
from bot.domain.lifecycle import AppointmentStatus, SeriesStatus
from bot.domain.recurring import Recurring
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from handlers.appointment.giving_back import call_off_all, call_off_one
from handlers.coordinator import planning
from handlers.gathering import changing
from storage import appointments, series
from storage.database import Transaction

router = Router()

CALL_OFF = Command(
    name="call-off", words=("call off", "aflys"), who=Role.COORDINATOR, for_others="cancel",
    takes=(Takes("code"), Takes("all", optional=True)),
)  # fmt: skip
ALL = frozenset(("all", "alle", "alt"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be called off: one date, or with `run` all that are left of its series."""

    one: Appointment
    run: Recurring | None


@router.command(CALL_OFF)
def call_off(turn: Turn, db: Transaction) -> Decision:
    """Shown first: what each of those concerned reads."""
    if gathering := changing.coded(turn, db):
        return changing.call_off(gathering, turn, db)
    one, word = planning.coded(turn, db), folded(turn.args.get("all", ""))
    if word and word not in ALL:
        raise Refusal("call-off-how", code=one.code)
    run = series.get(db, one.series) if word else None
    if word and (run is None or run.status is SeriesStatus.ENDED):
        raise Refusal("call-off-no-series", code=one.code)
    return _shown(_Asked(one, run), turn, db)


@router.press("call-off-confirm", "confirm-yes")
def called_off(turn: Turn, db: Transaction) -> Decision:
    """It is off, and they are told."""
    me = access.coordinator(turn)
    one = planning.pressed(turn, db)
    assert turn.question is not None
    seen, run_id = json.loads(turn.question.kept)
    run = series.get(db, run_id) if run_id else None
    if run_id and (run is None or run.status is SeriesStatus.ENDED):
        raise Refusal("too-late")
    asked = _Asked(one, run)
    if seen != _as_seen(asked, db):
        return _shown(asked, turn, db)
    close = CloseQuestions(turn.question.about, turn.question.person)
    subject = f"{one.code} all" if run else one.code
    acted = Decision(effects=(close, Audit(me.person, "call-off", subject)))
    off = _off(asked, turn, db)
    return acted + off + turn.answer("call-off-done", code=one.code, all="yes" if run else "no")


def _shown(asked: _Asked, turn: Turn, db: Transaction) -> Decision:
    one, run = asked.one, asked.run
    left = len(appointments.of_series(db, run.id)) + run.to_make if run else 1
    hear = planning.who_hears(_off(asked, turn, db), one.receiver, turn, db)
    return turn.answer(
        "call-off-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=one.id,
        code=one.code,
        kept=json.dumps([_as_seen(asked, db), run.id if run else ""]),
        all="yes" if run else "no",
        left=left,
        when=one.begins_at,
        in_series="yes" if one.series and not run else "no",
        preview=hear,
    )


def _off(asked: _Asked, turn: Turn, db: Transaction) -> Decision:
    """What is done. Raises Refusal where there is nothing left to call off."""
    one = asked.one
    if asked.run:
        return call_off_all(asked.run, None, db, turn.now)
    if one.status is AppointmentStatus.PROPOSED:
        return proposing.taken_back(one)
    if not one.to_come:
        raise Refusal("plan-over", code=one.code, state=one.status.value)
    return call_off_one(one, turn.desk, db, turn.now)


def _as_seen(asked: _Asked, db: Transaction) -> str:
    """What there is of it and whose it is: if that changes before the yes, it is shown once more."""
    dates = appointments.of_series(db, asked.run.id) if asked.run else [asked.one]
    return " ".join(f"{one.id} {one.status.value} {one.volunteer or ''}" for one in dates)

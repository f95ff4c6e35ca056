"""Whose clock somebody's times are told by, and read by."""

import json
from dataclasses import replace

from bot.conversation.commands import Command, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import on_shift
from bot.domain.decision import CloseQuestions, Decision, Tell
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.refusal import Refusal
from bot.domain.zones import Found, is_fixed, look_up, same_clock
from bot.texts import moments
from bot.texts.places import place_name, spoken, zone_names
from handlers.volunteer.shifts import keep, shown
from storage import appointments, shifts, volunteers
from storage.database import Transaction

router = Router()

TIME_ZONE = Command(
    name="time-zone", words=("time zone", "tidszone", "timezone"),
    takes=(Takes("place", optional=True, rest=True),),
)  # fmt: skip
PICKS = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "pick-6")
ABOUT = "time-zone"
LISTED = 4  # of what is agreed, told by the new clock


@router.command(TIME_ZONE)
def time_zone(turn: Turn, db: Transaction) -> Decision:
    """Show it, or set it: `time zone London`. Only what can be nothing else is set."""
    said = spoken(turn.args.get("place", ""))
    if not said:
        return _now(turn)
    found = look_up(said, zone_names(), turn.now)
    if found.one is not None:
        return moved_to(found.one, turn, db)
    if not found.zones:
        raise Refusal("zone-unknown")
    return _asked(found, turn)


@router.press("zone-which", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "pick-6")
def picked(turn: Turn, db: Transaction) -> Decision:
    """They said which."""
    assert turn.question is not None
    zone: str = json.loads(turn.question.kept)[PICKS.index(turn.choice)]
    return moved_to(zone, turn, db)


@router.press("zone-shifts", "shifts-stay")
def shifts_stay(turn: Turn, db: Transaction) -> Decision:
    """Nothing was moved, and nothing is."""
    return Decision(effects=(_close(turn),)) + turn.answer("zone-shifts-stay")


@router.press("zone-shifts", "shifts-move")
def shifts_move(turn: Turn, db: Transaction) -> Decision:
    """The same hours, by their own clock from now on. Raises Refusal if a limit forbids it."""
    plan = shifts.plan_of(db, turn.person.id)
    me = volunteers.get(db, turn.person.id)
    if plan is None or me is None:
        raise Refusal("too-late")
    moved = replace(plan, zone=turn.person.zone, fit_for=None)
    on_shift.within_caps(moved, me, turn.programme, turn.now)
    return Decision(effects=(_close(turn),)) + keep(moved, turn, db) + shown(moved, turn, db)


def moved_to(zone: str, turn: Turn, db: Transaction) -> Decision:
    """Their times are told by the clock of `zone`; no moment is another for it."""
    if zone == turn.person.zone:
        return Decision(effects=(_close(turn),)) + _now(turn)
    language = turn.person.language
    volunteer = volunteers.get(db, turn.person.id)
    saved = (replace(volunteer, zone=zone),) if volunteer else ()
    told = turn.answer(
        "zone-set",
        place=place_name(zone, language, turn.now),
        clock=moments.told(turn.now, "when", language, zone),
        fixed=is_fixed(zone),
        agreed="\n".join(_agreed(zone, turn, db)),
    )
    changed = Decision(save=(replace(turn.person, zone=zone), *saved), effects=(_close(turn),))
    return changed + told + _shifts_too(zone, turn, db)


def _now(turn: Turn) -> Decision:
    zone, language = turn.person.zone, turn.person.language
    return turn.answer(
        "zone-now",
        place=place_name(zone, language, turn.now),
        clock=moments.told(turn.now, "when", language, zone),
    )


def _asked(found: Found, turn: Turn) -> Decision:
    language, now = turn.person.language, turn.now
    zones = found.zones[: len(PICKS)]
    labels = [
        f"{place_name(z, language, now)} ({moments.told(now, 'at', language, z)})" for z in zones
    ]
    question = Tell(
        turn.person.id,
        "zone-which",
        {"surely": found.surely},
        choices=PICKS[: len(zones)],
        about=ABOUT,
        labels=dict(zip(PICKS, labels, strict=False)),
        kept=json.dumps(zones),
    )
    return Decision(effects=(_close(turn), question))


def _agreed(zone: str, turn: Turn, db: Transaction) -> list[str]:
    coming = [
        moments.told(one.begins_at, "zoned", turn.person.language, zone)
        for one in appointments.of_person(db, turn.person.id)
        if one.status is AppointmentStatus.CONFIRMED
    ]
    return coming[:LISTED]


def _shifts_too(zone: str, turn: Turn, db: Transaction) -> Decision:
    plan = shifts.plan_of(db, turn.person.id)
    if plan is None or not (plan.rules or plan.extra) or same_clock(plan.zone, zone, turn.now):
        return Decision()
    place = place_name(plan.zone, turn.person.language, turn.now)
    question = Tell(
        turn.person.id,
        "zone-shifts",
        {"place": place},
        choices=("shifts-stay", "shifts-move"),
        about=ABOUT,
    )
    return Decision(effects=(question,))


def _close(turn: Turn) -> CloseQuestions:
    """Whatever was asked about a clock before is answered, or not what they mean now."""
    return CloseQuestions(ABOUT, turn.person.id)

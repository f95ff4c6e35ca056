"""A shift comes near, begins, is given to somebody else, or falls away."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import duty, on_shift
from bot.domain.calendar_words import day_in
from bot.domain.decision import NOTHING, CloseQuestions, Decision, Note, StartTimer, Tell
from bot.domain.fitness import WEEK
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.opening import Hours
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.domain.shifts import HORIZON, Extra, ShiftPlan, Slot, Swap, next_slot, slots
from bot.messages import TimeCame
from bot.relaying.words import folded
from handlers import looking
from handlers.appointment.giving_back import take_back
from handlers.volunteer.duty import off
from handlers.volunteer.shifts import NONE, keep, next_on, plan_of, today_by
from storage import appointments, shifts, volunteers
from storage.database import Transaction

router = Router()

SOON = timedelta(minutes=1)
A_LITTLE = timedelta(minutes=1)  # after a shift began, the next one may be near already

SWAP = Command(
    name="swap", words=("swap", "byt"), who=Role.VOLUNTEER,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip
SICK = Command(name="sick", words=("sick", "syg"), who=Role.VOLUNTEER)


@router.timer(on_shift.SHIFT)
def shift_rings(rings: Happening, db: Transaction) -> Decision:
    """An hour before: a word and a question. At the minute: on duty, or asked."""
    assert isinstance(rings.event, TimeCame)
    plan = shifts.plan_of(db, PersonId(rings.event.about))
    me = volunteers.get(db, PersonId(rings.event.about))
    if plan is None or me is None:
        return NOTHING
    programme, now = rings.desk.programme(plan.programme), rings.now
    free = shifts.holidays(programme, now, now + HORIZON)
    active = me.status is VolunteerStatus.ACTIVE
    current = next((one for one in slots(plan, now, now + SOON, free) if one.begins <= now), None)
    if current is None or rings.event.due > current.begins:  # no shift begins with this ring
        return _comes_near(plan, active, free, now)
    again = on_shift.kept(plan, free, now, now + A_LITTLE) + _too_late_to_swap(plan, now, db)
    if not active or me.on_duty(now):
        return again
    if not (plan.by_itself or plan.fit_for == current.begins):
        return again + on_shift.asked(plan, current)
    closed = Decision(effects=(CloseQuestions(me.person, me.person),))
    week = volunteers.duty_between(db, me.person, now - WEEK, now)
    try:
        ready = duty.on(me, current.ends, week, programme, now)
    except Refusal as no:
        return again + closed + Decision(effects=(Tell(me.person, no.text, no.args_for_text),))
    return again + closed + ready + looking.look_for_everybody(programme.name, db, now)


def _comes_near(plan: ShiftPlan, active: bool, free: Collection[date], now: datetime) -> Decision:
    coming = next_slot(plan, now, free)
    if coming is None or coming.begins - now > on_shift.LEAD:
        return on_shift.kept(plan, free, now)
    if active and plan.fit_for != coming.begins:
        return on_shift.reminded(plan, coming)
    return Decision(effects=(StartTimer(on_shift.SHIFT, plan.volunteer, coming.begins),))


@router.press("shift-reminder", "fit-yes")
def fit(turn: Turn, db: Transaction) -> Decision:
    """Then duty begins with the shift, without another question."""
    plan, shift = _reminded(turn, db)
    done = keep(replace(plan, fit_for=shift.begins), turn, db)
    return _closed(turn) + done + turn.answer("shift-fit", begins_at=shift.begins)


@router.press("shift-reminder", "fit-no")
def not_fit(turn: Turn, db: Transaction) -> Decision:
    """Not today is a good answer. Coordinators hear that somebody is missing."""
    plan, shift = _reminded(turn, db)
    return _closed(turn) + _dropped(plan, shift, turn, db) + turn.answer("shift-not-fit")


@router.command(SICK)
def sick(turn: Turn, db: Transaction) -> Decision:
    """What is left of today falls away: a shift, the duty that goes on, appointments to give."""
    me = access.volunteer(turn, db)
    plan = plan_of(me, db)
    today = today_by(plan, turn.now)
    shift = next_on(plan, None, turn)
    if shift and shift.begins > turn.now:
        shift = next_on(plan, today, turn)
    on_duty = off(turn, db) if me.on_duty(turn.now) else NOTHING
    given = NOTHING
    for one in appointments.given_by(db, me.person):
        if one.begins_at.astimezone(ZoneInfo(plan.zone)).date() == today:
            given += take_back(one, me.person, turn.desk, db, turn.now)
    if shift is None:
        if on_duty == NOTHING and given == NOTHING:
            raise Refusal("shift-none-today")
        return on_duty + given + turn.answer("shift-get-well", shift="no")
    dropped = _dropped(plan, shift, turn, db)
    return on_duty + dropped + given + turn.answer("shift-get-well", shift="yes")


@router.command(SWAP)
def swap(turn: Turn, db: Transaction) -> Decision:
    """Offer my next shift, or that of a day, to whoever can take it; `swap off` takes it back."""
    me = access.volunteer(turn, db)
    plan = plan_of(me, db)
    change = folded(turn.args.get("change", ""))
    offered = shifts.swaps_of(db, me.person)
    if change in NONE:
        if not offered:
            raise Refusal("shift-swap-none")
        return _ended(offered) + turn.answer("shift-swap-back")
    found = day_in(change, today_by(plan, turn.now)) if change else None
    if change and (found is None or found[1]):
        raise Refusal("shift-swap-how")
    shift = next_on(plan, found[0] if found else None, turn)
    if shift is None or shift.begins <= turn.now:
        raise Refusal("shift-swap-which")
    if any(one.begins_at == shift.begins for one in offered):
        raise Refusal("shift-swap-already", when=shift.begins)
    asked = [v for v in volunteers.everyone(db, me.programme) if _can_take(v, shift, turn, db)]
    if not asked:
        raise Refusal("shift-swap-nobody")
    one = Swap(
        id=db.new_id(), volunteer=me.person, programme=me.programme,
        begins_at=shift.begins, ends_at=shift.ends,
    )  # fmt: skip
    letters = tuple(
        Tell(
            other.person,
            "shift-swap-ask",
            {"when": shift.begins, "ends_at": shift.ends},
            choices=("swap-take", "no-thanks"),
            about=one.id,
            expires=shift.begins,
        )
        for other in asked
    )
    told = turn.answer("shift-swap-asked", when=shift.begins, count=len(asked))
    return Decision(save=(one,), effects=letters) + told


@router.press("shift-swap-ask", "swap-take")
def taken(turn: Turn, db: Transaction) -> Decision:
    """The first yes takes it; the one who gave it is told, and the others' questions are over."""
    assert turn.question is not None
    me = access.volunteer(turn, db)
    one = shifts.swap(db, turn.question.about)
    giver = volunteers.get(db, one.volunteer) if one else None
    if one is None or giver is None or one.begins_at <= turn.now:
        raise Refusal("shift-swap-gone")
    shift = Slot(one.volunteer, one.begins_at, one.ends_at)
    mine = _with(plan_of(me, db), shift)
    if not _can_take(me, shift, turn, db):
        raise Refusal("shift-swap-too-much")
    theirs = plan_of(giver, db)
    day = shift.begins.astimezone(ZoneInfo(theirs.zone)).date()
    told = Tell(giver.person, "shift-swap-taken", {"when": shift.begins})
    return (
        _ended([one])
        + keep(mine, turn, db)
        + keep(theirs.without(day), turn, db)
        + Decision(effects=(told, Note("shift-swapped", programme=one.programme)))
        + turn.answer("shift-swap-yours", when=shift.begins, ends_at=shift.ends)
    )


def _can_take(other: Volunteer, shift: Slot, turn: Turn, db: Transaction) -> bool:
    """Somebody else, active, free then, and within every limit also with this shift."""
    if other.person == shift.volunteer or other.status is not VolunteerStatus.ACTIVE:
        return False
    if other.rest_until and other.rest_until > shift.begins:
        return False
    plan = plan_of(other, db)
    free = shifts.holidays(turn.programme, shift.begins, shift.ends)
    if slots(plan, shift.begins, shift.ends, free):
        return False
    try:
        on_shift.within_caps(_with(plan, shift), other, turn.programme, turn.now)
    except Refusal:
        return False
    return True


def _with(plan: ShiftPlan, shift: Slot) -> ShiftPlan:
    begins, ends = (at.astimezone(ZoneInfo(plan.zone)) for at in (shift.begins, shift.ends))
    extra = Extra(begins.date(), Hours(begins.time(), ends.time()))
    return replace(plan, extra=(*plan.extra, extra))


def _reminded(turn: Turn, db: Transaction) -> tuple[ShiftPlan, Slot]:
    assert turn.question is not None
    plan = plan_of(access.volunteer(turn, db), db)
    begins = datetime.fromisoformat(turn.question.kept)
    shift = next_on(plan, begins.astimezone(ZoneInfo(plan.zone)).date(), turn)
    if shift is None or shift.begins != begins or begins <= turn.now:
        raise Refusal("too-late")
    return plan, shift


def _dropped(plan: ShiftPlan, shift: Slot, turn: Turn, db: Transaction) -> Decision:
    me = access.volunteer(turn, db)
    day = shift.begins.astimezone(ZoneInfo(plan.zone)).date()
    offered = [one for one in shifts.swaps_of(db, me.person) if one.begins_at == shift.begins]
    return keep(plan.without(day), turn, db) + on_shift.falls_away(me, shift, offered)


def _too_late_to_swap(plan: ShiftPlan, now: datetime, db: Transaction) -> Decision:
    return _ended([one for one in shifts.swaps_of(db, plan.volunteer) if one.begins_at <= now])


def _ended(swaps: Sequence[Swap]) -> Decision:
    over = tuple(replace(one, over=True) for one in swaps)
    return Decision(save=over, effects=tuple(CloseQuestions(one.id) for one in swaps))


def _closed(turn: Turn) -> Decision:
    return Decision(effects=(CloseQuestions(turn.person.id, turn.person.id),))

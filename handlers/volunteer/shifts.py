"""A volunteer's own timetable: shown, set, single days, days away."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import on_shift
from bot.domain.calendar_words import day_in, days_in, hours_in
from bot.domain.decision import Decision
from bot.domain.opening import ONE_DAY
from bot.domain.people import Volunteer
from bot.domain.refusal import Arg, Refusal
from bot.domain.shift_words import rules_in
from bot.domain.shifts import HORIZON, Extra, Often, Rule, ShiftPlan, Slot, slots
from bot.domain.zones import same_clock
from bot.relaying.words import folded
from bot.texts.places import place_name
from storage import shifts as kept_shifts
from storage.database import Transaction

router = Router()

SHIFTS = Command(
    name="shifts", words=("shifts", "vagtplan"), who=Role.VOLUNTEER,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip
AWAY = Command(
    name="away", words=("away", "væk"), who=Role.VOLUNTEER,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip

COMING = 4  # of the next shifts, so many are shown
SWITCHES = {"on": True, "til": True, "off": False, "fra": False}
BY_ITSELF = ("auto", "automatic", "automatisk", "selv")
HOLIDAYS = ("holidays", "holiday", "helligdage", "helligdag")
NONE = ("none", "nothing", "ingen", "off", "fra", "slet")
FREE = ("off", "free", "fri", "ikke", "not")
USUAL = ("as usual", "usual", "som sædvanligt", "som normalt")
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


@router.command(SHIFTS)
def shifts(turn: Turn, db: Transaction) -> Decision:
    """Mine, or changed: `shifts mon 18-21, thu 19-22`, `shifts 24/12 off`, `shifts auto on`."""
    me = access.volunteer(turn, db)
    plan = plan_of(me, db)
    change = folded(turn.args.get("change", ""))
    if not change:
        return shown(plan, turn, db)
    plan = changed(plan, change, today_by(plan, turn.now), me.zone)
    on_shift.within_caps(plan, me, turn.programme, turn.now)
    return keep(plan, turn, db) + shown(plan, turn, db)


@router.command(AWAY)
def away(turn: Turn, db: Transaction) -> Decision:
    """Days on which none of my shifts hold: `away 1-14 july`; `away off` takes them all back."""
    me = access.volunteer(turn, db)
    plan = plan_of(me, db)
    change = folded(turn.args.get("change", ""))
    if not change:
        raise Refusal("shifts-away-how")
    if change in NONE:
        plan = replace(plan, away=())
    else:
        days = days_in(change, today_by(plan, turn.now))
        if days is None or days[1] - days[0] > HORIZON:
            raise Refusal("shifts-away-how")
        plan = replace(plan, away=tuple(sorted({*plan.away, days})))
    return keep(plan, turn, db) + shown(plan, turn, db)


def changed(plan: ShiftPlan, change: str, today: date, zone: str) -> ShiftPlan:
    """The timetable after this change. Raises Refusal when it is not understood; it never guesses.

    `zone`: by whose clock a whole timetable told anew is meant; one day is meant by the plan's own.
    """
    plan = plan.since_yesterday(today)
    if change in NONE:
        return replace(plan, rules=())
    word, _, rest = change.partition(" ")
    if word in BY_ITSELF and rest in SWITCHES:
        return replace(plan, by_itself=SWITCHES[rest])
    if word in HOLIDAYS and rest in SWITCHES:
        return replace(plan, on_holidays=SWITCHES[rest])
    if rules := rules_in(change, today):
        return replace(plan.by_clock_of(zone), rules=rules)
    found = day_in(change, today)
    if found is None:
        raise Refusal("shifts-how")
    day, wanted = found
    if wanted in FREE:
        return plan.without(day)
    others = tuple(one for one in plan.extra if one.day != day)
    if wanted in USUAL:
        return replace(plan, extra=others, dropped=plan.dropped - {day})
    hours = hours_in(wanted)
    if not hours:
        raise Refusal("shifts-how")
    extra = (*others, *(Extra(day, one) for one in hours))
    return replace(plan, extra=extra, dropped=plan.dropped | {day})


def plan_of(me: Volunteer, db: Transaction) -> ShiftPlan:
    """Their timetable; an empty one if they never made any."""
    known = kept_shifts.plan_of(db, me.person)
    return known or ShiftPlan(volunteer=me.person, programme=me.programme, zone=me.zone)


def keep(plan: ShiftPlan, turn: Turn, db: Transaction) -> Decision:
    """So it is from now on."""
    free = kept_shifts.holidays(turn.programme, turn.now, turn.now + HORIZON)
    return on_shift.kept(plan, free, turn.now)


def today_by(plan: ShiftPlan, now: datetime) -> date:
    """Today, by the clock of the timetable."""
    return now.astimezone(ZoneInfo(plan.zone)).date()


def shown(plan: ShiftPlan, turn: Turn, db: Transaction) -> Decision:
    """All of it, in their own language; the next ones by their own clock."""
    if not (plan.rules or plan.extra):
        return turn.answer("shifts-none")
    me, now = turn.person, turn.now
    free = kept_shifts.holidays(turn.programme, now, now + HORIZON)
    coming = [one for one in slots(plan, now, now + HORIZON, free) if one.ends > now]
    return turn.answer(
        "shifts",
        rules="; ".join(_rule(rule, turn, plan.zone) for rule in plan.rules),
        coming="\n".join(slot_row(one, turn, me.zone) for one in coming[:COMING]),
        away=", ".join(f"{first:%d.%m.%Y}-{last:%d.%m.%Y}" for first, last in plan.away),
        by_itself=plan.by_itself,
        on_holidays=plan.on_holidays,
        clock=""
        if same_clock(plan.zone, me.zone, now)
        else place_name(plan.zone, me.language, now),
    )


def slot_row(slot: Slot, turn: Turn, zone: str) -> str:
    """One shift as a line: "Monday 7 January at 18:00-21:00"."""
    args: dict[str, Arg] = {"when": slot.begins, "ends_at": slot.ends}
    return turn.desk.catalogue.render("shift-slot", args, turn.person.language, zone).text


def _rule(rule: Rule, turn: Turn, zone: str) -> str:
    pattern = "daily" if rule.often is Often.DAILY else NTH.get(rule.nth, "weekly")
    if rule.every == 2:
        pattern = "fortnightly"
    weekday = NAMES[rule.weekday]
    args: dict[str, Arg] = {"pattern": pattern, "weekday": weekday, "hours": str(rule.hours)}
    return turn.desk.catalogue.render("shift-rule", args, turn.person.language, zone).text


def next_on(plan: ShiftPlan, day: date | None, turn: Turn) -> Slot | None:
    """The shift that goes on or comes next, or the one that begins on this day."""
    free = kept_shifts.holidays(turn.programme, turn.now, turn.now + HORIZON)
    zone = ZoneInfo(plan.zone)
    found = slots(plan, turn.now - ONE_DAY, turn.now + HORIZON, free)
    for one in found:
        begins = one.begins.astimezone(zone).date()
        if one.ends > turn.now and (day is None or begins == day):
            return one
    return None

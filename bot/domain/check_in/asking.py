"""Being asked afterwards: invited once, asked when a round is due, gently, and never out of turn."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.check_in.plan import SERIES_END, CheckIns, Item, Round, Who
from bot.domain.check_in.standing import CheckIn, CheckInId, Coming, OpenRound
from bot.domain.decision import (
    NOTHING,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
)
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Arg
from bot.domain.row_effects import ForgetQuestions

INVITE = "check-in-invite"  # about the contact that ended
ROUND = "check-in-round"  # about one person's check-ins: whatever comes next

AFTER_THE_GOODBYE = timedelta(minutes=2)
LATEST = timedelta(days=14)  # a round asked later than that asks about something else
REMINDED_AFTER = timedelta(days=1)
ANSWERED_WITHIN = timedelta(days=7)
BUSY_AGAIN = timedelta(hours=1)
STILL_HERE = timedelta(
    minutes=15
)  # whoever has just said goodbye is awake, whatever the clock says
QUIET_FROM, QUIET_TO = time(21), time(9)  # by the person's own clock; ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What must be known of somebody before they are asked anything."""

    language: str
    zone: str
    busy: bool = False  # in a contact, waiting for one, or in the middle of other questions
    reachable: bool = True


def invite(
    id: CheckInId,
    person: PersonId,
    programme: Programme,
    now: datetime,
    *,
    who: Who = Who.RECEIVER,
    coming: tuple[Coming, ...] = (),
) -> Decision:
    """Whether they may be asked, now and later. Kindly, once; silence is no yes, and no no either."""
    invited = CheckIn(
        id=id, person=person, who=who, programme=programme.name, began_on=now.date(), coming=coming
    )
    return Decision(
        save=(invited,),
        effects=(
            CloseQuestions(id),
            Tell(
                person,
                "check-in-invite",
                {"who": who.value, "many": len(programme.check_ins.items(who))},
                choices=("check-in-yes", "check-in-no"),
                about=id,
                expires=now + ANSWERED_WITHIN,
            ),
            Note("check-in-invited", programme=programme.name, numbers={"who": who.value}),
        ),
    )


def planned(plan: CheckIns, now: datetime, *, in_series: bool) -> tuple[Coming, ...]:
    """The rounds after a contact that ends now. Within a series all but the first wait for its end."""
    found = []
    for one in plan.rounds:
        if one.after == timedelta(0):
            found.append(Coming(one.key, now))
        elif in_series:
            found.append(Coming(one.key, None))
        elif one.after is not None:
            found.append(Coming(one.key, now + one.after))
    return tuple(found)


def begin(
    check_in: CheckIn,
    coming: tuple[Coming, ...],
    programme: Programme,
    reader: Reader,
    now: datetime,
) -> Decision:
    """Somebody who agreed earlier has been in touch again: another plan begins, at once if it does so."""
    begun = replace(
        check_in, programme=programme.name, coming=coming, asked=frozenset(), open=None,
        commented=False, began_on=now.date(),
    )  # fmt: skip
    if due := due_now(begun, now):
        return ask(begun, due[0].round, programme, reader, now)
    return Decision(save=(begun,), effects=next_ring(begun, now))


def after_series(check_in: CheckIn, plan: CheckIns, now: datetime) -> Decision:
    """A series has come to its end: what waited for that is due now, or counts from now."""
    if not check_in.runs:
        return NOTHING
    coming = [one if one.due else _from(plan.round(one.round), now) for one in check_in.coming]
    known = check_in.asked | {one.round for one in check_in.coming}
    if plan.round(SERIES_END.key) and SERIES_END.key not in known:
        coming.append(Coming(SERIES_END.key, now))
    after = replace(check_in, coming=tuple(one for one in coming if one))
    return Decision(save=(after,), effects=next_ring(after, now))


def _from(one: Round | None, now: datetime) -> Coming | None:
    return None if one is None else Coming(one.key, now + (one.after or timedelta(0)))


def ring(check_in: CheckIn, programme: Programme, reader: Reader, now: datetime) -> Decision:
    """Its timer rang: ask what is due, ask once more, or let go of what nobody answered."""
    if check_in.open:
        return _wait_on(check_in, check_in.open, programme, reader, now)
    if check_in.status is not CheckInStatus.AGREED:
        return NOTHING
    due = due_now(check_in, now)
    gone = {one: "late" for one in due if one.due is not None and now - one.due >= LATEST}
    gone |= {o: "not-planned" for o in due if not _is_asked(o.round, check_in, programme)}
    later = not_now(reader, now)
    left = [one for one in due if one not in gone]
    if left and not later:  # what came due meanwhile is overtaken by the latest
        gone |= dict.fromkeys(left[:-1], "overtaken")
    dropped = tuple(_dropped(check_in, one.round, why) for one, why in gone.items())
    rest = replace(check_in, coming=tuple(o for o in check_in.coming if o not in gone))
    if not left:
        return Decision(save=(rest,), effects=(*dropped, *next_ring(rest, now)))
    if later:
        put_off = StartTimer(ROUND, check_in.id, later)
        return Decision(save=(rest,), effects=(*dropped, put_off))
    return Decision(effects=dropped) + ask(rest, left[-1].round, programme, reader, now)


def ask(
    check_in: CheckIn,
    round: str,
    programme: Programme,
    reader: Reader,
    now: datetime,
    *,
    begun: bool = False,
) -> Decision:
    """Open this round. Whether it suits them is asked first, unless they have just said so (`begun`)."""
    opened = replace(
        check_in,
        coming=tuple(one for one in check_in.coming if one.round != round),
        asked=check_in.asked | {round},
        open=OpenRound(round=round, since=now, begun=begun),
    )
    numbers: dict[str, int | str] = {"round": round, "who": check_in.who.value}
    return Decision(
        save=(opened,),
        effects=(
            ForgetQuestions(check_in.id),
            question(opened, programme, reader),
            Note("check-in-asked", programme=check_in.programme, numbers=numbers),
            StartTimer(ROUND, check_in.id, now + REMINDED_AFTER),
        ),
    )


def question(
    check_in: CheckIn,
    programme: Programme,
    reader: Reader,
    *,
    again: bool = False,
    doors: bool = False,
) -> Tell:
    """What stands open now, to be asked, or asked again. Nothing in it tells what was answered."""
    assert check_in.open is not None
    items = programme.check_ins.items(check_in.who)
    if check_in.open.leaving:
        return Tell(
            check_in.person, "check-in-keep-ask",
            choices=("check-in-keep", "check-in-let-go"), about=check_in.id,
        )  # fmt: skip
    item = check_in.open.next_item(items)
    if not check_in.open.begun or item is None:
        return Tell(
            check_in.person,
            "check-in-round-ask",
            {
                "many": len(items),
                "who": check_in.who.value,
                "round": check_in.open.round,
                "again": int(again),
            },
            choices=("check-in-begin", "check-in-skip", "check-in-stop"),
            about=check_in.id,
        )
    told: dict[str, Arg] = {
        "n": items.index(item) + 1,
        "of": len(items),
        "statement": item.said(reader.language),
        "scale": "words" if item.answers else "ten",
        "again": int(again),
        "low": int(doors),  # a number, not yes or no: sealed, the two must be equally long
    }
    on_scale = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "skip", "check-in-leave")
    in_words = ("5", "4", "3", "2", "1", "0", "skip", "check-in-leave")
    return Tell(
        check_in.person,
        "check-in-item",
        told,
        choices=in_words if item.answers else on_scale,
        about=check_in.id,
        labels={n: words.get(reader.language, n) for n, words in item.answers.items()},
        kept=item.id,
    )


def next_ring(check_in: CheckIn, now: datetime) -> tuple[Effect, ...]:
    """When something is to happen next, if anything is."""
    due = [one.due for one in check_in.coming if one.due is not None]
    if check_in.status is not CheckInStatus.AGREED or not due:
        return (StopTimer(ROUND, check_in.id),)
    return (StartTimer(ROUND, check_in.id, max(now, min(due))),)


def not_now(reader: Reader, now: datetime) -> datetime | None:
    """When to try again, if this is no moment to ask anything; None: it is."""
    if not reader.reachable:
        return now + REMINDED_AFTER
    local = now.astimezone(ZoneInfo(reader.zone))
    if local.time() >= QUIET_FROM or local.time() < QUIET_TO:
        day = local.date() + timedelta(days=int(local.time() >= QUIET_FROM))
        return datetime.combine(day, QUIET_TO, local.tzinfo).astimezone(now.tzinfo)
    return now + BUSY_AGAIN if reader.busy else None


def let_go(check_in: CheckIn, now: datetime) -> Decision:
    """The open round is over without an answer to keep: what there was of it is gone."""
    over = replace(check_in, open=None)
    return Decision(save=(over,), effects=(ForgetQuestions(check_in.id), *next_ring(over, now)))


def due_now(check_in: CheckIn, now: datetime) -> list[Coming]:
    """The rounds whose time has come, the earliest first."""
    due = [(one.due, one) for one in check_in.coming if one.due is not None and one.due <= now]
    return [one for _, one in sorted(due, key=lambda pair: pair[0])]


def dropped_all(check_in: CheckIn, why: str, now: datetime) -> tuple[Effect, ...]:
    """A reason for every round that is due and was not asked yet."""
    if check_in.status is not CheckInStatus.AGREED:
        return ()
    return tuple(_dropped(check_in, one.round, why) for one in due_now(check_in, now))


def _wait_on(
    check_in: CheckIn, one: OpenRound, programme: Programme, reader: Reader, now: datetime
) -> Decision:
    over = one.since + ANSWERED_WITHIN
    items: tuple[Item, ...] = programme.check_ins.items(check_in.who)
    if now >= over or one.leaving or one.next_item(items) is None:
        return let_go(check_in, now)
    if one.reminded:
        return Decision(effects=(StartTimer(ROUND, check_in.id, over),))
    if later := not_now(reader, now):
        return Decision(effects=(StartTimer(ROUND, check_in.id, min(later, over)),))
    reminded = replace(check_in, open=replace(one, reminded=True))
    return Decision(
        save=(reminded,),
        effects=(
            # What they were asked before stands open: it is the same, and they may answer it there.
            question(reminded, programme, reader, again=True),
            StartTimer(ROUND, check_in.id, over),
        ),
    )


def _is_asked(round: str, check_in: CheckIn, programme: Programme) -> bool:
    plan = programme.check_ins
    if not plan.items(check_in.who):
        return False
    return check_in.who is not Who.RECEIVER or plan.round(round) is not None


def _dropped(check_in: CheckIn, round: str, why: str) -> Note:
    numbers: dict[str, int | str] = {"round": round, "who": check_in.who.value, "why": why}
    return Note("check-in-dropped", programme=check_in.programme, numbers=numbers)

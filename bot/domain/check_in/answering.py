"""What follows from an answer, a skip, a stop; and from the last answer of a round."""

from dataclasses import replace
from datetime import datetime

from bot.domain.check_in.asking import (
    LATEST,
    ROUND,
    Reader,
    ask,
    dropped_all,
    due_now,
    let_go,
    next_ring,
    question,
)
from bot.domain.check_in.months import batch
from bot.domain.check_in.plan import LOW, Item, Who, gathered
from bot.domain.check_in.standing import CheckIn
from bot.domain.decision import CloseQuestions, Decision, StopTimer, Tell
from bot.domain.lifecycle import CheckInStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from bot.domain.report.weeks import Week
from bot.domain.row_effects import ForgetQuestions, Gather


def agree(check_in: CheckIn, programme: Programme, reader: Reader, now: datetime) -> Decision:
    """They may be asked. What is due is asked at once: they are here."""
    agreed = check_in.to(CheckInStatus.AGREED)
    due = due_now(agreed, now)
    fresh = [one for one in due if one.due is not None and now - one.due < LATEST]
    said = Decision(
        effects=(
            CloseQuestions(check_in.id),
            Tell(check_in.person, "check-in-agreed", {"now": "yes" if fresh else "no"}),
        )
    )
    rest = replace(agreed, coming=tuple(one for one in agreed.coming if one not in due))
    if not fresh:
        late = dropped_all(agreed, "late", now)
        return said + Decision(save=(rest,), effects=(*late, *next_ring(rest, now)))
    before = replace(agreed, coming=tuple(one for one in due if one != fresh[-1]))
    dropped = Decision(effects=dropped_all(before, "overtaken", now))
    return said + dropped + ask(rest, fresh[-1].round, programme, reader, now, begun=True)


def decline(check_in: CheckIn, now: datetime) -> Decision:
    """They are not asked, now or later. Half a round may be kept, if they say so."""
    dropped = dropped_all(check_in, "stopped", now)
    half = bool(check_in.open and check_in.open.answers)
    over = replace(
        check_in.to(CheckInStatus.DECLINED),
        coming=(),
        open=replace(check_in.open, leaving=True) if check_in.open and half else None,
    )
    told = Tell(check_in.person, "check-ins-off", {"half": "yes" if half else "no"})
    effects = (ForgetQuestions(check_in.id), *dropped, told)
    if not half:
        return Decision(save=(over,), effects=(*effects, StopTimer(ROUND, check_in.id)))
    return Decision(save=(over,), effects=(*effects, _keep_or_not(over)))


def start(check_in: CheckIn, programme: Programme, reader: Reader) -> Decision:
    """It suits them: the first question. Raises Refusal when it is over."""
    if check_in.open is None:
        raise Refusal("too-late")
    begun = replace(check_in, open=replace(check_in.open, begun=True))
    effects = (CloseQuestions(check_in.id), question(begun, programme, reader))
    return Decision(save=(begun,), effects=effects)


def take(
    check_in: CheckIn, item: str, value: int | None, programme: Programme, reader: Reader,
    now: datetime,
) -> Decision:  # fmt: skip
    """One answer, or none (a skip). Raises Refusal when that is not what stands open."""
    items = programme.check_ins.items(check_in.who)
    one = check_in.open
    asked = one.next_item(items) if one else None
    if one is None or asked is None or asked.id != item or one.leaving:
        raise Refusal("too-late")
    if value is None:
        one = replace(one, skipped=one.skipped | {item})
    else:
        one = replace(one, answers={**one.answers, item: value})
    doors = value is not None and _is_low(asked, value) and not one.doors_shown
    now_at = replace(check_in, open=replace(one, doors_shown=one.doors_shown or doors))
    if one.next_item(items) is None:
        return close(now_at, programme, now, doors=doors)
    effects = (CloseQuestions(check_in.id), question(now_at, programme, reader, doors=doors))
    return Decision(save=(now_at,), effects=effects)


def leave(check_in: CheckIn, now: datetime) -> Decision:
    """They stop here: what they answered is kept only if they say so."""
    if check_in.open is None:
        raise Refusal("too-late")
    if not check_in.open.answers:
        left = Decision(effects=(Tell(check_in.person, "check-in-left"),))
        return let_go(check_in, now) + left
    leaving = replace(check_in, open=replace(check_in.open, leaving=True))
    effects = (CloseQuestions(check_in.id), _keep_or_not(leaving))
    return Decision(save=(leaving,), effects=effects)


def keep_half(check_in: CheckIn, programme: Programme, now: datetime) -> Decision:
    """Those answers may be kept."""
    if check_in.open is None or not check_in.open.leaving:
        raise Refusal("too-late")
    return close(check_in, programme, now)


def drop_half(check_in: CheckIn, now: datetime) -> Decision:
    """Those answers are to be gone."""
    if check_in.open is None or not check_in.open.leaving:
        raise Refusal("too-late")
    gone = Decision(effects=(Tell(check_in.person, "check-in-gone"),))
    return let_go(check_in, now) + gone


def close(
    check_in: CheckIn, programme: Programme, now: datetime, *, doors: bool = False
) -> Decision:
    """The round is done. Here, in one step, its answers leave the person for good."""
    assert check_in.open is not None
    answers = gathered(programme.check_ins.items(check_in.who), check_in.open.answers)
    done = replace(check_in, open=None)
    week = Week.at(now, programme.time_zone)
    when = batch(check_in.who, check_in.open.since.date())
    gather = (Gather(check_in.programme, check_in.who, check_in.open.round, week, answers, when),)
    may_write = programme.check_ins.comments and check_in.who is Who.RECEIVER
    thanks = Tell(
        check_in.person,
        "check-in-thanks",
        {"low": int(doors), "who": check_in.who.value},
        choices=("leave-comment", "no-thanks")
        if may_write and not check_in.commented and answers
        else (),
        about=check_in.id,
    )
    return Decision(
        save=(done,),
        effects=(
            ForgetQuestions(check_in.id),
            *(gather if answers else ()),
            thanks,
            *next_ring(done, now),
        ),
    )


def _keep_or_not(check_in: CheckIn) -> Tell:
    return Tell(
        check_in.person, "check-in-keep-ask",
        choices=("check-in-keep", "check-in-let-go"), about=check_in.id,
    )  # fmt: skip


def _is_low(item: Item, value: int) -> bool:
    return value == 0 if item.answers else value <= LOW

"""Asked again when somebody may be free: what follows from a look, a yes, a no and silence.

The receiver is asked first, and only their yes makes a request: a volunteer is never asked for
somebody who has gone to bed. It ends in a contact, in their own no, or with a plain word.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.called_back import CallBack
from bot.domain.decision import Amend, CloseQuestions, Decision, Note, StartTimer, Tell
from bot.domain.opening import OpeningHours
from bot.domain.programme import Programme
from bot.domain.row_effects import EndCallBack

LOOK = "call-back"
LOOK_EVERY = timedelta(minutes=5)  # while it could be now; a duty that begins is noticed at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How it stands at the moment of a look."""

    opening: OpeningHours
    free: int  # volunteers who could be asked, and whom nobody before them needs
    may_ask: bool = True  # not paused, below the receiver's limit, in touch with nobody
    here: bool = True  # their page is open, where there is one
    was_in_touch: bool = False  # they have been since: it has come true another way


def keep(wish: CallBack, seen: Seen, now: datetime) -> Decision:
    """They need not wait: they are asked when somebody may be free."""
    only = wish.hours.only
    kept = replace(wish, ends_at=min(wish.ends_at, only[1])) if only else wish
    first = now if kept.may_be_now(seen.opening, now) else _next(kept, seen, now)
    hours = wish.hours
    return Decision(
        save=(kept,),
        effects=(
            Tell(
                wish.receiver,
                "call-back-kept",
                {
                    "days": _days(wish),
                    "hours": "any" if hours.hours.opens == hours.hours.to else str(hours.hours),
                    "on_day": only[0] if only else now,
                    "last_day": kept.ends_at - timedelta(seconds=1),
                },
                about=wish.id,
                code=wish.code,
            ),
            StartTimer(LOOK, wish.id, max(first, now + LOOK_EVERY)),
            Note("call-back-kept", wish.id, wish.programme),
        ),
    )


def look(wish: CallBack, seen: Seen, programme: Programme, now: datetime) -> Decision:
    """Its timer rang: end it, ask, or look again later."""
    if seen.was_in_touch:
        return end(wish, "contact")
    if wish.asked_until is not None:
        if now < wish.asked_until:
            return Decision(effects=(StartTimer(LOOK, wish.id, wish.asked_until),))
        return _unanswered(wish, seen, programme, now)
    if now >= wish.ends_at:
        return _over(wish, "time")
    if seen.free > 0 and seen.may_ask and seen.here and wish.may_be_now(seen.opening, now):
        return _ask(wish, programme, now)
    return Decision(effects=(StartTimer(LOOK, wish.id, _next(wish, seen, now)),))


def not_now(wish: CallBack, seen: Seen, programme: Programme, now: datetime) -> Decision:
    """They said not now: later, as long as they have not been asked too often."""
    closed = Decision(effects=(CloseQuestions(wish.id),))
    if wish.asks >= programme.call_back.asks:
        return closed + _over(wish, "asked")
    later = _later(wish, programme, now)
    told = Tell(wish.receiver, "call-back-later", about=wish.id, code=wish.code)
    again = StartTimer(LOOK, wish.id, _next(later, seen, now))
    return closed + Decision(save=(later,), effects=(told, again))


def end(wish: CallBack, outcome: str) -> Decision:
    """It is over, without a word of its own: what they read says so."""
    return Decision(
        effects=(
            CloseQuestions(wish.id),
            EndCallBack(wish.id),
            Note("call-back-ended", wish.id, wish.programme, {"outcome": outcome}),
        )
    )


def _ask(wish: CallBack, programme: Programme, now: datetime) -> Decision:
    until = now + timedelta(minutes=programme.call_back.answer_minutes)
    return Decision(
        save=(replace(wish, asks=wish.asks + 1, asked_until=until),),
        effects=(
            Tell(
                wish.receiver,
                "call-back-ask",
                {"minutes": programme.call_back.answer_minutes},
                choices=("call-back-yes", "call-back-not-now", "call-back-stop"),
                about=wish.id,
                code=wish.code,
                expires=until,
            ),
            StartTimer(LOOK, wish.id, until),
            Note("call-back-asked", wish.id, wish.programme, {"times": wish.asks + 1}),
        ),
    )


def _unanswered(wish: CallBack, seen: Seen, programme: Programme, now: datetime) -> Decision:
    if wish.asks >= programme.call_back.asks or now >= wish.ends_at:
        return _over(wish, "asked" if wish.asks >= programme.call_back.asks else "time")
    later = _later(wish, programme, now)
    return Decision(
        save=(later,),
        effects=(
            Amend(wish.receiver, "call-back-ask", wish.id, "call-back-unanswered"),
            StartTimer(LOOK, wish.id, _next(later, seen, now)),
        ),
    )


def _over(wish: CallBack, why: str) -> Decision:
    told = Tell(
        wish.receiver, "call-back-over", {"why": why}, choices=("talk", "other-doors"),
        about=wish.id, code=wish.code,
    )  # fmt: skip
    over = end(wish, why)
    return Decision(effects=(*over.effects, told))


def _later(wish: CallBack, programme: Programme, now: datetime) -> CallBack:
    pause = timedelta(minutes=programme.call_back.again_minutes)
    return replace(wish, asked_until=None, not_before=now + pause)


def _next(wish: CallBack, seen: Seen, now: datetime) -> datetime:
    return max(wish.next_look(seen.opening, LOOK_EVERY, now), now + timedelta(minutes=1))


def _days(wish: CallBack) -> str:
    if wish.hours.on:
        return "date"
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    if len(wish.hours.days) == 1:
        return names[min(wish.hours.days)]
    return {7: "every", 5: "weekdays"}.get(len(wish.hours.days), "weekends")

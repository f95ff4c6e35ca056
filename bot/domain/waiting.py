"""What happens to a request while somebody waits: asking on, signs of life, an alarm, other doors."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import routing
from bot.domain.decision import (
    NOTHING,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.fitness import Candidate
from bot.domain.ids import OfferId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.offering import LOOK_AGAIN, offer, recall
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from bot.domain.request import Offer, Request

SIGN_OF_LIFE = "sign-of-life"
ALARM = "waits-too-long"
GIVE_UP = "give-up"
TIMERS = (LOOK_AGAIN, SIGN_OF_LIFE, ALARM, GIVE_UP)

WAITING_CHOICES = ("keep-waiting", "call-me-back", "other-doors", "cancel-request")


def begin(request: Request, programme: Programme, now: datetime) -> Decision:
    """Somebody asked. They hear at once that we look, and everything that watches over it starts."""
    said = "talk-looking-again" if request.front else "talk-looking"
    return Decision(
        save=(request,),
        effects=(
            Tell(
                request.receiver,
                said,
                {"minutes": programme.routing.other_doors_minutes},
                about=request.id,
                code=request.code,
            ),
            *watch(request, programme, now),
            Note("request-opened", request.id, request.programme, {"form": request.form}),
        ),
    )


def watch(request: Request, programme: Programme, now: datetime) -> tuple[Effect, ...]:
    """Everything that keeps a waiting receiver from waiting in silence, from now on."""
    times = programme.routing
    return (
        StartTimer(SIGN_OF_LIFE, request.id, now + _minutes(times.sign_of_life_minutes)),
        StartTimer(ALARM, request.id, now + _minutes(times.alarm_minutes)),
        StartTimer(GIVE_UP, request.id, now + _minutes(times.give_up_minutes)),
    )


def ask(
    request: Request,
    candidates: Sequence[Candidate],
    programme: Programme,
    offer_ids: Sequence[OfferId],
    now: datetime,
) -> Decision:
    """Ask the next wave. With nobody to ask, look again later; the other timers keep their word.

    `offer_ids` has at least `wave_size` fresh ids.
    """
    chosen = routing.choose(request, candidates, programme, now)
    look_again = StartTimer(LOOK_AGAIN, request.id, now + _minutes(programme.routing.wave_minutes))
    if not chosen:
        return Decision(save=(request,), effects=(look_again,))
    asked = Decision(
        save=(replace(request.to(RequestStatus.OFFERED), wave=request.wave + 1),),
        effects=(look_again,),
    )
    for id, volunteer in zip(offer_ids, chosen, strict=False):
        asked += offer(request, volunteer, programme, id, now)
    return asked


def sign_of_life(request: Request, asking: int, programme: Programme, now: datetime) -> Decision:
    """An honest word to somebody who waits, ever more seldom, with other doors after a while."""
    if not request.waiting:
        return NOTHING
    signs = request.signs + 1
    waited = int((now - request.waiting_since) / timedelta(minutes=1))
    doors = waited >= programme.routing.other_doors_minutes
    return Decision(
        save=(replace(request, signs=signs),),
        effects=(
            CloseQuestions(request.id, request.receiver),
            Tell(
                request.receiver,
                "talk-still-looking",
                {"waited": waited, "asking": asking, "other_doors": doors},
                choices=WAITING_CHOICES,
                about=request.id,
                code=request.code,
                expires=now + _minutes(programme.routing.sign_of_life_minutes),
            ),
            StartTimer(SIGN_OF_LIFE, request.id, now + until_next_sign(signs, programme)),
        ),
    )


def until_next_sign(signs: int, programme: Programme) -> timedelta:
    """How long until the next sign of life: 2, 2, 3, 3, 5, 5, 8 ... times half the shortest pause.

    Never more often than `sign_of_life_minutes`; slower the longer it lasts, so that it does not nag.
    """
    steps = (2, 2, 3, 3, 5, 5, 8)
    factor = steps[min(signs, len(steps) - 1)]
    return timedelta(minutes=programme.routing.sign_of_life_minutes * factor / 2)


def alarm(request: Request, asked: int, now: datetime) -> Decision:
    """A coordinator hears of somebody who has waited too long."""
    if not request.waiting:
        return NOTHING
    waited = int((now - request.waiting_since) / timedelta(minutes=1))
    return Decision(
        effects=(
            TellCoordinators(
                request.programme,
                "alarm-waiting",
                {"code": request.code, "waited": waited, "asked": asked},
                choices=("take-request", "close-request"),
                about=request.id,
                code=request.code,
            ),
            Note("alarm-waiting", request.id, request.programme),
        )
    )


def give_up(request: Request, offers: Sequence[Offer], now: datetime) -> Decision:
    """Nobody was free. The receiver hears it honestly and is shown other doors; we can look on."""
    if not request.waiting:
        return NOTHING
    unmet = replace(request.to(RequestStatus.UNMET), outcome="other-doors")
    waited = int((now - request.waiting_since) / timedelta(minutes=1))
    why = "nobody-said-yes" if request.wave else "nobody-there"
    return Decision(
        save=(unmet,),
        effects=(
            CloseQuestions(request.id, request.receiver),
            Tell(
                request.receiver,
                "talk-nobody-free",
                {"waited": waited},
                choices=("keep-waiting", "call-me-back", "other-doors"),
                about=request.id,
                code=request.code,
            ),
            *stop_watching(request),
            TellCoordinators(request.programme, "alarm-unmet", {"code": request.code}),
            Note("request-unmet", request.id, request.programme, {"waited": waited, "why": why}),
        ),
    ) + recall(offers, OfferStatus.RECALLED)


def keep_looking(request: Request, programme: Programme, now: datetime) -> Decision:
    """The receiver would rather wait on. After a give-up the search starts again, at the front.

    Raises Refusal when it has ended otherwise.
    """
    if request.waiting:
        return Decision(effects=(Tell(request.receiver, "talk-waiting-on", code=request.code),))
    if request.status is not RequestStatus.UNMET:
        raise Refusal("too-late")
    return begin(afresh(request, now), programme, now)


def afresh(request: Request, now: datetime) -> Request:
    """The same wish, taken up again and served before others."""
    open_again = request.to(RequestStatus.OPEN)
    return replace(
        open_again, waiting_since=now, wave=0, signs=0, front=True, wished_for=None, outcome=""
    )


def withdraw(request: Request, offers: Sequence[Offer]) -> Decision:
    """The receiver takes the wish back. Nobody minds."""
    withdrawn = replace(request.to(RequestStatus.WITHDRAWN), outcome="withdrawn")
    return Decision(
        save=(withdrawn,),
        effects=(
            CloseQuestions(request.id),
            Tell(request.receiver, "talk-withdrawn", code=request.code),
            *stop_watching(request),
            Note("request-withdrawn", request.id, request.programme),
        ),
    ) + recall(offers, OfferStatus.RECALLED)


def put_off(request: Request, offers: Sequence[Offer]) -> Decision:
    """They would rather be asked later than wait: nobody is asked any more."""
    put_off = replace(request.to(RequestStatus.WITHDRAWN), outcome="call-back")
    return Decision(
        save=(put_off,),
        effects=(
            CloseQuestions(request.id),
            *stop_watching(request),
            Note("request-put-off", request.id, request.programme),
        ),
    ) + recall(offers, OfferStatus.RECALLED)


def close(request: Request, offers: Sequence[Offer]) -> Decision:
    """A coordinator closes a wish; the receiver is told, with other doors."""
    closed = replace(request.to(RequestStatus.CLOSED), outcome="closed")
    return Decision(
        save=(closed,),
        effects=(
            CloseQuestions(request.id),
            Tell(request.receiver, "request-closed", choices=("other-doors",), about=request.id),
            *stop_watching(request),
            Note("request-closed", request.id, request.programme),
        ),
    ) + recall(offers, OfferStatus.RECALLED)


def stop_watching(request: Request) -> tuple[Effect, ...]:
    """It is not waited for any more."""
    return tuple(StopTimer(kind, request.id) for kind in TIMERS)


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)

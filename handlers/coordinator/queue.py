"""Who waits, and what a coordinator may do about it by hand."""

import json
from datetime import timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import meeting, offering, waiting
from bot.domain.decision import NOTHING, Audit, CloseQuestions, Decision
from bot.domain.fitness import OF_THE_PERSON, reasons
from bot.domain.ids import ContactId, OfferId, RequestId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from storage import candidates, contacts, never_again, offers, requests, volunteers
from storage.database import Transaction

router = Router()

QUEUE = Command(name="queue", words=("queue", "kø"), who=Role.COORDINATOR)
ASSIGN = Command(
    name="assign", words=("assign", "tildel"), who=Role.COORDINATOR,
    takes=(Takes("code"), Takes("name", rest=True)),
)  # fmt: skip
TAKE = Command(name="take", words=("take", "overtag"), who=Role.COORDINATOR, takes=(Takes("code"),))
CLOSE = Command(name="close", words=("close", "luk"), who=Role.COORDINATOR, takes=(Takes("code"),))


@router.command(QUEUE)
def queue(turn: Turn, db: Transaction) -> Decision:
    """Open requests by code, how long they have waited, who is asked (in numbers), who is in touch."""
    access.coordinator(turn)
    programme = turn.programme.name
    waiters = requests.waiting(db, programme)
    ongoing = contacts.ongoing(db, programme)
    ready = volunteers.on_duty(db, programme, turn.now)
    said = turn.answer("queue", waiting=len(waiters), ongoing=len(ongoing), on_duty=len(ready))
    for request in waiters:
        asked = offers.about(db, request.id)
        said += turn.answer(
            "queue-row",
            code=request.code,
            waited=int((turn.now - request.waiting_since) / timedelta(minutes=1)),
            asked=len(asked),
            pending=sum(o.status is OfferStatus.PENDING for o in asked),
            form=request.form,
            language=request.language,
            front=request.front,
        )
    return said


@router.command(ASSIGN)
def assign(turn: Turn, db: Transaction) -> Decision:
    """Ask one volunteer by hand: shown first, with what stands against it."""
    access.coordinator(turn)
    request = _waiting(turn.args["code"], db)
    volunteer = _named(turn, db)
    against = _against(request, volunteer, turn, db)
    kept = json.dumps([request.id, volunteer.person])
    return turn.answer(
        "assign-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=request.id,
        code=request.code,
        kept=kept,
        name=volunteer.name,
        request=request.code,
        **{reason.replace("-", "_"): reason in against for reason in OF_THE_PERSON},
    )


@router.press("assign-confirm", "confirm-yes")
def assigned(turn: Turn, db: Transaction) -> Decision:
    """They are asked; a yes is still theirs to give."""
    me = access.coordinator(turn)
    assert turn.question is not None
    request_id, person = json.loads(turn.question.kept)
    request, volunteer = requests.get(db, request_id), volunteers.get(db, person)
    if request is None or volunteer is None or not request.waiting:
        raise Refusal("too-late")
    _against(request, volunteer, turn, db)
    id = OfferId(db.new_id())
    offered = Decision(save=(request.to(RequestStatus.OFFERED),)) + offering.offer(
        request, volunteer, turn.programme, id, turn.now, by_hand=True
    )
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about),
            Audit(me.person, "assign", f"{request.code} {volunteer.name}"),
        )
    )
    return done + offered + turn.answer("assign-done", name=volunteer.name, request=request.code)


@router.command(TAKE)
def take(turn: Turn, db: Transaction) -> Decision:
    """The coordinator takes it themself."""
    return _take(_waiting(turn.args["code"], db), turn, db)


@router.press("alarm-waiting", "take-request")
def take_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press on the alarm."""
    return _take(_pressed(turn, db), turn, db)


@router.command(CLOSE)
def close(turn: Turn, db: Transaction) -> Decision:
    """End somebody's waiting by hand: shown first."""
    return _close_shown(_waiting(turn.args["code"], db), turn)


@router.press("alarm-waiting", "close-request")
def close_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press on the alarm."""
    return _close_shown(_pressed(turn, db), turn)


@router.press("close-confirm", "confirm-yes")
def closed(turn: Turn, db: Transaction) -> Decision:
    """It is closed, and the receiver is told, with other doors."""
    me = access.coordinator(turn)
    request = _pressed(turn, db)
    done = waiting.close(request, offers.pending(db, request.id))
    acted = Decision(effects=(Audit(me.person, "close", request.code),))
    return acted + done + turn.answer("close-done", request=request.code)


def _take(request: Request, turn: Turn, db: Transaction) -> Decision:
    me = access.coordinator(turn)
    if contacts.open_of(db, me.person) or requests.waiting_by(db, me.person):
        raise Refusal("talk-already-in-contact")
    if never_again.among(db, request.receiver, [me.person]):
        raise Refusal("assign-not-these-two")
    pending = offers.pending(db, request.id)
    rest = offering.recall(pending, OfferStatus.SUPERSEDED)
    id = ContactId(db.new_id())
    known = volunteers.get(db, me.person)
    begun = meeting.begin(
        request,
        me.person,
        turn.programme,
        id,
        turn.now,
        known_as=known.name if known else "",
        giver="coordinator",
    )
    acted = Decision(effects=(Audit(me.person, "take", request.code),))
    # Whoever takes it is told in private that it begins; the others read here that it is taken.
    told = turn.answer("take-done", request=request.code) if turn.in_coordinators_room else NOTHING
    return acted + rest + begun + told


def _close_shown(request: Request, turn: Turn) -> Decision:
    access.coordinator(turn)
    return turn.answer(
        "close-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=request.id,
        code=request.code,
        request=request.code,
        waited=int((turn.now - request.waiting_since) / timedelta(minutes=1)),
    )


def _against(request: Request, volunteer: Volunteer, turn: Turn, db: Transaction) -> list[str]:
    """What a coordinator should know before asking this one. Raises Refusal for what protects people."""
    (candidate,) = candidates.of(db, request, [volunteer], turn.now)
    found = reasons(candidate, request, turn.programme, turn.now, widened=False)
    hard = [reason for reason in found if reason not in OF_THE_PERSON]
    if hard:
        raise Refusal("assign-not-possible", name=volunteer.name, reason=hard[0].value)
    return [reason.value for reason in found]


def _waiting(code: str, db: Transaction) -> Request:
    request = requests.coded(db, code)
    if request is None or not request.waiting:
        raise Refusal("queue-no-such-code", code=code.upper()[:6])
    return request


def _pressed(turn: Turn, db: Transaction) -> Request:
    access.coordinator(turn)
    assert turn.question is not None
    request = requests.get(db, RequestId(turn.question.about))
    if request is None or not request.waiting:
        raise Refusal("too-late")
    return request


def _named(turn: Turn, db: Transaction) -> Volunteer:
    volunteer = volunteers.named(db, turn.programme.name, turn.args["name"])
    if volunteer is None:
        raise Refusal("volunteers-no-such-name", name=turn.args["name"][:40])
    return volunteer

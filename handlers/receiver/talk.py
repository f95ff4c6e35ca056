"""A receiver wants to talk to a peer now."""

from datetime import datetime, timedelta

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.commands import Command, Role
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import waiting
from bot.domain.contact import Contact
from bot.domain.decision import Decision, Tell
from bot.domain.fitness import day_began
from bot.domain.ids import PersonId, RequestId
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from bot.relaying.words import clean_text
from handlers import looking, opening
from handlers.later import let_go
from handlers.receiver import new_accounts
from storage import (
    appointments,
    contacts,
    never_again,
    offers,
    programme_states,
    requests,
    volunteers,
)
from storage.database import Transaction

router = Router()

NOTE_LIMIT = 500  # letters; more belongs in the talk itself


class Wish(BaseModel):
    """What a receiver may tell before the search; every answer can be left out."""

    topics: str = ""  # ids with commas
    language: str = ""
    form: str = ""
    note: str = ""
    again: str = ""  # the volunteer of last time, when they asked for the same


DIALOGUE = Dialogue(
    name="talk",
    answers=Wish,
    formed=True,
    steps=(
        Step(name="topics", offered="topics", many=True, optional=True),
        Step(name="language", offered="languages", optional=True),
        Step(name="form", offered="forms-now", optional=True),
        Step(name="note", optional=True, longest=NOTE_LIMIT),
    ),
)

TALK = Command(name="talk", words=("talk", "snak"), who=Role.RECEIVER)
AGAIN = Command(name="again", words=("again", "igen"), who=Role.RECEIVER)


@router.command(TALK)
def talk(turn: Turn, db: Transaction) -> Decision:
    """Begin the short dialogue, if a request can be taken now."""
    may_ask(turn, db)
    return asking.start(router, DIALOGUE, turn, db, _settled(turn))


@router.press("*", "talk")
def talk_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press."""
    return talk(turn, db)


@router.command(AGAIN)
def again(turn: Turn, db: Transaction) -> Decision:
    """The same volunteer as last time, please, without learning who that is."""
    may_ask(turn, db)
    last = contacts.latest_given_to(db, turn.person.id)
    if last is None or not _may_meet_again(last, turn, db):
        raise Refusal("again-nobody-yet")
    known = {**_settled(turn), "again": last.volunteer, "topics": "", "note": ""}
    return Decision(effects=(Tell(turn.person.id, "again-asking"),)) + asking.start(
        router, DIALOGUE, turn, db, known
    )


@router.finished(DIALOGUE)
def wished(turn: Turn, wish: Wish, db: Transaction) -> Decision:
    """The answers become a request, and the search begins."""
    may_ask(turn, db)
    note = clean_text(wish.note, NOTE_LIMIT)
    request = Request(
        id=RequestId(db.new_id()),
        receiver=turn.person.id,
        programme=turn.programme.name,
        opened_at=turn.now,
        waiting_since=turn.now,
        language=wish.language or own_language(turn),
        form=wish.form or turn.programme.forms_now[0],
        topics=frozenset(t for t in wish.topics.split(",") if t) & turn.programme.topic_ids,
        note=note.text or None,
        wished_for=PersonId(wish.again) if wish.again else None,
    )
    opened = let_go(turn.person.id, db) + looking.open_request(request, turn.desk, db, turn.now)
    return turn.answer("note-shortened", most=NOTE_LIMIT) + opened if note.shortened else opened


def _may_meet_again(last: Contact, turn: Turn, db: Transaction) -> bool:
    """Not with somebody who has left us, nor after one of them said: not that one again."""
    giver = volunteers.get(db, last.volunteer)
    return giver is not None and not never_again.among(db, turn.person.id, [giver.person])


def may_ask(turn: Turn, db: Transaction) -> None:
    """Raises the Refusal that says kindly why not now, and when or where instead."""
    if contacts.open_of(db, turn.person.id):
        raise Refusal("talk-already-in-contact")
    if request := requests.waiting_by(db, turn.person.id):
        minutes = int((turn.now - request.waiting_since) / timedelta(minutes=1))
        raise Refusal("talk-already-looking", waited=minutes)
    state = programme_states.get(db, turn.programme.name)
    if state.paused:
        raise Refusal("talk-paused", message=state.message)
    hours = opening.hours_of(turn.programme, db, turn.now)
    if not hours.is_open(turn.now):
        opens = hours.next_opening(turn.now)
        if opens is None:
            raise Refusal("talk-closed-for-good", choices=("call-me-back", "other-doors"))
        raise Refusal("talk-closed", choices=("call-me-back", "other-doors"), when=opens)
    _within_limit(turn, db)
    _not_too_soon(turn, db)


def _not_too_soon(turn: Turn, db: Transaction) -> None:
    again = new_accounts.again_from(turn.person.id, turn.desk, db, turn.now)
    if again is not None:
        raise Refusal("talk-new-account", choices=("call-me-back", "other-doors"), when=again)


def _within_limit(turn: Turn, db: Transaction) -> None:
    most = turn.programme.limits.receiver_contacts_a_day
    midnight = day_began(turn.person.zone, turn.now)
    tomorrow: datetime = midnight + timedelta(days=1)
    had = [c for c in contacts.received_since(db, turn.person.id, midnight) if c.counts]
    to_come = appointments.received_by(db, turn.person.id)
    if len(had) + sum(a.begins_at < tomorrow for a in to_come) >= most:
        raise Refusal("talk-limit", most=most, when=tomorrow)


@router.press("talk-still-looking", "keep-waiting")
@router.press("talk-nobody-free", "keep-waiting")
@router.press("stop-while-waiting", "keep-waiting")
def keep_waiting(turn: Turn, db: Transaction) -> Decision:
    """They would rather wait on."""
    request = _asked_about(turn, db)
    if not request.waiting and requests.waiting_by(db, turn.person.id):
        raise Refusal("too-late")
    if not request.waiting:
        may_ask(turn, db)
    decision = waiting.keep_looking(request, turn.programme, turn.now)
    reopened = next((t for t in decision.save if isinstance(t, Request)), None)
    if reopened is None:
        return decision
    rest = let_go(turn.person.id, db) + Decision(effects=decision.effects)
    return rest + looking.ask_next(reopened, turn.desk, db, turn.now)


@router.press("*", "other-doors")
def other_doors(turn: Turn, db: Transaction) -> Decision:
    """Other places to turn; the search goes on meanwhile."""
    looking_on = requests.waiting_by(db, turn.person.id) is not None
    return turn.answer("other-doors", looking=looking_on)


@router.press("*", "cancel-request")
def cancel_pressed(turn: Turn, db: Transaction) -> Decision:
    """They take it back."""
    return withdraw(_asked_about(turn, db), db)


def withdraw(request: Request, db: Transaction) -> Decision:
    """Take back a waiting request, and every question that was asked because of it."""
    if not request.waiting:
        raise Refusal("too-late")
    return waiting.withdraw(request, offers.pending(db, request.id))


def _asked_about(turn: Turn, db: Transaction) -> Request:
    assert turn.question is not None
    request = requests.get(db, RequestId(turn.question.about))
    if request is None or request.receiver != turn.person.id:
        raise Refusal("too-late")
    return request


def _settled(turn: Turn) -> dict[str, str]:
    """What need not be asked: where there is only one language or form, there is no choice."""
    known = {"again": ""}
    if len(turn.programme.languages) == 1:
        known["language"] = turn.programme.languages[0]
    if len(turn.programme.forms_now) == 1:
        known["form"] = turn.programme.forms_now[0]
    return known


def own_language(turn: Turn) -> str:
    """Theirs, if the programme speaks it."""
    return turn.programme.spoken_with(turn.person.language)

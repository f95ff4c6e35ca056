"""A coordinator writes with somebody who wished for it, or for whom it would be good."""

from bot.conversation import access
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import meeting, offering
from bot.domain.contact import EndedBy
from bot.domain.decision import Audit, CloseQuestions, Decision, Tell
from bot.domain.ids import ContactId, PersonId, RequestId, code_of
from bot.domain.lifecycle import OfferStatus
from bot.domain.people import Person
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from handlers.contact.ending import end_for
from storage import contacts, never_again, offers, people, requests, volunteers
from storage.database import Transaction

router = Router()

READY_CHOICES = ("move-to-coordinator", "no-thanks")


@router.press("alarm-crisis", "write-to-them")
def write_after_crisis(turn: Turn, db: Transaction) -> Decision:
    """Somebody looked at the crisis doors and wished for it."""
    return _write(turn, db, "wrote-after-crisis")


@router.press("alarm-after-report", "write-to-them")
@router.press("alarm-colleague", "write-to-them")
@router.press("alarm-heavy", "write-to-them")
@router.press("alarm-safety", "write-to-them")
def write_to_them(turn: Turn, db: Transaction) -> Decision:
    """Somebody reported, would like a colleague, or had a heavy talk."""
    return _write(turn, db, "wrote")


@router.press("crisis-coordinator-ready", "move-to-coordinator")
@router.press("colleague-ready", "move-to-coordinator")
def move(turn: Turn, db: Transaction) -> Decision:
    """They would rather talk with the coordinator. Whoever they gave to is found somebody else."""
    assert turn.question is not None
    act, _, person = turn.question.kept.partition(" ")
    coordinator = people.get(db, PersonId(person))
    if coordinator is None or _is_taken(coordinator.id, db):
        raise Refusal("too-late")
    ended = Decision()
    if contact := contacts.open_of(db, turn.person.id):
        gives = contact.volunteer == turn.person.id
        by = EndedBy.HANDOVER if gives else EndedBy.COORDINATOR
        ended = end_for(contact, by, turn.desk, db, turn.now)
    return ended + _in_touch(turn.person, coordinator.id, act, turn, db)


def _write(turn: Turn, db: Transaction, act: str) -> Decision:
    """A coordinator is ready. Whoever is in touch with somebody chooses which of the two."""
    me = access.coordinator(turn)
    assert turn.question is not None
    person = people.get(db, PersonId(turn.question.about))
    if person is None or person.id == me.person or _is_taken(me.person, db):
        return turn.answer("crisis-not-reachable-now")
    if never_again.among(db, person.id, [me.person]):
        raise Refusal("assign-not-these-two")
    contact = contacts.open_of(db, person.id)
    if contact is None:
        closed = Decision(effects=(CloseQuestions(person.id),))
        return closed + _in_touch(person, me.person, act, turn, db)
    gives = contact.volunteer == person.id
    ready = Tell(
        person.id,
        "colleague-ready" if gives else "crisis-coordinator-ready",
        choices=READY_CHOICES,
        about=person.id,
        kept=f"{act} {me.person}",
    )
    # The alarm stands open: whoever does not answer can be written to once their contact is over.
    asked = Decision(effects=(CloseQuestions(person.id, person.id), ready))
    return asked + turn.answer("crisis-asked-to-move")


def _is_taken(coordinator: PersonId, db: Transaction) -> bool:
    waits = requests.waiting_by(db, coordinator)
    return waits is not None or contacts.open_of(db, coordinator) is not None


def _in_touch(
    person: Person, coordinator: PersonId, act: str, turn: Turn, db: Transaction
) -> Decision:
    opened = requests.waiting_by(db, person.id) or Request(
        id=RequestId(db.new_id()),
        receiver=person.id,
        programme=turn.programme.name,
        opened_at=turn.now,
        waiting_since=turn.now,
        language=person.language,
    )
    recalled = offering.recall(offers.pending(db, opened.id), OfferStatus.SUPERSEDED)
    id = ContactId(db.new_id())
    known = volunteers.get(db, coordinator)
    begun = meeting.begin(
        opened,
        coordinator,
        turn.programme,
        id,
        turn.now,
        known_as=known.name if known else "",
        giver="coordinator",
    )
    acted = Audit(coordinator, act, code_of(id))
    return recalled + begun + Decision(effects=(CloseQuestions(person.id), acted))

"""A cry for help goes on to a coordinator: only with the person's own yes, and without their words."""

from bot.conversation import access
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import meeting, offering
from bot.domain.contact import EndedBy
from bot.domain.decision import Audit, CloseQuestions, Decision, Note, Tell, TellCoordinators
from bot.domain.ids import ContactId, PersonId, RequestId, code_of
from bot.domain.lifecycle import OfferStatus
from bot.domain.people import Person
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from handlers.contact.ending import end_for
from storage import contacts, never_again, offers, people, requests
from storage.database import Transaction

router = Router()


@router.press("crisis-card", "tell-coordinator")
def tell_coordinator(turn: Turn, db: Transaction) -> Decision:
    """The coordinators hear that somebody wishes it, and nothing of what they wrote."""
    contact = contacts.open_of(db, turn.person.id)
    request = requests.waiting_by(db, turn.person.id)
    code = contact.code if contact else request.code if request else ""
    alarm = TellCoordinators(
        turn.programme.name,
        "alarm-crisis",
        {"code": code},
        choices=("write-to-them",),
        about=turn.person.id,
        code=code,
    )
    noted = Note("crisis-coordinator-told", programme=turn.programme.name)
    return Decision(effects=(alarm, noted)) + turn.answer("crisis-coordinator-told")


@router.press("alarm-crisis", "write-to-them")
def write_to_them(turn: Turn, db: Transaction) -> Decision:
    """A coordinator is ready. Whoever is in touch with a volunteer chooses which of the two."""
    me = access.coordinator(turn)
    assert turn.question is not None
    person = people.get(db, PersonId(turn.question.about))
    if person is None or person.id == me.person or _is_taken(me.person, db):
        return turn.answer("crisis-not-reachable-now")
    if never_again.among(db, person.id, [me.person]):
        raise Refusal("assign-not-these-two")
    closed = Decision(effects=(CloseQuestions(person.id),))
    if contacts.open_of(db, person.id):
        ready = Tell(
            person.id,
            "crisis-coordinator-ready",
            choices=("move-to-coordinator", "no-thanks"),
            about=person.id,
            kept=me.person,
        )
        return closed + Decision(effects=(ready,)) + turn.answer("crisis-asked-to-move")
    return closed + _in_touch(person, me.person, turn, db)


@router.press("crisis-coordinator-ready", "move-to-coordinator")
def move(turn: Turn, db: Transaction) -> Decision:
    """They would rather talk with the coordinator: the contact with the volunteer ends kindly."""
    assert turn.question is not None
    coordinator = people.get(db, PersonId(turn.question.kept))
    if coordinator is None or _is_taken(coordinator.id, db):
        raise Refusal("too-late")
    ended = Decision()
    if contact := contacts.open_of(db, turn.person.id):
        ended = end_for(contact, EndedBy.COORDINATOR, turn.desk, db, turn.now)
    return ended + _in_touch(turn.person, coordinator.id, turn, db)


def _is_taken(coordinator: PersonId, db: Transaction) -> bool:
    waits = requests.waiting_by(db, coordinator)
    return waits is not None or contacts.open_of(db, coordinator) is not None


def _in_touch(person: Person, coordinator: PersonId, turn: Turn, db: Transaction) -> Decision:
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
    acted = Audit(coordinator, "wrote-after-crisis", code_of(id))
    begun = meeting.begin(opened, coordinator, turn.programme, id, turn.now)
    return recalled + begun + Decision(effects=(CloseQuestions(person.id), acted))

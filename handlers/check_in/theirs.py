"""Whose check-ins a press or a word is about, and what must be known of that person."""

from bot.conversation.turn import Turn
from bot.domain.check_in.asking import Reader
from bot.domain.check_in.standing import CheckIn
from bot.domain.people import Person
from bot.domain.refusal import Refusal
from storage import check_ins, contacts, dialogues, requests
from storage.database import Transaction


def asked_about(turn: Turn, db: Transaction) -> CheckIn:
    """The check-ins that the answered question is about. Raises Refusal when they are not theirs."""
    assert turn.question is not None
    found = check_ins.get(db, turn.question.about)
    if found is None or found.person != turn.person.id:
        raise Refusal("too-late")
    return found


def open_of(turn: Turn, db: Transaction) -> CheckIn | None:
    """The check-ins of theirs of which a round is open, if any."""
    return next((one for one in check_ins.of_person(db, turn.person.id) if one.open), None)


def reader_of(person: Person, db: Transaction) -> Reader:
    """What asking must know of them."""
    busy = (
        contacts.open_of(db, person.id) is not None
        or requests.waiting_by(db, person.id) is not None
        or dialogues.of(db, person.id) is not None
    )
    return Reader(language=person.language, zone=person.zone, busy=busy, reachable=person.reachable)

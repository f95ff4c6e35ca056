"""What is kept about me, and: forget me."""

import json

from bot.conversation.commands import Command
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.contact import EndedBy
from bot.domain.decision import Decision, Forget, Note, Tell
from handlers import looking
from handlers.contact.ending import end_for
from handlers.receiver.talk import withdraw
from storage import contacts, kept_about, offers, requests
from storage.database import Transaction

router = Router()

MY_DATA = Command(name="my-data", words=("my data", "mine data"))
FORGET_ME = Command(name="forget-me", words=("forget me", "glem mig"))


READABLE = 3000  # letters in the message itself; the file has all of it


@router.command(MY_DATA)
def my_data(turn: Turn, db: Transaction) -> Decision:
    """Everything kept about this person, in words a person and a program can read."""
    found = kept_about.person(db, turn.person.id)
    data = json.dumps(found, ensure_ascii=False, indent=1)
    readable = data if len(data) <= READABLE else data[:READABLE] + " …"
    told = Tell(turn.person.id, "my-data", {"data": readable}, attached=data)
    return Decision(effects=(told,))


@router.command(FORGET_ME)
def forget_me(turn: Turn, db: Transaction) -> Decision:
    """Ask once; it cannot be undone."""
    return turn.answer("forget-ask", choices=("forget-yes", "no-thanks"), about=turn.person.id)


@router.press("forget-ask", "forget-yes")
def forget(turn: Turn, db: Transaction) -> Decision:
    """Erase them: what they wait for and who they are in touch with ends first."""
    ended = Decision()
    if contact := contacts.open_of(db, turn.person.id):
        gives = contact.volunteer == turn.person.id
        by = EndedBy.DROP if gives else EndedBy.ERASURE  # a receiver is never left in silence
        ended += end_for(contact, by, turn.desk, db, turn.now)
    if request := requests.waiting_by(db, turn.person.id):
        ended += withdraw(request, db)
    if offer := offers.pending_for(db, turn.person.id):
        ended += looking.lapse_now(offer, turn.desk, db, turn.now)
    noted = Note("forgotten", programme=turn.programme.name)
    return ended + Decision(effects=(noted, Forget(turn.person.id, "forgotten")))

"""What is kept about me, and: forget me."""

import json
from datetime import datetime

from bot.conversation.commands import Command
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.check_in.asking import dropped_all
from bot.domain.contact import EndedBy
from bot.domain.decision import NOTHING, Decision, Forget, Note, Tell
from bot.domain.ids import PersonId
from bot.messages import Vanished
from handlers import looking
from handlers.appointment import giving_back
from handlers.contact.ending import end_for
from handlers.gathering import group
from handlers.receiver.talk import withdraw
from storage import check_ins, contacts, kept_about, offers, requests, volunteers
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
    gone = Decision(effects=(Forget(turn.person.id, "forgotten"),))
    return _all_ended(turn.person.id, turn.desk, db, turn.now) + gone


@router.event(Vanished)
def vanished(happening: Happening, db: Transaction) -> Decision:
    """A visitor left our page without a trace, or can never come back: nobody is there to be told.

    Volunteers and coordinators only signed out; they are erased when they ask for it.
    """
    person = happening.person
    if person is None or person.is_coordinator or volunteers.get(db, person.id):
        return NOTHING
    gone = Decision(effects=(Forget(person.id),))
    return _all_ended(person.id, happening.desk, db, happening.now) + gone


def _all_ended(me: PersonId, desk: Desk, db: Transaction, now: datetime) -> Decision:
    ended = Decision()
    if contact := contacts.open_of(db, me):
        gives = contact.volunteer == me
        by = EndedBy.DROP if gives else EndedBy.ERASURE  # a receiver is never left in silence
        ended += end_for(contact, by, desk, db, now)
    ended += giving_back.all_of(me, desk, db, now)
    if request := requests.waiting_by(db, me):
        ended += withdraw(request, db)
    if offer := offers.pending_for(db, me):
        ended += looking.lapse_now(offer, desk, db, now)
    ended += group.left_all(me, db)
    for one in check_ins.of_person(db, me):
        ended += Decision(effects=dropped_all(one, "forgotten", now))
    return ended + Decision(effects=(Note("forgotten", programme=desk.main.name),))

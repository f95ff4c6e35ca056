"""One of the two has closed their page: the other must not sit there and wonder."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.decision import NOTHING, Decision, Note, Tell
from bot.messages import Away
from storage import contacts
from storage.database import Transaction

router = Router()


@router.event(Away)
def away(happening: Happening, db: Transaction) -> Decision:
    """The other side hears it, and decides; the contact goes on, since whoever is away may come back."""
    person = happening.person
    contact = contacts.open_of(db, person.id) if person else None
    if person is None or contact is None:
        return NOTHING
    other = contact.other(person.id)
    side = "volunteer" if other == contact.volunteer else "receiver"
    told = Tell(other, "contact-other-away", {"name": contact.name_of(person.id), "side": side})
    return Decision(effects=(told, Note("contact-away", contact.id, contact.programme)))

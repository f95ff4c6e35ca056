"""Coming to our page for a contact, where somebody's own platform passes no words on."""

from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.contact import Contact
from bot.domain.decision import NOTHING, Decision, LeadAcross, Note, Tell
from bot.domain.ids import PersonId
from bot.messages import Opened, Said
from handlers.contact import ending
from storage import contacts, crossings
from storage.crossings import Stands
from storage.database import Transaction

router = Router()


@router.event(Opened)
def came_across(happening: Happening, db: Transaction) -> Decision:
    """Somebody opened their link: the contact begins for them, and the other one hears it."""
    person = happening.person
    contact = contacts.open_of(db, person.id) if person else None
    way = crossings.of(db, person.id) if person else None
    if person is None or contact is None or way is None or way.contact != contact.id:
        return NOTHING
    if not way.told:
        name = contact.name_of(contact.other(person.id))
        return Decision(effects=(Tell(person.id, "contact-across-again", {"name": name}),))
    crossings.met(db, person.id)
    opened = Tell(person.id, "contact-opened", way.told, about=contact.id, code=contact.code)
    other = contact.other(person.id)
    here = Tell(other, "contact-other-here", {"name": contact.name_of(person.id)})
    return Decision(effects=(opened, here, Note("came-across", contact.id, contact.programme)))


@router.undelivered("contact-across")
def no_way_shown(came_back: Happening, db: Transaction) -> Decision:
    """One of the two cannot be given the link: the other must not wait for nothing."""
    return ending.one_is_not_there(came_back, db)


def in_the_way(
    event: Said, contact: Contact, me: PersonId, desk: Desk, db: Transaction
) -> Decision | None:
    """What is said instead of passing words on; None where nothing is in the way.

    Nothing of the words is kept: their writer says them again when both are where they may be passed.
    """
    if not desk.may_relay(event.sender.platform):
        return Decision(effects=(LeadAcross(contact, me, "contact-across-here"),))
    other = contact.other(me)
    way = crossings.of(db, other)
    if way is not None and way.stands is Stands.NOT_YET:
        told = {"name": contact.name_of(other)}
        return Decision(effects=(Tell(me, "contact-other-not-here-yet", told),))
    return None

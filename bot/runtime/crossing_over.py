"""Contacts of people whose platform passes no words on: they go on at our page, by a link.

Arranged where a decision becomes rows, so that no handler that brings two people together can forget it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.desk import Desk
from bot.domain.contact import Contact
from bot.domain.decision import Decision, Effect, LeadAcross, LetIn, PassOn, SignOut, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import ContactStatus
from storage import contacts, crossings, people
from storage.crossings import Stands
from storage.database import Transaction

LINK_HOLDS = timedelta(hours=1)  # after the end that was meant: it may be made longer, once
OPENED = "contact-opened"


def arranged(decision: Decision, desk: Desk, db: Transaction) -> Decision:
    """The decision with ways to our page for whoever needs one, and without those that are over."""
    for thing in decision.save:
        if not isinstance(thing, Contact):
            continue
        if thing.status is not ContactStatus.OPEN:
            decision += Decision(effects=tuple(_ended(thing, db)))
        elif contacts.get(db, thing.id) is None:
            for person in (thing.receiver, thing.volunteer):
                if not _may_relay(person, desk, db):
                    decision = _led_instead(decision, thing, person)
    return decision


def led(lead: LeadAcross, desk: Desk, db: Transaction, now: datetime) -> Iterator[Effect]:
    """A link for this person and contact, and the text that shows it."""
    page, contact, person = desk.config.platforms.web, lead.contact, lead.person
    known = people.get(db, person)
    if page is None or known is None:
        return  # then nothing is passed on either: `may_pass`
    way = crossings.of(db, person)
    if way is None or way.contact != contact.id:
        way = crossings.begin(db, person, contact.id, db.new_id(), lead.told)
    key = db.index("link", db.new_id())
    yield LetIn("link", key, way.account, max(contact.ends_at, now) + LINK_HOLDS)
    told = {
        "name": contact.name_of(contact.other(person)),
        "link": f"{page.base}?enter#{key}",
        "platform": known.platform,
        "side": "volunteer" if person == contact.volunteer else "receiver",
    }
    yield Tell(person, lead.text, told, about=contact.id)


def may_pass(passed: PassOn, desk: Desk, db: Transaction) -> bool:
    """Whether both ends are where words may be passed on. What is taken back always is."""
    if passed.what == "retracted":
        return True
    both = (passed.sender, passed.contact.other(passed.sender))
    return all(_may_relay(person, desk, db) or _came(person, db) for person in both)


def _led_instead(decision: Decision, contact: Contact, person: PersonId) -> Decision:
    effects: list[Effect] = []
    for effect in decision.effects:
        if isinstance(effect, Tell) and (effect.to, effect.text) == (person, OPENED):
            effects.append(LeadAcross(contact, person, "contact-across", effect.args))
        else:
            effects.append(effect)
    return replace(decision, effects=tuple(effects))


def _ended(contact: Contact, db: Transaction) -> Iterator[Effect]:
    for way in crossings.of_contact(db, contact.id):
        crossings.end(db, way.person)
        yield SignOut(str(way.address))


def _may_relay(person: PersonId, desk: Desk, db: Transaction) -> bool:
    known = people.get(db, person)
    return known is None or desk.may_relay(known.platform)


def _came(person: PersonId, db: Transaction) -> bool:
    way = crossings.of(db, person)
    return way is not None and way.stands is not Stands.NOT_YET

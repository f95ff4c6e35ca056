"""What two people write to each other passes through here, and nothing of it stays."""

import json
import re
from dataclasses import replace
from typing import Any

from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import meeting
from bot.domain.contact import Contact
from bot.domain.decision import NOTHING, CloseQuestions, Decision, PassOn, StopTimer, Tell
from bot.domain.ids import PersonId
from bot.domain.refusal import Arg
from bot.messages import (
    Edited,
    Event,
    FromPerson,
    IncomingFile,
    Reacted,
    Retracted,
    Said,
    Undelivered,
)
from bot.relaying.contact_details import contact_details
from bot.relaying.defusing import defused
from bot.relaying.html import to_safe_html
from bot.relaying.words import clean_text
from handlers.contact import crossing
from storage import contacts, relayed
from storage.database import Transaction

router = Router()

_TAG = re.compile(r"<[^>]*>")


@router.event(Said)
def said(happening: Happening, db: Transaction) -> Decision:
    """Pass on what one of the two wrote. Only its form is looked at, never what it says.

    The one exception: words that look like a way to find each other are held back until their
    writer has read what that would mean.
    """
    event, contact, me = _in_contact(happening, db)
    assert isinstance(event, Said)
    if elsewhere := crossing.in_the_way(event, contact, me, happening.desk, db):
        return _spoke(contact, me) + elsewhere
    clean = clean_text(event.text)
    if clean.empty and event.file is None:
        return _say(me, "empty-message")
    if _could_lead_to_them(clean.text, event.html, happening.desk):
        return _hold(event, contact, me, clean.text)
    passed = _pass_on(event, contact, me, clean.text, db)
    if clean.shortened:
        passed += _say(me, "too-long", most=len(clean.text))
    return passed


@router.press("relay-contact-details-ask", "send-anyway")
def send_anyway(turn: Turn, db: Transaction) -> Decision:
    """They have read it and wish it sent."""
    assert turn.question is not None
    held = json.loads(turn.question.kept)
    contact = contacts.open_of(db, turn.person.id)
    if contact is None or contact.id != turn.question.about:
        return turn.answer("not-in-contact")
    event = _held_back(turn, held)
    closed = Decision(effects=(CloseQuestions(contact.id, turn.person.id),))
    return closed + _pass_on(event, contact, turn.person.id, held["text"], db)


@router.press("relay-contact-details-ask", "do-not-send")
def do_not_send(turn: Turn, db: Transaction) -> Decision:
    """They keep it to themselves."""
    assert turn.question is not None
    closed = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return closed + turn.answer("relay-not-sent")


@router.event(Edited)
def edited(happening: Happening, db: Transaction) -> Decision:
    """A changed message changes on the other side too, while the contact lasts."""
    event = happening.event
    assert isinstance(event, Edited) and happening.person is not None
    pair = relayed.from_message(db, event.place, event.message)
    contact = contacts.get(db, pair.contact) if pair else None
    if pair is None or contact is None or pair.sender != happening.person.id:
        return NOTHING
    if contact.status != "open":
        return _say(happening.person.id, "relay-not-changed", over=True)
    clean = clean_text(event.text)
    if clean.empty or _could_lead_to_them(clean.text, event.html, happening.desk):
        return _say(happening.person.id, "relay-not-changed", over=False)
    html = to_safe_html(event.html) if event.html else None
    change = PassOn(
        contact=contact,
        sender=happening.person.id,
        what="edited",
        origin=pair.origin,
        text=defused(clean.text),
        html=html,
    )
    return Decision(effects=(change,))


@router.event(Retracted)
def retracted(happening: Happening, db: Transaction) -> Decision:
    """What somebody takes back is taken back on the other side, also after the contact."""
    event = happening.event
    assert isinstance(event, Retracted) and happening.person is not None
    pair = relayed.from_message(db, event.place, event.message)
    contact = contacts.get(db, pair.contact) if pair else None
    if pair is None or contact is None or pair.sender != happening.person.id:
        return NOTHING
    gone = PassOn(contact=contact, sender=happening.person.id, what="retracted", origin=pair.origin)
    return Decision(effects=(gone,))


@router.event(Reacted)
def reacted(happening: Happening, db: Transaction) -> Decision:
    """A heart on one side is a heart on the other."""
    event = happening.event
    assert isinstance(event, Reacted) and happening.person is not None
    me = happening.person.id
    contact = contacts.open_of(db, me)
    pair = relayed.touching(db, event.place, event.message)
    if contact is None or pair is None or pair.contact != contact.id:
        return NOTHING
    origin = relayed.came(db, contact.id, me, event.place, event.reaction, happening.now)
    heart = PassOn(
        contact=contact,
        sender=me,
        what="reacted",
        origin=origin,
        answers=pair.origin,
        key=clean_text(event.key, 16).text,
    )
    return Decision(effects=(heart,))


@router.undelivered("relay")
def came_back(happening: Happening, db: Transaction) -> Decision:
    """What could not be delivered is told to whoever wrote it, at the message itself."""
    event = happening.event
    assert isinstance(event, Undelivered)
    contact = contacts.get(db, event.about)
    if contact is None or event.kind not in ("relay-said", "relay-edited"):
        return NOTHING
    sender = contact.other(PersonId(event.to))
    told = Tell(sender, "relay-not-delivered", {"why": event.why}, answers=event.letter)
    return Decision(effects=(told,))


def _in_contact(happening: Happening, db: Transaction) -> tuple[Event, Contact, PersonId]:
    assert happening.person is not None
    contact = contacts.open_of(db, happening.person.id)
    assert contact is not None
    return happening.event, contact, happening.person.id


def _pass_on(event: Said, contact: Contact, me: PersonId, text: str, db: Transaction) -> Decision:
    origin = relayed.came(db, contact.id, me, event.place, event.message, event.at)
    answered = relayed.touching(db, event.place, event.replying_to) if event.replying_to else None
    file = None
    if event.file is not None:
        file = {
            "platform": event.sender.platform,
            "handle": event.file.handle,
            "name": event.file.name,
            "mime": event.file.mime,
        }
    passed = PassOn(
        contact=contact,
        sender=me,
        what="said",
        origin=origin,
        text=defused(text),
        html=to_safe_html(event.html) if event.html else None,
        file=file,
        answers=answered.origin if answered and answered.contact == contact.id else "",
    )
    return _spoke(contact, me) + Decision(effects=(passed,))


def _spoke(contact: Contact, me: PersonId) -> Decision:
    if me == contact.volunteer and not contact.volunteer_spoke:
        quiet = (StopTimer(meeting.FIRST_WORD, contact.id), StopTimer(meeting.NO_WORD, contact.id))
        return Decision(save=(replace(contact, volunteer_spoke=True),), effects=quiet)
    if me == contact.receiver and not contact.receiver_spoke:
        return Decision(save=(replace(contact, receiver_spoke=True),))
    return NOTHING


def _could_lead_to_them(text: str, html: str | None, desk: Desk) -> bool:
    doors = [door.number for door in desk.config.crisis.doors]
    shown = _TAG.sub(" ", to_safe_html(html) or "") if html else ""
    return contact_details(text, doors) or contact_details(shown, doors)


def _hold(event: Said, contact: Contact, me: PersonId, text: str) -> Decision:
    file = event.file
    held = {
        "text": text,
        "html": event.html,
        "message": event.message,
        "replying_to": event.replying_to,
        "file": None if file is None else [file.handle, file.name, file.mime, file.size],
    }
    ask = Tell(
        me,
        "relay-contact-details-ask",
        {"masked": defused(text) != text},
        choices=("send-anyway", "do-not-send"),
        about=contact.id,
        kept=json.dumps(held),
    )
    return Decision(effects=(CloseQuestions(contact.id, me), ask))


def _held_back(turn: Turn, held: dict[str, Any]) -> Said:
    event: FromPerson = turn.event
    file = None
    if held["file"] is not None:
        handle, name, mime, size = held["file"]
        file = IncomingFile(handle=handle, name=name, mime=mime, size=size)
    return Said(
        id=event.id,
        at=event.at,
        sender=event.sender,
        place=event.place,
        message=held["message"],
        text=held["text"],
        html=held["html"],
        replying_to=held["replying_to"],
        file=file,
    )


def _say(to: PersonId, text: str, **args: Arg) -> Decision:
    return Decision(effects=(Tell(to, text, args),))

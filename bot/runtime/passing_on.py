"""What one person of a contact wrote, changed or took back becomes a letter to the other."""

from datetime import datetime, timedelta

from bot.conversation.desk import Desk
from bot.domain.decision import PassOn, Tell
from bot.runtime import crossing_over
from storage import outbox
from storage.database import Transaction

RELAY_LASTS = timedelta(minutes=15)  # then its sender is told that it did not arrive


def pass_on(passed: PassOn, desk: Desk, db: Transaction, now: datetime) -> Tell | None:
    """Queue it; where words may not be passed on, what its sender is told instead."""
    contact = passed.contact
    to = contact.other(passed.sender)
    if not crossing_over.may_pass(passed, desk, db):
        return Tell(passed.sender, "relay-not-delivered", {"why": "refused"})
    outbox.put(
        db,
        id=db.new_id(),
        lane=to,
        kind=f"relay-{passed.what}",
        person=to,
        about=contact.id,
        text="relay",
        now=now,
        expires_at=now + RELAY_LASTS,
        payload={
            "sender": passed.sender,
            "name": contact.name_of(passed.sender),
            "origin": passed.origin,
            "text": passed.text,
            "html": passed.html,
            "file": None if passed.file is None else dict(passed.file),
            "answers": passed.answers,
            "key": passed.key,
        },
    )
    return None

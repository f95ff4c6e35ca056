"""Whether somebody's account was made just now, and what that means for them."""

from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain import going_slowly
from bot.domain.ids import PersonId
from storage import contacts, people
from storage.database import Transaction


def is_new(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> bool:
    """Whether their account was made lately, as far as that can be told."""
    until = _new_until(person, desk, db)
    return until is not None and until > now


def again_from(person: PersonId, desk: Desk, db: Transaction, now: datetime) -> datetime | None:
    """When they may ask to talk again, if that is later than now."""
    had = contacts.received_since(db, person, now - going_slowly.LOOKED_BACK)
    return going_slowly.again_from(had, _new_until(person, desk, db), now) if had else None


def _new_until(person: PersonId, desk: Desk, db: Transaction) -> datetime | None:
    # Out of the address each time: how old an account is says who it is, and is kept nowhere else.
    address = people.address_of(db, person)
    return desk.config.platforms.new_until(address) if address else None

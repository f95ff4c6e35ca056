"""Proof of role. A `Coordinator` or `Giver` object can be had from here and nowhere else."""

from dataclasses import dataclass

from bot.conversation.commands import Role
from bot.conversation.turn import Turn
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from storage import contacts, volunteers
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Whoever holds this coordinates. The address was looked up, never a display name."""

    person: PersonId


def coordinator(turn: Turn) -> Coordinator:
    """Proof that the one whose turn it is coordinates. Raises Refusal."""
    if not turn.person.is_coordinator:
        raise Refusal("not-allowed")
    return Coordinator(turn.person.id)


def volunteer(turn: Turn, db: Transaction) -> Volunteer:
    """The active volunteer whose turn it is. Raises Refusal that says how they stand."""
    found = volunteers.get(db, turn.person.id)
    if found is None:
        raise Refusal("not-a-volunteer")
    match found.status:
        case VolunteerStatus.ACTIVE:
            return found
        case VolunteerStatus.APPLIED:
            raise Refusal("volunteer-still-applied")
        case VolunteerStatus.IN_TRAINING:
            raise Refusal("volunteer-in-training")
        case _:
            raise Refusal("volunteer-suspended")


def has(turn: Turn, role: Role, db: Transaction) -> bool:
    """Whether a command of this role exists for this person; a volunteer's own state comes later."""
    match role:
        case Role.COORDINATOR:
            return turn.person.is_coordinator
        case Role.GIVER:
            contact = contacts.open_of(db, turn.person.id)
            return contact is not None and contact.volunteer == turn.person.id
        case Role.VOLUNTEER:
            return volunteers.get(db, turn.person.id) is not None
        case _:
            return True

"""How many contacts of their month this is for each of the two: so people can be counted unknown.

A report counts receivers by counting the contacts that were somebody's first in that month. No row of
the journal says whose, and no two of them can be joined.
"""

from bot.conversation.desk import Desk
from bot.domain.decision import Note
from bot.domain.report.weeks import Kind, Week, around
from storage import contacts
from storage.database import Transaction


def of(note: Note, desk: Desk, db: Transaction) -> dict[str, int]:
    """What a step says beside its own numbers."""
    if note.action != "contact-began":
        return {}
    contact = contacts.get(db, note.about)
    if contact is None:
        return {}
    zone = desk.programme(note.programme).time_zone
    since = around(Week.at(contact.began_at, zone), Kind.MONTH).weeks[0].begins(zone)
    by_appointment = note.numbers.get("from") == "appointment"
    return contacts.nth_of_both(db, contact, since, by_appointment=by_appointment)

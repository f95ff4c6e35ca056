"""Things older than some moment are needed no more."""

from bot.domain.row_effects import ThrowAway
from storage import (
    appointment_offers,
    appointments,
    contacts,
    exceptional_days,
    gatherings,
    inbox,
    offers,
    questions,
    relayed,
    requests,
    series,
)
from storage.database import Transaction


def throw_away(old: ThrowAway, db: Transaction) -> None:
    """Out of every table that keeps things for a time only."""
    inbox.prune(db, old.events_before)
    questions.prune(db, old.questions_before)
    relayed.prune(db, old.pairs_before)
    offers.prune(db, old.wishes_before)
    requests.prune(db, old.wishes_before, old.contacts_before)
    contacts.prune(db, old.contacts_before)
    appointment_offers.prune(db, old.wishes_before)
    appointments.prune(db, old.wishes_before)
    series.prune(db)
    gatherings.prune(db, old.wishes_before)
    exceptional_days.prune(db, old.days_before)

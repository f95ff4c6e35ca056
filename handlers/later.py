"""Being asked later and looking now never stand beside each other: one makes way for the other."""

from bot.domain import calling_back, waiting
from bot.domain.decision import NOTHING, Decision
from bot.domain.ids import PersonId
from storage import call_backs, offers, requests
from storage.database import Transaction


def let_go(receiver: PersonId, db: Transaction, outcome: str = "request") -> Decision:
    """Nothing more is to be asked: something else stands for it, or they took it back."""
    kept = call_backs.of(db, receiver)
    return calling_back.end(kept, outcome) if kept else NOTHING


def put_off(receiver: PersonId, db: Transaction) -> Decision:
    """A request that waits makes way for being asked later."""
    request = requests.waiting_by(db, receiver)
    return waiting.put_off(request, offers.pending(db, request.id)) if request else NOTHING

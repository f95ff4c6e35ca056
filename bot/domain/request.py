"""A receiver's wish, and the questions put to volunteers because of it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.ids import OfferId, PersonId, RequestId, code_of
from bot.domain.lifecycle import OFFER_STEPS, REQUEST_STEPS, OfferStatus, RequestStatus, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A receiver's wish for a contact now."""

    id: RequestId
    receiver: PersonId
    programme: str
    opened_at: datetime
    waiting_since: datetime  # later than opened_at when it was taken up again
    language: str
    form: str = "chat"
    topics: frozenset[str] = field(default=frozenset(), repr=False)
    note: str | None = field(default=None, repr=False)
    status: RequestStatus = RequestStatus.OPEN
    wave: int = 0  # how many waves of volunteers were asked
    signs: int = 0  # how many signs of life the receiver has had while waiting
    front: bool = False  # goes before others, after a handover or a drop
    wished_for: PersonId | None = field(default=None, repr=False)  # "the same as last time"
    outcome: str = ""  # what it ended in, for the journal: contact, withdrawn, other-doors ...

    @property
    def code(self) -> str:
        """What people call it."""
        return code_of(self.id)

    @property
    def waiting(self) -> bool:
        """Whether somebody is waiting for it."""
        return self.status in (RequestStatus.OPEN, RequestStatus.OFFERED)

    def to(self, status: RequestStatus) -> "Request":
        """The same wish, one step on. Raises IllegalStep."""
        return replace(self, status=step(REQUEST_STEPS, self.status, status))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One request, put to one volunteer, until a deadline."""

    id: OfferId
    request: RequestId
    volunteer: PersonId
    put_at: datetime
    lapses_at: datetime
    status: OfferStatus = OfferStatus.PENDING
    by_hand: bool = False  # a coordinator asked this one volunteer

    def to(self, status: OfferStatus) -> "Offer":
        """The same offer, one step on. Raises IllegalStep."""
        return replace(self, status=step(OFFER_STEPS, self.status, status))

"""Two people in touch through us, neither knowing who the other is."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import ContactId, PersonId, RequestId, code_of
from bot.domain.lifecycle import CONTACT_STEPS, ContactStatus, step


class EndedBy(StrEnum):
    """What ended a contact."""

    RECEIVER = "receiver"
    VOLUNTEER = "volunteer"
    TIME = "time"
    HANDOVER = "handover"
    DROP = "drop"  # the volunteer never wrote, or could not be reached
    RECEIVER_GONE = "receiver-gone"
    NOBODY = "nobody"  # an appointment to which neither came
    REPORT = "report"
    COORDINATOR = "coordinator"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Two people in touch. Each knows the other by a name made for this one contact."""

    id: ContactId
    request: RequestId
    programme: str
    receiver: PersonId = field(repr=False)
    volunteer: PersonId = field(repr=False)
    receiver_name: str
    volunteer_name: str
    began_at: datetime
    ends_at: datetime
    status: ContactStatus = ContactStatus.OPEN
    ended_at: datetime | None = None
    ended_by: EndedBy | None = None
    extended: bool = False
    volunteer_spoke: bool = False
    receiver_spoke: bool = False
    room_wanted_by: PersonId | None = None  # asked for one shared room

    @property
    def code(self) -> str:
        """What people call it."""
        return code_of(self.id)

    def other(self, person: PersonId) -> PersonId:
        """The one at the other end."""
        return self.volunteer if person == self.receiver else self.receiver

    def name_of(self, person: PersonId) -> str:
        """What the other side knows this person as."""
        return self.receiver_name if person == self.receiver else self.volunteer_name

    def ended_from(self, person: PersonId) -> EndedBy:
        """What ended it, if this one of the two did."""
        return EndedBy.RECEIVER if person == self.receiver else EndedBy.VOLUNTEER

    def ended(self, by: EndedBy, now: datetime) -> "Contact":
        """The same contact, over."""
        status = step(CONTACT_STEPS, self.status, ContactStatus.ENDED)
        return replace(self, status=status, ended_at=self.ended_at or now, ended_by=by)

    @property
    def counts(self) -> bool:
        """Whether it counts towards a receiver's limit: one that never came about does not."""
        return self.ended_by not in (EndedBy.DROP, EndedBy.HANDOVER, EndedBy.NOBODY)

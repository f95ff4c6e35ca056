"""People who are already in touch through the bot, so that a bench can begin with relaying."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.contact import Contact
from bot.domain.ids import ContactId, PersonId, RequestId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Person, Volunteer
from bot.messages import Address
from storage import contacts, people, volunteers
from storage.database import Transaction


def settle(db: Transaction, pairs: Sequence[tuple[Address, Address]], now: datetime) -> None:
    """Everybody has consented, and the two of each pair are in touch for a day."""
    for n, (receiver, volunteer) in enumerate(pairs):
        one, two = _known(db, receiver, now), _known(db, volunteer, now)
        volunteers.save(
            db,
            Volunteer(
                person=two.id, programme="drop-in", name=f"Vera {n}", status=VolunteerStatus.ACTIVE
            ),
        )
        contacts.save(
            db,
            Contact(
                id=ContactId(db.new_id()),
                request=RequestId(db.new_id()),
                programme="drop-in",
                receiver=one.id,
                volunteer=two.id,
                receiver_name="Wren",
                volunteer_name="Otter",
                began_at=now,
                ends_at=now + timedelta(days=1),
                receiver_spoke=True,
                volunteer_spoke=True,
            ),
        )


def _known(db: Transaction, address: Address, now: datetime) -> Person:
    met = people.meet(db, address, "en", True, "Europe/Copenhagen", now)
    person = Person(
        id=PersonId(met.id),
        platform=met.platform,
        language="en",
        language_known=True,
        zone=met.zone,
        consented_at=now,
    )
    people.save(db, person)
    return person


def utc_now() -> datetime:
    """The bench's own clock."""
    return datetime.now(UTC)

"""An appointment as a file for somebody's own calendar: when, and nothing that says what or who."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

FILE = "appointment.ics"
PRODUCT = "-//peerbot//appointments//EN"


def calendar_file(
    of: str, title: str, begins: datetime, minutes: int, sequence: int, now: datetime,
    *, cancelled: bool,
) -> str:  # fmt: skip
    """The file, in UTC. `of` says what it is about, and for whom: the same gives the same UID.

    The UID tells nothing and joins nobody: each side of an appointment has its own. Nobody is named
    as organizer or attendee, so that no calendar writes to anybody.
    """
    event = Event()
    event.add("uid", f"{sha256(of.encode()).hexdigest()[:26]}@peerbot")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", begins.astimezone(UTC))
    event.add("dtend", begins.astimezone(UTC) + timedelta(minutes=minutes))
    event.add("summary", title)
    event.add("sequence", sequence)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()

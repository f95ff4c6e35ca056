"""Times agreed, for somebody's own calendar: when, and nothing that says what or who."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event

FILE = "appointment.ics"
PRODUCT = "-//peerbot//appointments//EN"
OFTEN: Final = timedelta(hours=1)  # how often a program may look again

# Nothing that whoever looks on should not read.
_TITLES: Final = {
    "da": {"appointment": "Aftale", "shift": "Vagt", "calendar": "Aftaler", "gathering": "Træf"},
    "en": {
        "appointment": "Appointment",
        "shift": "Shift",
        "calendar": "Appointments",
        "gathering": "Gathering",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One time. `of` says what it is about, and for whom: the same gives the same UID.

    The UID tells nothing and joins nobody: each side of an appointment has its own.
    """

    of: str
    title: str
    begins: datetime
    ends: datetime
    told_at: datetime  # when this was last said of it
    sequence: int = 0  # one higher each time another time is told
    cancelled: bool = False
    where: str = ""  # a place that everybody may read


def title(kind: str, language: str) -> str:
    """What an `appointment`, a `shift` or the `calendar` of them is called in it."""
    return _TITLES.get(language, _TITLES["en"])[kind]


def calendar_file(*entries: Entry) -> str:
    """Times as a file, in UTC; it goes along when they are settled, moved or called off together."""
    off = all(entry.cancelled for entry in entries)
    return _written(_calendar("CANCEL" if off else "PUBLISH"), entries)


def calendar_feed(entries: Iterable[Entry], name: str) -> str:
    """All of them, for a program that looks again by itself; what is not in it any more is off."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", OFTEN)
    return _written(calendar, entries)


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _written(calendar: Calendar, entries: Iterable[Entry]) -> str:
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(entry: Entry) -> Event:
    """Nobody is named as organizer or attendee, so that no calendar writes to anybody."""
    event = Event()
    event.add("uid", f"{sha256(entry.of.encode()).hexdigest()[:26]}@peerbot")
    event.add("dtstamp", entry.told_at.astimezone(UTC))
    event.add("dtstart", entry.begins.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.where:
        event.add("location", entry.where)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event

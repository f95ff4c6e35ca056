"""What comes in from the chat platforms and the clock, in our own words.

Every event carries `id`, which is stable: the same thing reported twice has the same id, so that it
is handled once. `at` is the platform's time of it (aware, UTC); the engine adds its own clock.
Addresses, rooms and words are kept out of `repr`, so that they cannot slip into a log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached: a platform's name and that platform's own id for them."""

    platform: str
    user: str = field(repr=False)

    def __str__(self) -> str:
        """The form used in configuration files and for the blind index: `matrix:@anna:example.org`."""
        return f"{self.platform}:{self.user}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read `platform:user`. Raises ValueError when either part is missing."""
        platform, colon, user = text.strip().partition(":")
        if not (platform and colon and user):
            raise ValueError("an address is written platform:user, e.g. matrix:@anna:example.org")
        return cls(platform, user)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said or is to be said: a room, a channel, a browser session."""

    platform: str
    room: str = field(repr=False)


class PlaceKind(StrEnum):
    """What sort of place it is, as far as what may be said there is concerned."""

    DIRECT = "direct"  # one person and the bot
    COORDINATORS = "coordinators"  # the room the configuration names
    SHARED = "shared"  # opened by us for the two people of one contact
    FOREIGN = "foreign"  # any other room with more people in it


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file somebody sent: `handle` is all that the same platform needs to fetch it (it may be a secret)."""

    handle: str = field(repr=False)
    name: str = field(repr=False)
    mime: str
    size: int  # bytes, as the sender says; never trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Anything that happens."""

    id: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FromPerson(Event):
    """Anything a person does. Who they are is proven by the platform, never by a display name."""

    sender: Address
    place: Place
    kind: PlaceKind = PlaceKind.DIRECT
    language: str | None = None  # a hint from the client ("da-DK"), if it gives one
    holds: frozenset[str] | None = None  # roles of ours that they hold there; None: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(FromPerson):
    """A person wrote something or sent a file."""

    message: str = field(repr=False)  # the platform's id for the message, for replies and edits
    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)
    file: IncomingFile | None = None
    replying_to: str | None = field(default=None, repr=False)
    undecryptable: bool = False  # it came, but could not be read even after waiting for its key
    late: bool = False  # written while we were away, read afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(FromPerson):
    """A person changed an earlier message. Never a command."""

    message: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(FromPerson):
    """A person deleted an earlier message, or took back a reaction (`message` is the reaction's id)."""

    message: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted(FromPerson):
    """A person reacted to a message with `key` (an emoji). `reaction` is the reaction's own id."""

    message: str = field(repr=False)
    reaction: str = field(repr=False)
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed(FromPerson):
    """A person pressed a button of ours. `question` is the opaque key it carries."""

    question: str = field(repr=False)
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(FromPerson):
    """A person filled in a form. `question` is the opaque key it carries; `values` by the fields' names.

    Of a field with choices the value is a choice's id, or several with commas.
    """

    question: str = field(repr=False)
    values: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(FromPerson):
    """A person opened a chat that was made for talking with us, and expects to be greeted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferred(FromPerson):
    """A person set their client to `language` ("da", "en") and expects the same of us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp(FromPerson):
    """What a person holds was looked up. They themselves did nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away(FromPerson):
    """A person has not had their client open for a while, though something was said to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vanished(FromPerson):
    """A person left for good and wants nothing of them kept, or can never come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rattled(Event):
    """Somebody tries keys that were never given out, `count` times in an hour, to get in as others."""

    platform: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(FromPerson):
    """A person came into a place the bot is in, or (in a direct place) opened it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(FromPerson):
    """A person left a place, or put the bot out of it: nothing reaches them there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMoved(FromPerson):
    """A place was replaced by another (a Matrix room upgrade); `place` is the old one."""

    successor: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOpened(Event):
    """The answer to an `OpenRoom` effect."""

    about: str  # contact id
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered(Event):
    """A letter was given up. `why` is a `GaveUp` reason; `letter` describes it without its words."""

    letter: str
    kind: str
    to: str  # person id
    about: str
    text_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCame(Event):
    """A timer rang. `due` is when it should have."""

    kind: str
    about: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCounted(Event):
    """What happened in one week of a programme was counted. `week` is written as `2030-W02`."""

    programme: str
    week: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOpened(Event):
    """The room we asked for is there, and nobody is in it yet; `about` is the gathering."""

    about: str
    place: Place


Incoming = (
    Said
    | Edited
    | Retracted
    | Reacted
    | Pressed
    | Filled
    | Opened
    | Preferred
    | LookedUp
    | Away
    | Vanished
    | Rattled
    | Joined
    | Left
    | PlaceMoved
    | RoomOpened
    | GroupOpened
    | Undelivered
    | TimeCame
    | WeekCounted
)

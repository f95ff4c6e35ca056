"""What a chat platform must be able to do for us, in words that no platform owns.

The core speaks intent (say this, let them choose, amend, take back, open a room); an adapter uses
its platform's best means for it. Adapters return what became of a letter as a value and never raise
for what a network or a person may do. `tests/platforms` runs one contract over all adapters.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.messages import Address, Incoming, Place
from bot.platforms.gatherings import OfGatherings


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    """One thing a person may choose. Typable by number and word, and pressable."""

    id: str
    number: int
    label: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One thing to fill in. With `choices` one is chosen (several if `many`), else words are written."""

    name: str
    label: str
    about: str = ""  # a line more, if the label does not say it all
    choices: tuple[ShownChoice, ...] = ()
    many: bool = False
    optional: bool = False
    longest: int = 1000  # characters of what is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Several questions at once, where a platform has forms. What is left out is asked afterwards."""

    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOffer:
    """What stands under a question that can be answered together with those after it.

    `key` tells `Forms` which form it is, also after a restart.
    """

    key: str
    label: str


Forms = Callable[[str], Form | None]
"""The form with this key; at once, without any database. None if it is one of an older version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a message is, for software that reads along (contract.md, rule 6)."""

    text_id: str
    about: str = ""  # public code, never an internal id


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFile:
    """A file to show. `data` has already been cleaned and is within limits."""

    name: str = field(repr=False)
    mime: str
    data: bytes = field(repr=False)
    width: int | None = None  # pixels, pictures only
    height: int | None = None
    alt: str = field(default="", repr=False)  # what a picture of ours says, for who does not see it


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a message says above its choices, and what has to be typed before a choice's number."""

    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something to say to one person, or (when `to` is None) in a place the bot is in.

    `text` is plain and complete in itself: choices are already listed in it by number and word.
    `html` is the same in the small safe subset of `bot.relaying.html`, or None. Where choices are
    real buttons, `body` is shown instead, which does not list them. `place` is where the person was
    last heard; None means a direct place has to be found or opened.
    """

    to: Address | None
    place: Place | None
    mark: Mark
    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)
    body: Body | None = None  # None: as `text` and `html`
    choices: tuple[ShownChoice, ...] = ()
    question: str = ""  # opaque key a button carries back
    form: FormOffer | None = None  # only where there are forms; everything is asked without, too
    reply_to: str | None = field(default=None, repr=False)
    file: OutgoingFile | None = None
    quiet: bool = False  # need not make a sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Change what an earlier message says. Falls back to nothing if the platform refuses."""

    place: Place
    message: str = field(repr=False)
    mark: Mark
    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Take back an earlier message or reaction of ours."""

    place: Place
    message: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """React to a message."""

    place: Place
    message: str = field(repr=False)
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOpening:
    """Open one room for `invite` (all on this platform), encrypted where the platform can."""

    name: str = field(repr=False)
    invite: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLeaving:
    """Leave a place for good and forget it."""

    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningOut:
    """End every way in that this person has on our own platform; elsewhere there is nothing to end."""

    to: Address


Letter = (
    Message
    | Amendment
    | Retraction
    | Reaction
    | RoomOpening
    | RoomLeaving
    | OfGatherings
    | SigningOut
)


class Why(StrEnum):
    """Why a letter was given up. The core decides what follows; the words are for coordinators."""

    UNREACHABLE = "unreachable"  # blocked us, left, closed their door
    REFUSED = "refused"  # the platform will not take this content
    NOT_ALLOWED = "not-allowed"  # whoever runs the place has not given us leave
    TOO_LARGE = "too-large"
    GONE = "gone"  # the place or message is no more
    LATE = "late"  # it would have come too late to help (set by the courier)
    BROKEN = "broken"  # our own fault; a coordinator is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """It is there. `message` is the platform's id for it; `place` where it ended up."""

    message: str = field(default="", repr=False)
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryLater:
    """Not now. `after` is the platform's own wish in seconds, None if it has none."""

    after: float | None = None
    why: str = ""  # a short word for the log: "429", "connection", "500"


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveUp:
    """Never. Trying again would not help."""

    why: Why


Outcome = Delivered | RetryLater | GaveUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of `peerbot check`: is this part well, and if not, what mends it."""

    part: str
    well: bool
    says: str


HandIn = Callable[[Incoming], Awaitable[None]]
"""Give an event to the engine. When it returns, the event is committed and may be forgotten."""


class Memory(Protocol):
    """What an adapter must remember across restarts; sealed in our database by whoever provides it."""

    async def recall(self, name: str) -> str | None:
        """The value kept under `name`, or None."""

    async def keep(self, name: str, value: str) -> None:
        """Keep `value` under `name`; durable when this returns."""


class FileRefused(Exception):
    """A file could not be fetched within the limit, or is gone. Carries no name and no address."""


class Platform(Protocol):
    """One chat platform, as the core sees it."""

    @property
    def name(self) -> str:
        """The word before the colon in an address: `matrix`, `discord`, `web`."""

    async def run(self, hand_in: HandIn) -> None:
        """Connect and hand in what happens until cancelled.

        Returns only by cancellation; raises `PlatformStopped` when going on is pointless (a revoked
        token). Each event is handed in in order; the position in the stream is kept after that.
        """

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Deliver `letter`. The same `once` delivered again must not show twice."""

    async def fetch(self, handle: str, limit: int) -> bytes:
        """The bytes behind an `IncomingFile.handle`, at most `limit` of them; raises `FileRefused`."""

    async def typing(self, place: Place, on: bool) -> None:
        """Show, or stop showing, that the bot is at work. Best effort, never raises."""

    async def check(self) -> Sequence[Finding]:
        """Whether everything this platform needs is well; used by `peerbot check`."""

    async def close(self) -> None:
        """Let go of connections. Safe to call twice."""


class PlatformStopped(Exception):
    """The platform refuses us for good; `says` is a sentence for whoever runs the bot."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says

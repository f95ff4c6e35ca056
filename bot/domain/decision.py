"""What a rule decides: things to save, and what must follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.domain.contact import Contact
from bot.domain.gathering_effects import OfGatherings
from bot.domain.ids import PersonId
from bot.domain.refusal import Arg
from bot.domain.row_effects import (
    DecideDay,
    DropWays,
    EndCallBack,
    ForgetQuestions,
    Gather,
    GatherWords,
    KeepWeek,
    LetOut,
    PauseProgramme,
    PourAway,
    ReadOut,
    Switch,
    ThrowAway,
)
from bot.domain.things import Thing


@dataclass(frozen=True, slots=True)
class Tell:
    """Say a text to one person. With `choices` it is a question, open until answered or closed.

    `about` is the internal id of the thing it is about, `code` its public code. What cannot be delivered
    before `expires` is not sent at all.
    """

    to: PersonId
    text: str
    args: Mapping[str, Arg] = field(default_factory=dict, repr=False)
    choices: tuple[str, ...] = ()
    about: str = ""
    code: str = ""
    expires: datetime | None = None
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)  # choice id -> its label
    kept: str = field(default="", repr=False)  # sealed with the question, given back when answered
    attached: str = field(default="", repr=False)  # to go along as a file
    attached_as: str = "my-data.json"  # that file's name
    picture: str = field(default="", repr=False)  # a chart to go along, drawn when the letter goes
    answers: str = field(default="", repr=False)  # keyed hash of the message of theirs it is about
    form: str = ""  # the form in which it and what follows can be answered at once


@dataclass(frozen=True, slots=True)
class TellCoordinators:
    """Say a text to the coordinators of a programme: in their room, and to each who cannot be in it."""

    programme: str
    text: str
    args: Mapping[str, Arg] = field(default_factory=dict, repr=False)
    choices: tuple[str, ...] = ()
    about: str = ""
    code: str = ""
    kept: str = field(default="", repr=False)
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)
    answer: bool = False  # it answers what was said in the room, and is for the room alone
    attached: str = field(default="", repr=False)  # to go along as a file
    attached_as: str = ""  # that file's name
    picture: str = field(default="", repr=False)  # a chart to go along, drawn when the letter goes
    but: PersonId | None = None  # who need not be told in private


@dataclass(frozen=True, slots=True)
class TellThere:
    """Say a text in a room with several people in it. Repeats nothing that was said there."""

    platform: str
    room: str = field(repr=False)
    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Amend:
    """Change what an earlier question of ours says, and close it. Nothing happens if it is gone."""

    to: PersonId
    question: str  # its text id
    about: str
    text: str
    args: Mapping[str, Arg] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class CloseQuestions:
    """What was asked about this is over; a late answer is told so."""

    about: str
    to: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOn:
    """Hand what one person of a contact wrote, changed or took back to the other.

    `origin` is the keyed hash of the message it came from. `what` is said, edited, retracted,
    reacted or unreacted.
    """

    contact: Contact
    sender: PersonId
    what: str
    origin: str = field(repr=False)
    text: str = field(default="", repr=False)
    html: str | None = field(default=None, repr=False)
    file: Mapping[str, str | int] | None = field(default=None, repr=False)
    answers: str = field(default="", repr=False)  # keyed hash of the message replied or reacted to
    key: str = ""  # the emoji of a reaction


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """Open one shared room for the two of a contact."""

    contact: Contact


@dataclass(frozen=True, slots=True)
class LeadAcross:
    """Give somebody whose platform passes no words on a link to our page, where their contact goes on.

    `text` says so; `told` is what `contact-opened` tells them when they first come.
    """

    contact: Contact
    person: PersonId
    text: str
    told: Mapping[str, Arg] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class LeaveRoom:
    """Leave the shared room of a contact: it belongs to the two of them."""

    about: str


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Feed `TimeCame(kind, about)` to the engine at `due`. A second start moves the first."""

    kind: str
    about: str
    due: datetime


@dataclass(frozen=True, slots=True)
class StopTimer:
    """It need not ring any more."""

    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Note:
    """A step for the journal: what happened to which thing, with numbers, without persons."""

    action: str
    about: str = ""
    programme: str = ""
    numbers: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audit:
    """What a coordinator did, to what. Kept so that it can be answered for."""

    actor: PersonId
    action: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class NeverAgain:
    """These two are never matched again; kept as a keyed hash that outlives both."""

    receiver: PersonId
    volunteer: PersonId


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase everything kept about this person; `telling` is said to them first, if anything."""

    person: PersonId
    telling: str = ""


@dataclass(frozen=True, slots=True)
class KeepDialogue:
    """Where somebody is in a conversation of several questions."""

    person: PersonId
    name: str
    version: int
    step: str
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class DropDialogue:
    """They are out of it."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Appoint:
    """Whoever has this address coordinates from now on (or no longer)."""

    address: str = field(repr=False)
    on: bool = True


@dataclass(frozen=True, slots=True)
class LetIn:
    """Whoever brings this key to our page comes in as `account`: by a link once, by a phrase until then."""

    kind: Literal["link", "phrase"]
    key: str = field(repr=False)
    account: str = field(repr=False)
    until: datetime
    coordinates: bool = False  # from then on


@dataclass(frozen=True, slots=True)
class SignOut:
    """Every way in that this address has on our page is closed, at once and wherever it is open."""

    address: str = field(repr=False)


Effect = (
    KeepDialogue
    | DropDialogue
    | Appoint
    | LetIn
    | SignOut
    | PauseProgramme
    | DecideDay
    | EndCallBack
    | DropWays
    | KeepWeek
    | Gather
    | GatherWords
    | LetOut
    | ReadOut
    | PourAway
    | ForgetQuestions
    | Switch
    | ThrowAway
    | OfGatherings
    | Tell
    | TellCoordinators
    | TellThere
    | Amend
    | CloseQuestions
    | PassOn
    | OpenRoom
    | LeadAcross
    | LeaveRoom
    | StartTimer
    | StopTimer
    | Note
    | Audit
    | NeverAgain
    | Forget
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be: saved together, in one transaction, or not at all."""

    save: tuple[Thing, ...] = ()
    effects: tuple[Effect, ...] = ()

    def __add__(self, other: "Decision") -> "Decision":
        return Decision(self.save + other.save, self.effects + other.effects)


def tell(to: PersonId, text: str, **args: Arg) -> Decision:
    """The decision to say one thing to one person."""
    return Decision(effects=(Tell(to, text, args),))


NOTHING = Decision()

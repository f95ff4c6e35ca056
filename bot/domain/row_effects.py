"""What follows for rows that belong to a programme or the house, and to nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.check_in.plan import Who
from bot.domain.ids import AppointmentId
from bot.domain.opening import Hours
from bot.domain.report.counting import Counts
from bot.domain.report.releasing import Release
from bot.domain.report.weeks import Week


@dataclass(frozen=True, slots=True)
class PauseProgramme:
    """A programme takes no new requests, or takes them again."""

    programme: str
    paused: bool
    message: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DecideDay:
    """A programme's hours on one day from now on; with `hours` None they are the usual ones again."""

    programme: str
    day: date
    hours: tuple[Hours, ...] | None


@dataclass(frozen=True, slots=True)
class EndCallBack:
    """Nobody is to be asked later any more; nothing of the wish stays."""

    id: str


@dataclass(frozen=True, slots=True)
class DropWays:
    """How the two of an appointment reach each other is kept no longer."""

    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class KeepWeek:
    """What was counted in one week of a programme, and what of it may be shown: for good."""

    programme: str
    week: Week
    counts: Counts
    release: Release


@dataclass(frozen=True, slots=True)
class Gather:
    """One round's answers leave the person: they join those of others, with nothing beside them."""

    programme: str
    who: Who
    round: str
    week: Week
    answers: Mapping[str, int] = field(repr=False)
    batch: str = ""  # rounds of the same name that must not be mixed: a month's, a quarter's


@dataclass(frozen=True, slots=True)
class GatherWords:
    """Somebody's own words leave them, to be read with at least four others' and not before a week."""

    programme: str
    week: Week
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LetOut:
    """What was gathered in a pool becomes answers of this week, in no order."""

    pool: str
    week: Week


@dataclass(frozen=True, slots=True)
class ReadOut:
    """Gathered words were looked at: what is fresh is ripe now; with `read`, what was ripe is gone."""

    pool: str
    week: Week
    read: bool


@dataclass(frozen=True, slots=True)
class PourAway:
    """Too few were gathered in time: nothing of it is kept."""

    pool: str


@dataclass(frozen=True, slots=True)
class ForgetQuestions:
    """No row says any more that this was asked; a press on it is told that it is over."""

    about: str


@dataclass(frozen=True, slots=True)
class Switch:
    """Something of the house that coordinators turn on and off."""

    name: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrowAway:
    """Things older than these moments are needed no more."""

    pairs_before: datetime
    questions_before: datetime
    events_before: datetime
    wishes_before: datetime
    contacts_before: datetime
    days_before: date

"""What the words of a text say, one by one, before anybody asks which moment they mean together."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class PartOfDay(StrEnum):
    """A part of the day, as wide as people say it."""

    MORNING = "morning"
    FORENOON = "forenoon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Kind(StrEnum):
    """How a weekday was said."""

    PLAIN = "plain"  # "on Tuesday"
    THIS = "this"  # "this Tuesday", "nu på tirsdag"
    NEXT = "next"  # "next Tuesday", which people mean differently


class Often(StrEnum):
    """How often something is said to come back; OTHER is what no series here can be."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time by the clock. `exact`: by 24 hours; otherwise morning or evening is open.

    `written`: in figures, which Danes read by 24 hours. `bare`: a number and nothing that says it
    is a time. `colon`: with minutes in figures. `at`: after an English "at".
    """

    hour: int
    minute: int = 0
    exact: bool = False
    written: bool = False
    bare: bool = False
    colon: bool = False
    at: bool = False


@dataclass(frozen=True, slots=True)
class Midnight:
    """Twelve at night: the beginning of a day, or its end."""


@dataclass(frozen=True, slots=True)
class NoSuchTime:
    """Said as a time, but no clock shows it: 25:00."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day."""

    part: PartOfDay


@dataclass(frozen=True, slots=True)
class Date:
    """A date; without a year the next one. `american`: the month was read before the day."""

    day: int
    month: int
    year: int | None = None
    american: bool = False


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 3rd; `months` ahead if said (0 is this month). `bare`: perhaps not a day at all."""

    day: int
    months: int | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, 0 is Monday; `nth` of the month if said, -1 the last."""

    weekday: int
    kind: Kind = Kind.PLAIN
    nth: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class InDays:
    """So many days from today; 0 is today. `idiom`: "om otte dage" is a week to most Danes."""

    days: int
    idiom: bool = False


@dataclass(frozen=True, slots=True)
class InWeeks:
    """So many weeks from today, or from a weekday that is said beside it."""

    weeks: int
    after: bool = False  # "Tuesday week": surely counted from the coming Tuesday


@dataclass(frozen=True, slots=True)
class InMonths:
    """So many months from today."""

    months: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A day of the week that is so many weeks after this one."""

    weeks: int


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A day of this week of the year (ISO 8601, as Danes count them)."""

    number: int


@dataclass(frozen=True, slots=True)
class Vague:
    """Some day, but which is not said: Christmas, the weekend, November."""


@dataclass(frozen=True, slots=True)
class Loose:
    """What follows is a bound or a choice and no time: after, before, between, or."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So long from now."""

    time: timedelta


@dataclass(frozen=True, slots=True)
class Length:
    """So long."""

    time: timedelta


@dataclass(frozen=True, slots=True)
class Until:
    """What follows is an end."""


@dataclass(frozen=True, slots=True)
class Every:
    """It comes back. `habit`: only "Mondays" was said, which is weekly if nothing else is."""

    often: Often
    habit: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """So many times."""

    times: int


@dataclass(frozen=True, slots=True)
class During:
    """It comes back for so long."""

    weeks: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """Which of the two times when the clock shows the same: 0 the first, 1 the second."""

    fold: int


Fact = (
    Clock
    | Midnight
    | NoSuchTime
    | Part
    | Date
    | DayOfMonth
    | Weekday
    | InDays
    | InWeeks
    | InMonths
    | WeekOf
    | WeekNumber
    | Vague
    | Loose
    | Offset
    | Length
    | Until
    | Every
    | Times
    | During
    | Showing
)
Facts = tuple[Fact, ...]

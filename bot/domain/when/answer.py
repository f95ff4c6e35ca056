"""What a text about a time comes to: understood, to be asked about, or not understood.

`Unclear` says what to ask. Its candidates are whole answers, so that whoever knows more (opening
hours, how long a duty may be) can choose among them; without candidates, what the person answers is
put after what they said first, and both are read as one text.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.when.facts import PartOfDay
from bot.domain.when.series import Series


class Why(StrEnum):
    """What has to be asked."""

    WHICH_DAY = "which-day"
    WHICH_WEEK = "which-week"
    MORNING_OR_EVENING = "morning-or-evening"
    WHICH_TIME = "which-time"
    WHAT_TIME = "what-time"  # the day is known, or how long, but no time
    DAY_AND_DATE = "day-and-date"  # the weekday is not that of the date
    DO_NOT_FIT = "do-not-fit"  # what was said cannot be meant together
    LOOSE = "loose"  # after, before, between, or: no time yet
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_TIME = "no-such-time"
    SKIPPED = "skipped"  # the clock in the person's zone jumps over it that day
    TWICE = "twice"  # the clock in the person's zone shows it twice that day
    PAST = "past"
    TOO_FAR = "too-far"
    TOO_LONG = "too-long"  # a series of more than a year
    HOW_LONG = "how-long"
    HOW_OFTEN = "how-often"
    HOW_MANY = "how-many"  # a series without an end
    UNTIL_WHEN = "until-when"  # a series whose end is no date
    NOT_EVERY_MONTH = "not-every-month"
    UNKNOWN_WORDS = "unknown-words"


@dataclass(frozen=True, slots=True)
class Understood:
    """A moment, aware and in the person's zone, on a whole minute; how long, and how often.

    Compare and keep moments in UTC: Python compares two times of one zone by the wall, where both
    times of an hour that comes twice are the same.
    """

    start: datetime
    duration: timedelta | None = None
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """In doubt: what to ask, and between what. `words` are theirs, to be quoted and never kept."""

    why: Why
    candidates: tuple[Understood, ...] = ()
    day: date | None = None
    part: PartOfDay | None = None
    duration: timedelta | None = None
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing in the text says when."""


Answer = Understood | Unclear | NotUnderstood

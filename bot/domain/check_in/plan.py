"""What a programme asks afterwards: in which rounds, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

SKIPPED = "skip"
TEN: tuple[str, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
LOW = 1  # an answer of 0 or 1 may mean that it is very hard: then the crisis doors are shown


class Who(StrEnum):
    """Whom a round is put to."""

    RECEIVER = "receiver"
    VOLUNTEER = "volunteer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Round:
    """One moment at which the same questions are asked. `key` stands in reports.

    `after` counts from the end of the contact (or of the series); None is the end of a series itself.
    """

    key: str
    after: timedelta | None = timedelta(0)


END = Round("end")
SERIES_END = Round("series-end", None)
MONTH = Round("month")  # volunteers' own
ORGANISATION = Round("organisation")  # the staff's


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is asked: a statement, from 0 (not at all) to 10 (completely).

    With `answers` it is answered in those words, each for a number. The answers to all items of one
    `instrument` are told together, as their sum times `factor`, and only if all are there.
    """

    id: str
    labels: Mapping[str, str]  # language -> the statement
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # number -> the same
    instrument: str = ""
    factor: int = 1

    @property
    def choices(self) -> tuple[str, ...]:
        """The numbers it is answered by, in the order they are shown."""
        return tuple(self.answers) or TEN

    def said(self, language: str) -> str:
        """The statement; in its first language if it has none in this one."""
        return self.labels.get(language) or next(iter(self.labels.values()), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIns:
    """All that a programme asks afterwards. Without items nobody is asked."""

    rounds: tuple[Round, ...] = ()
    receivers: tuple[Item, ...] = ()
    volunteers: tuple[Item, ...] = ()
    staff: tuple[Item, ...] = ()
    comments: bool = True  # whether receivers may add words of their own
    names: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict
    )  # of instruments, in reports

    def items(self, who: Who) -> tuple[Item, ...]:
        """What these people are asked."""
        match who:
            case Who.RECEIVER:
                return self.receivers
            case Who.VOLUNTEER:
                return self.volunteers
            case Who.STAFF:
                return self.staff

    def round(self, key: str) -> Round | None:
        """The round of this name, if it is still asked."""
        return next((one for one in self.rounds if one.key == key), None)

    def named(self, language: str) -> dict[str, str]:
        """What the answers to each item, and to each instrument, are called in a report, in order."""
        items = (*self.receivers, *self.volunteers, *self.staff)
        own = {one.id: one.said(language) for one in items if not one.instrument}
        return own | {id: labels.get(language, id) for id, labels in self.names.items()}


def in_order(round: str) -> tuple[int, str]:
    """Sorts the names of rounds by time: the end, some weeks later, the end of a series."""
    number, _, unit = round.partition("-")
    if number.isdigit():
        days = {"day": 1, "week": 7, "month": 30}.get(unit.rstrip("s"), 1)
        return int(number) * days, round
    return (0 if round == END.key else 100_000), round


def gathered(items: tuple[Item, ...], answers: Mapping[str, int]) -> dict[str, int]:
    """What is kept of one round: each answer, and of an instrument its sum alone."""
    found = {i.id: answers[i.id] for i in items if not i.instrument and i.id in answers}
    for name in dict.fromkeys(i.instrument for i in items if i.instrument):
        its = [item for item in items if item.instrument == name]
        if all(item.id in answers for item in its):
            found[name] = sum(answers[item.id] * item.factor for item in its)
    return found

"""What a picture is to show, already in the words of one language. Values only; nothing is drawn here.

A chart waits in the outbox as text (`Chart`), and is drawn when its letter goes. Its numbers are the
ones it was given: whoever makes a chart and a table makes both from the same rows.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

LEVELS = 4
"""Shades of a grid, 0 the lightest: as many as can be told apart in grey."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cell(_Value):
    """One cell of a grid. `level` None: nothing is expected there, and it is left pale."""

    level: int | None = Field(default=None, ge=0, lt=LEVELS)
    text: str = Field(default="", max_length=12)
    marked: bool = False  # framed, hatched and with a sign: this is what one should see first


class Grid(_Value):
    """A field of cells, such as hours down and weekdays across."""

    kind: Literal["grid"] = "grid"
    title: str
    note: str = ""
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]  # as many rows as `rows`, each as long as `columns`
    legend: tuple[str, ...] = Field(max_length=LEVELS)  # what each shade means, the lightest first
    mark: str = ""  # what the mark means
    alt: str = ""


class Series(_Value):
    """One line. None is a gap in it: that value is not shown."""

    name: str
    values: tuple[float | None, ...]


class Lines(_Value):
    """Values over rounds or weeks, a line for each thing, each with its numbers written beside it."""

    kind: Literal["lines"] = "lines"
    title: str
    note: str = ""
    across: tuple[str, ...]
    series: tuple[Series, ...] = Field(max_length=8)
    labels: tuple[tuple[str, ...], ...]  # each value as the language writes it, as `series`
    top: float | None = None  # the highest value there can be, if there is one
    alt: str = ""


class Look(StrEnum):
    """How a bar is painted; each can be told from the others in grey."""

    FULL = "full"  # dark
    DASHED = "dashed"  # white within a dashed frame
    THIN = "thin"  # white within a thin frame, and a line through it
    LIGHT = "light"
    MIDDLE = "middle"
    HATCHED = "hatched"  # framed and hatched: this is what one should see first


class Bar(_Value):
    """From when to when something is, in hours of its day's clock; more than 24 is the next day."""

    begins: float = Field(ge=0)
    ends: float
    look: Look
    text: str = Field(max_length=60)


class Day(_Value):
    """One day: in which hours it is open, and what is on it, in lanes of their own, group by group."""

    name: str
    open: tuple[tuple[float, float], ...] = ()
    groups: tuple[tuple[Bar, ...], ...] = ()


class Days(_Value):
    """Days below each other, the hours across, and what is on when."""

    kind: Literal["days"] = "days"
    title: str
    note: str = ""
    days: tuple[Day, ...]
    legend: tuple[tuple[Look, str], ...] = ()
    alt: str = ""


AnyChart = Grid | Lines | Days
Chart = Annotated[AnyChart, Field(discriminator="kind")]
_CHART: TypeAdapter[AnyChart] = TypeAdapter(Chart)


def read(text: str) -> AnyChart:
    """The chart written as text. Raises ValueError."""
    return _CHART.validate_json(text)

"""The doors shown to somebody in danger: a list that people check, never one number alone."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from bot.config.section import Language, Section, Switch, Whole

SHIPPED = Path(__file__).parent.parent / "crisis_doors.toml"
EMERGENCY = "112"


class Door(Section):
    """One place to turn in danger. Never composed or guessed; checked by a human on `verified_on`.

    A door that is not enabled is an entry to verify: it is shown to nobody.
    """

    name: str = Field(min_length=1)
    number: str = Field(pattern=r"^\+?\d[\d ]*\d$")
    about: dict[Language, str] = Field(default_factory=dict)
    verified_on: date | None = None
    source: str = ""
    enabled: Switch = True
    audience: Literal["everyone", "under-18"] = "everyone"

    @model_validator(mode="after")
    def _checked(self) -> Self:
        if self.enabled and self.verified_on is None:
            raise ValueError(
                "is switched on without a date; call or look the number up, "
                "then write the day you did so as verified_on"
            )
        return self

    def line(self, language: str) -> str:
        """One line: the number, whose it is, and what it is for if that is said in `language`."""
        about = next((words for of, words in self.about.items() if of == language), "")
        return f"{self.number} · {self.name}" + (f" – {about}" if about else "")


@cache
def shipped_doors() -> tuple[Door, ...]:
    """The list that comes with the bot."""
    table = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Door, ...]).validate_python(table["doors"])


class CrisisConfig(Section):
    """The doors shown in danger: always 112 and two more. Without a list, the shipped one."""

    doors: tuple[Door, ...] = Field(default_factory=shipped_doors)
    remind_after_days: Whole = Field(default=90, ge=1)

    @model_validator(mode="after")
    def _never_one_number_alone(self) -> Self:
        numbers = {door.number for door in self.open_doors() if door.audience == "everyone"}
        if EMERGENCY not in numbers:
            raise ValueError("must have a door with number 112, switched on and for everyone")
        if len(numbers) < 3:
            raise ValueError(
                "must have 112 and at least two more doors, switched on and for everyone"
            )
        return self

    def open_doors(self, *, young: bool = False) -> tuple[Door, ...]:
        """The doors that are switched on; with `young`, those for under 18 first."""
        doors = (door for door in self.doors if door.enabled)
        return tuple(sorted(doors, key=lambda door: young and door.audience != "under-18"))

    def card(self, language: str, *, young: bool = False) -> str:
        """The open doors, a line each: the argument `doors` of `crisis-card` and `too-young`."""
        return "\n".join(door.line(language) for door in self.open_doors(young=young))

    def short(self) -> str:
        """112 and the first other door for everyone, on one line without words of a language."""
        others = [d for d in self.open_doors() if d.audience == "everyone"]
        other = next(door for door in others if door.number != EMERGENCY)
        return f"{EMERGENCY} · {other.name} {other.number}"


def old_doors(doors: Sequence[Door], today: date, days: int) -> tuple[Door, ...]:
    """The doors people are shown that nobody has checked for more than `days` days."""
    return tuple(
        door
        for door in doors
        if door.enabled
        and (door.verified_on is None or today - door.verified_on > timedelta(days=days))
    )

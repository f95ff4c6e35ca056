"""The words of a report in one language: what a figure is called, and how its value is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.numbers import format_decimal

from bot.domain.programme import Programme
from bot.domain.refusal import Arg
from bot.reports.rows import Row
from bot.texts.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words for reports."""

    catalogue: Catalogue
    language: str
    zone: str
    items: Mapping[str, str] = field(default_factory=dict)  # what people answered, by its id

    def label(self, row: Row) -> str:
        """What the figure is called."""
        return self.worded(f"figure-{row.figure}", part=self._part(row))

    def name(self, row: Row) -> str:
        """The same, where it does not stand below what it is a part of."""
        return self.label(row).lstrip("– ")

    def value(self, row: Row) -> str:
        """What it is, or that it was left out."""
        how = "exact" if row.exact else "least"
        if row.value is None:
            return self.worded("shown-left-out")
        n = number(row.value, self.language)
        if row.figure == "outcome-change" and row.value > 0:
            n = f"+{n}"
        return self.worded("shown", n=n, how=how, unit=row.unit.value, answers=row.answers)

    def line(self, row: Row) -> str:
        """Both, in one line."""
        return f"{self.label(row)}: {self.value(row)}"

    def title(self, programme: Programme | None) -> str:
        """What a programme is called; all of them together without one."""
        return programme.title(self.language) if programme else self.worded("report-together")

    def item(self, id: str) -> str:
        """What people answered to; its id if it is asked no more."""
        return self.items.get(id, id)

    def round(self, key: str) -> str:
        """When they did: "after 2 weeks"."""
        number, _, unit = key.partition("-")
        if number.isdigit():
            kind = unit.rstrip("s") or "round"
            return self.worded("report-round", kind=kind, n=int(number), round=key)
        return self.worded("report-round", kind=key, n=0, round=key)

    def worded(self, text: str, **args: Arg) -> str:
        """Any text of ours."""
        return self.catalogue.render(text, args, self.language, self.zone).text

    def _part(self, row: Row) -> str:
        match row.figure:
            case "form" | "begun-form":
                names = (self.catalogue.label(f, self.language) for f in row.part.split("+"))
                return " + ".join(names)
            case "outcome" | "outcome-change":
                item, _, round = row.part.partition("/")
                return f"{self.item(item)}, {self.round(round)}"
            case "purpose":
                return self.worded(f"purpose-{row.part}")
            case _:
                return row.part


def number(value: float, language: str) -> str:
    """A number as the language writes it: `1,234` and `0.4`, `1.234` and `0,4`."""
    return str(format_decimal(value, locale=language))


def has_value(row: Row) -> bool:
    """Whether there is anything to tell."""
    return row.value is not None

"""What is wrong with a file of settings, in sentences that say what to do about it."""

import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: in which file, at which key (dotted), and a sentence with the remedy."""

    file: str
    key: str
    says: str
    line: int | None = None

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        key = f", {self.key}" if self.key else ""
        return f"{self.file}{line}{key}: {self.says}"


class Problems(Exception):
    """Everything that is wrong, at once. Its text is one sentence a line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class ConfigProblems(Problems):
    """The configuration cannot be used."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name for people, and the line of each key in it."""

    file: str
    lines: Mapping[Location, int]

    def problem(self, where: Location, says: str) -> Problem:
        """A problem at `where`, with the nearest line that is known."""
        line = next(
            (
                self.lines[where[:end]]
                for end in range(len(where), 0, -1)
                if where[:end] in self.lines
            ),
            None,
        )
        return Problem(self.file, dotted(where), says, line)


def dotted(where: Location) -> str:
    """A key as people write it: `crisis.doors[2].number`, counted from one."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where)
    return text.removeprefix(".")


def explain(error: ValidationError, model: type[BaseModel], *sources: Source) -> list[Problem]:
    """Each mistake pydantic found, as a sentence with its remedy. Never repeats a value.

    With several sources laid over each other, a mistake is told of the first that has its key.
    """
    mistakes = [
        (tuple(part for part in mistake["loc"] if part != "[key]"), mistake)
        for mistake in error.errors(include_url=False, include_input=False)
    ]
    return [
        source_of(where, sources).problem(where, _sentence(mistake["type"], mistake, model, where))
        for where, mistake in mistakes
        # a list with a bad entry counts as too short as well: one word about it is enough
        if not (
            mistake["type"] == "too_short" and any(_below(other, where) for other, _ in mistakes)
        )
    ]


def source_of(where: Location, sources: Sequence[Source]) -> Source:
    """The first source that has the key at `where`, otherwise the first of all."""
    return next((source for source in sources if where in source.lines), sources[0])


def _below(place: Location, above: Location) -> bool:
    return len(place) > len(above) and place[: len(above)] == above


_SENTENCES = {
    "missing": "is missing; add it",
    "string_type": 'must be text in quotes, such as "this"',
    "int_type": "must be a whole number without quotes",
    "int_from_float": "must be a whole number without a fraction",
    "bool_type": "must be true or false, without quotes",
    "tuple_type": 'must be a list, such as ["one", "another"]',
    "dict_type": "must be a table with keys of its own",
    "model_type": "must be a table with keys of its own",
    "model_attributes_type": "must be a table with keys of its own",
    "path_type": 'must be the path of a file, in quotes, such as "peerbot.key"',
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_too_short": "must not be empty; write something or remove the line",
    "string_too_long": "must be no longer than {max_length} characters; shorten it",
    "too_short": "must have at least {min_length} in its list; add what is missing",
    "literal_error": "must be one of {expected}",
    "enum": "must be one of {expected}",
}
_PATTERNS = {
    "homeserver": 'must be the address of the server alone, such as "https://matrix.example.org"',
    "user": 'must be the full name of the account, such as "@peerbot:example.org"',
    "coordinators_room": 'must be the id of a room, such as "!abc:example.org", or its "#alias"',
    "address": 'must be the address of the page, such as "https://chat.example.org/"',
    "listen": 'must be where to listen, such as "127.0.0.1:8480"',
    "embed_on": 'must be where a page is, without a path, such as "https://www.example.org"',
    "exit_to": 'must be the address of a page, such as "https://www.wikipedia.org/"',
    "number": 'must be digits, such as "112" or "70 201 201"',
    "name": 'must be small letters, digits and "-", such as "drop-in"',
    "id": 'must be small letters, digits and "-", such as "loneliness"',
}


def _sentence(
    kind: str, mistake: Mapping[str, Any], model: type[BaseModel], where: Location
) -> str:
    context: Mapping[str, Any] = mistake.get("ctx", {})
    if kind == "extra_forbidden":
        return unknown(str(where[-1]), sorted(known_keys(model, where[:-1])))
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        named = next((part for part in reversed(where) if isinstance(part, str)), "")
        if named in _PATTERNS:
            return _PATTERNS[named]
    if kind.startswith("date"):
        return "must be a date, such as 2026-11-22"
    if kind in _SENTENCES:
        return _SENTENCES[kind].format(**context)
    return re.sub(r"^(Input|Value error,) ", "", str(mistake["msg"])) + "; please correct it"


def unknown(key: str, known: Sequence[str]) -> str:
    """What to say about a key nobody knows, with the nearest one that is known."""
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"is not an option; did you mean {near[0]}?"
    return f"is not an option; remove it. Here you can write: {', '.join(known)}"


def known_keys(model: type[BaseModel], where: Location) -> set[str]:
    """The keys that may stand in the table at `where`."""
    here: type[BaseModel] | None = model
    for part in where:
        if isinstance(part, str) and here is not None:
            field = here.model_fields.get(part) or next(
                (field for field in here.model_fields.values() if field.alias == part), None
            )
            here = _model_in(field.annotation) if field else None
    return {field.alias or name for name, field in here.model_fields.items()} if here else set()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, types.UnionType, tuple, dict):
        return next((found for found in map(_model_in, get_args(annotation)) if found), None)
    return None

"""A programme's own wording of single texts, checked against the texts it stands in for."""

import re
from collections.abc import Mapping

from fluent.syntax import ast

from bot.texts.entries import Entry
from bot.texts.facts import FACT_NAMES
from bot.texts.markup import SLOT_BEGINS
from bot.texts.shapes import LANGUAGES, parse, shape_of

Overrides = Mapping[str, Mapping[str, ast.Resource]]  # programme -> language -> texts
# Whatever else a programme says in its own words, the doors stay in these.
_NEEDED = {"crisis-card": {"doors"}, "too-young": {"young_doors"}, "welcome": {"crisis"}}
_ID = re.compile(r"[a-z][a-z0-9-]*")


def read_overrides(
    extra: Mapping[str, Mapping[str, Mapping[str, str]]],
    texts_of: Mapping[str, Mapping[str, Entry]],
) -> tuple[Overrides, list[str]]:
    """The wordings in `extra` (programme -> language -> text id -> Fluent), and what is wrong."""
    overrides: dict[str, dict[str, ast.Resource]] = {}
    problems: list[str] = []
    for programme, by_language in extra.items():
        for language, texts in by_language.items():
            if language not in LANGUAGES:
                problems.append(f"{programme}: texts.{language} is not a language we speak")
                continue
            entries: list[ast.EntryType] = []
            known = texts_of[language]
            for text_id, words in texts.items():
                own = _read(text_id, words)
                where = f"{programme}: texts.{language}.{text_id}"
                says = _wrong(text_id, own, known)
                if says:
                    problems.append(f"{where} {says}")
                else:
                    entries += own.body
            overrides.setdefault(programme, {})[language] = ast.Resource(entries)
    return overrides, problems


def _read(text_id: str, words: str) -> ast.Resource:
    # A line of Fluent may not begin with a star, as one with a bold word would.
    lines = [re.sub(r"^\*\*", '{"**"}', line) for line in words.strip().splitlines()]
    indented = "\n".join(f"    {line}" for line in lines)
    resource, _ = parse(f"{text_id} =\n{indented}\n" if _ID.fullmatch(text_id) else "")
    return resource


def _wrong(text_id: str, own: ast.Resource, known: Mapping[str, Entry]) -> str | None:
    if text_id not in known:
        return "is not a text the bot says; look at the ids in bot/texts"
    messages = [entry for entry in own.body if isinstance(entry, ast.Message)]
    if len(messages) != 1 or len(own.body) != 1 or messages[0].value is None:
        return "is not Fluent; look at its braces, and at lines beginning with [ * . or #"
    if any(SLOT_BEGINS in getattr(part, "value", "") for part in _texts(messages[0])):
        return "has a character that shows nothing; write it anew without pasting"
    shape, stands_for = shape_of(messages[0]), shape_of(known[text_id])
    if dropped := _NEEDED.get(text_id, set()) - shape.variables:
        return f"must mention ${', $'.join(sorted(dropped))}, so that people find help in danger"
    if strange := shape.variables - stands_for.variables - FACT_NAMES:
        told = ", ".join(f"${name}" for name in sorted(stands_for.variables | FACT_NAMES))
        return f"mentions ${', $'.join(sorted(strange))}; it may mention only: {told}"
    if missing := shape.references - known.keys():
        return f"refers to {', '.join(sorted(missing))}, which is not there"
    return None


def _texts(message: ast.Message) -> list[ast.TextElement]:
    elements = message.value.elements if message.value else []
    return [element for element in elements if isinstance(element, ast.TextElement)]

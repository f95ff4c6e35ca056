"""Which of the choices somebody means: by number, by word, by label, or by the emoji pressed."""

import re
from collections.abc import Sequence

from bot.relaying.words import folded
from bot.texts.catalogue import Catalogue
from storage.questions import Question

_KEYCAP = re.compile("^([0-9])\ufe0f?\u20e3$")
_SEPARATORS = re.compile(r"\s*(?:[,;+&]|\bog\b|\band\b)\s*|\s+")


def number_in(text: str) -> int | None:
    """The number this text or emoji is, if it is nothing else: "2", "2.", "2)", "2️⃣", "🔟"."""
    stripped = text.strip().rstrip(".)").strip()
    if keycap := _KEYCAP.match(stripped):
        return int(keycap[1])
    if stripped == "\U0001f51f":
        return 10
    return int(stripped) if stripped.isascii() and stripped.isdigit() else None


def one_of(text: str, question: Question, catalogue: Catalogue) -> str | None:
    """The choice of `question` that `text` means, or None."""
    number = number_in(text)
    if number is not None:
        inside = 1 <= number <= len(question.choices)
        return question.choices[number - 1] if inside else None
    typed = folded(text)
    emoji = text.strip().rstrip("\ufe0f")
    for choice in question.choices:
        label = question.labels.get(choice)
        labels = {folded(label)} if label else set()
        words = catalogue.words_of(choice) | labels | {folded(choice)}
        if typed in words or emoji in words or (text.strip() in words):
            return choice
    return None


def several_of(text: str, question: Question, catalogue: Catalogue) -> Sequence[str] | None:
    """The choices that `text` lists ("1, 3", "angst og sorg"), or None unless all are understood."""
    whole = one_of(text, question, catalogue)
    if whole:
        return [whole]
    parts = [part for part in _SEPARATORS.split(text.strip()) if part]
    found = [one_of(part, question, catalogue) for part in parts]
    if not found or None in found:
        return None
    return list(dict.fromkeys(choice for choice in found if choice))

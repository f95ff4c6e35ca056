"""Which of the choices somebody means: by number, by word, by label, or by the emoji pressed."""

import re
from collections.abc import Sequence

from bot.domain.numbering import numbered
from bot.relaying.words import folded
from bot.texts.catalogue import Catalogue
from storage.questions import Question

_KEYCAP = re.compile("^([0-9])\ufe0f?\u20e3$")
_WORDS = re.compile(r"[^\s,;+&]+")
_BETWEEN = frozenset({"og", "and"})
_LISTED_AT_MOST = 60  # words; a list of choices is not longer
_TELLING = 3  # letters: shorter words of a label say nothing by themselves


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
    if number is not None and (typed_by_number := numbered(question.choices, number)):
        return typed_by_number
    typed = folded(text)
    emoji = text.strip().rstrip("\ufe0f")
    for choice in question.choices:
        label = question.labels.get(choice)
        # What stands behind it in brackets tells more of it, and need not be typed.
        labels = {folded(label), folded(label.partition(" (")[0])} if label else set()
        words = catalogue.words_of(choice) | labels | {folded(choice)}
        if typed in words or emoji in words or (text.strip() in words):
            return choice
    return _told_by_a_word(typed, question)


def several_of(text: str, question: Question, catalogue: Catalogue) -> Sequence[str] | None:
    """The choices that `text` lists ("1, 3", "angst og sorg"), or None unless all are understood.

    Labels may hold commas and "and" themselves: from each word on, the most words that are a choice
    are one.
    """
    if len(_WORDS.findall(text)) > _LISTED_AT_MOST:
        return None
    found: list[str] = []
    rest = text.strip()
    while word := _WORDS.search(rest):
        ends = [word.end() for word in _WORDS.finditer(rest)]
        spans = (
            (one_of(rest[word.start() : end], question, catalogue), end) for end in reversed(ends)
        )
        choice, end = next((span for span in spans if span[0]), (None, word.end()))
        if choice:
            found.append(choice)
        elif folded(word[0]) not in _BETWEEN:
            return None
        rest = rest[end:]
    return list(dict.fromkeys(found)) or None


def _told_by_a_word(typed: str, question: Question) -> str | None:
    """The one choice whose own label has this word in it: "grief" for "Grief and loss"."""
    if len(typed) < _TELLING or typed in _BETWEEN:
        return None
    having = [
        choice
        for choice, label in question.labels.items()
        if typed in {folded(word) for word in _WORDS.findall(label)}
    ]
    return having[0] if len(having) == 1 else None

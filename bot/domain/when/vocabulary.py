"""The words of both languages together, and patterns written with the names of kinds of words.

Both languages are understood whatever somebody's own is: people mix them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from bot.domain.when import danish, english
from bot.domain.when.facts import Facts, PartOfDay

NUMBERS: Final[Mapping[str, int]] = {**danish.NUMBERS, **english.NUMBERS, "a": 1, "an": 1}
ORDINALS: Final[Mapping[str, int]] = {**danish.ORDINALS, **english.ORDINALS}
DAYS: Final[Mapping[str, int]] = {**danish.DAYS, **english.DAYS}
PARTS: Final[Mapping[str, PartOfDay]] = {**danish.PARTS, **english.PARTS}
PARTS_OF_TODAY: Final[Mapping[str, PartOfDay]] = {
    **danish.PARTS_OF_TODAY,
    **english.PARTS_OF_TODAY,
}
FIXED: Final[Mapping[str, tuple[int, int]]] = {**danish.FIXED, **english.FIXED}
WEEKS: Final[Mapping[str, int]] = {**danish.WEEKS, **english.WEEKS}
LENGTHS: Final[Mapping[str, int]] = {**danish.LENGTHS, **english.LENGTHS}
MISSPELT: Final[Mapping[str, str]] = {**danish.MISSPELT, **english.MISSPELT}
NOT: Final = frozenset((*danish.NOT, *english.NOT))


def _numbered(*languages: Iterable[tuple[str, ...]], start: int) -> dict[str, int]:
    return {
        word: number
        for language in languages
        for number, words in enumerate(language, start)
        for word in words
    }


WEEKDAYS: Final = _numbered(danish.WEEKDAYS, english.WEEKDAYS, start=0)
HABITS: Final = _numbered(danish.HABITS, english.HABITS, start=0)
MONTHS: Final = _numbered(danish.MONTHS, english.MONTHS, start=1)

_HOUR_WORDS = [word for word, number in NUMBERS.items() if 1 <= number <= 24]
_TABLES: Mapping[str, Iterable[str]] = {
    "weekday": WEEKDAYS,
    "habit": HABITS,
    "month": MONTHS,
    "day": DAYS,
    "part": PARTS,
    "part_of_today": PARTS_OF_TODAY,
    "fixed": FIXED,
    "week_of": WEEKS,
    "length": LENGTHS,
    "ordinal": ORDINALS,
    "number_word": NUMBERS,
    "minute_word": [word for word, number in NUMBERS.items() if 10 <= number <= 59],
    # In Danish it is "klokken et": "en" is an article, as are these.
    "hour_word": [word for word in _HOUR_WORDS if word not in ("a", "an", "en")],
}
# A number in a sentence is no time by itself when it is also an article or another word.
NEVER_BARE: Final = frozenset({"a", "an", "en", "et", "one", "to", "fire", "zero", "nul"})


def _kind(name: str) -> str:
    """The alternatives for one kind of word, the longest first."""
    if name == "digits":
        return "[0-9]{1,3}"
    if name == "number":
        return f"[0-9]{{1,3}}|{_kind('number_word')}"
    if name == "hour":
        return f"[0-9]{{1,2}}|{_kind('hour_word')}"
    if name == "meridiem":
        return "am|pm"
    words = _TABLES.get(name)
    if words is None:
        key = name.upper()
        words = (*getattr(danish, key), *getattr(english, key))
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class Rule(NamedTuple):
    """A template, and what it says: one or more alternatives, each a row of facts.

    In the template `<at>` is any word of that kind, and `<h=hour>` is kept as h.
    """

    template: str
    says: Callable[[re.Match[str]], tuple[Facts, ...]]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The template as an expression. Made when first asked for: a start need not wait for it."""
        return _pattern(self.template)


def rule(template: str, says: Callable[[re.Match[str]], tuple[Facts, ...]]) -> Rule:
    """A rule."""
    return Rule(template, says)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    def kind(found: re.Match[str]) -> str:
        kept = f"?P<{found[1]}>" if found[1] else "?:"
        return f"({kept}{_kind(found[2])})"

    return re.compile(re.sub(r"(?<!P)<(?:(\w+)=)?(\w+)>", kind, template) + " ")


def one(*facts: Facts) -> tuple[Facts, ...]:
    """The alternatives, each a row of facts."""
    return facts


def number(word: str) -> int:
    """The number a word or figures say."""
    return NUMBERS[word] if word in NUMBERS else int(word)


def _words_of(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, Mapping):
        for key, kept in value.items():
            yield from _words_of(key)
            yield from _words_of(kept if isinstance(kept, str | tuple) else ())
    elif isinstance(value, tuple):
        for item in value:
            yield from _words_of(item)


def _all_words(language: object) -> frozenset[str]:
    names = [name for name in vars(language) if name.isupper()]
    words = (word for name in names for word in _words_of(getattr(language, name)))
    return frozenset(word for word in words if word.replace("'", "").isalpha())


DANISH_WORDS: Final = _all_words(danish)
ENGLISH_WORDS: Final = _all_words(english)

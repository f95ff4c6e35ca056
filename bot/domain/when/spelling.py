"""A text made plain: one space between words, as the vocabulary writes them.

Many write Danish without æ, ø and å, because their keyboard has none: "paa loerdag", "pa lordag".
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import Final

from bot.domain.when.vocabulary import DANISH_WORDS, ENGLISH_WORDS, MISSPELT

LONGEST: Final = 400  # characters; a time that takes longer to say is not one
_WITHOUT: Final = {"æ": ("ae", "a", "e"), "ø": ("oe", "o"), "å": ("aa", "a")}
_OTHER_WORDS: Final = frozenset({"for", "son", "ar", "lor", "sa", "ma", "mode", "modes", "vare"})
_CLOCK_DOTS = re.compile(r"\b([ap])\.\s?m\b\.?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W_])|(?<=[0-9])-(?=[^\W\d_])")
_TOKEN = re.compile(
    r"""
    [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])
    | [0-9]{1,2}/[0-9]{1,2}(?:[-/][0-9]{4}|[-/][0-9]{2})?(?![0-9])
    | [0-9]{1,2}([-.])[0-9]{1,2}\1[0-9]{4}(?![0-9])
    | [0-9]{1,2}([-.])[0-9]{1,2}\2[0-9]{2}(?![0-9])
    | [0-9]{1,2}[:.,][0-9]{1,2}(?![0-9])
    | [0-9]+(?:st|nd|rd|th)(?![^\W\d_])
    | [0-9]+\.(?![0-9])
    | [0-9]+
    | [^\W\d_]+(?:'[^\W\d_]+)*
    | \S
    """,
    re.VERBOSE,
)
_SILENT: Final = frozenset(".,;:!?()\"'…")


def _spellings(word: str) -> Iterable[str]:
    parts = [(*_WITHOUT.get(letter, ()), letter) for letter in word]
    return ("".join(letters) for letters in product(*parts))


def _respelt() -> dict[str, str]:
    known = DANISH_WORDS | ENGLISH_WORDS
    proper = {
        spelling: word
        for word in sorted(DANISH_WORDS)
        if not word.isascii()
        for spelling in _spellings(word)
        if spelling not in known and spelling not in _OTHER_WORDS
    }
    return {**proper, **MISSPELT}


RESPELT: Final = _respelt()


def plain(text: str) -> str:
    """The words of a text with one space after each; empty if there are none or far too many."""
    if len(text) > LONGEST:
        return ""
    text = unicodedata.normalize("NFC", text).casefold()
    for there, here in (("’", "'"), ("–", "-"), ("—", "-"), ("−", "-"), ("é", "e"), ("\u00ad", "")):
        text = text.replace(there, here)
    text = re.sub(r"(?<=[0-9])\s?½", ",5", text).replace("½", "0,5")
    text = _HYPHEN.sub(" ", _CLOCK_DOTS.sub(r"\1m", text))
    tokens = [found[0] for found in _TOKEN.finditer(text)]
    return "".join(f"{RESPELT.get(token, token)} " for token in tokens if token not in _SILENT)


def is_danish(text: str) -> bool:
    """Whether a plain text is surely Danish: then 3/11 is a day of November, and 8 is the morning."""
    words = set(text.split())
    if words & {"kl", "klokken"}:
        return True
    return bool(words & (DANISH_WORDS - ENGLISH_WORDS)) and not words & (
        ENGLISH_WORDS - DANISH_WORDS
    )

"""Light markup in our own texts, and people's words kept out of it.

A text may hold `**bold**` and line breaks. What people wrote goes into a text as a slot that is
filled last, escaped, so that nothing they write can become markup or be read twice.
"""

import html
import re
from collections.abc import Mapping

from babel import Locale
from fluent.runtime.types import FluentType

SLOT_BEGINS, SLOT_ENDS = "\ue000", "\ue001"  # private use: no text of ours has them
_SLOT = re.compile(f"{SLOT_BEGINS}([^{SLOT_ENDS}]*){SLOT_ENDS}")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


NOTHING_SAID = "nothing"  # the variant for an argument without words: [nothing]


class Slot(FluentType):
    """A word for Fluent to choose by, which shows as a place to be filled.

    No words at all choose the variant `[nothing]`; the word "nothing", which a person may write,
    does not.
    """

    def __init__(self, name: str, words: str) -> None:
        self._name = name
        self._words = words

    def __eq__(self, other: object) -> bool:
        if other == NOTHING_SAID:
            return not self._words
        return self._words == other

    __hash__ = None  # type: ignore[assignment]

    def format(self, locale: Locale) -> str:
        """The place, in any language."""
        return f"{SLOT_BEGINS}{self._name}{SLOT_ENDS}"


def as_text(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern without its markup, slots filled."""
    return _SLOT.sub(lambda slot: words[slot[1]], _BOLD.sub(r"\1", pattern))


def as_html(pattern: str, words: Mapping[str, str], rich: Mapping[str, str]) -> str:
    """The pattern as HTML. Slots are filled from `rich`, which is safe HTML, or else escaped."""
    marked = _BOLD.sub(r"<strong>\1</strong>", _escaped(pattern))
    return _SLOT.sub(
        lambda slot: rich[slot[1]] if slot[1] in rich else _escaped(words[slot[1]]), marked
    )


def is_marked(pattern: str) -> bool:
    """Whether the pattern says more as HTML than as text."""
    return _BOLD.search(pattern) is not None


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")

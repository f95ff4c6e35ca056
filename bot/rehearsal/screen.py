"""Prints for people: plain lines that fit the terminal, with colour only where it is welcome."""

import os
import re
import shutil
import textwrap
from typing import TextIO

WIDEST = 88  # columns; longer lines are tiring to read
NARROWEST = 24
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_STYLES = {"bold": "1", "faint": "2", "person": "36", "good": "32", "bad": "31"}


class Screen:
    """Where a rehearsal is shown. Nothing depends on colour; NO_COLOR (no-color.org) is kept."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        terminal = os.environ.get("TERM", "dumb")
        self._colour = (
            out.isatty() and terminal not in ("", "dumb") and not os.environ.get("NO_COLOR")
        )

    def line(self, text: str = "", style: str = "", indent: str = "") -> None:
        """One paragraph or several, wrapped, each line behind `indent`."""
        for paragraph in _CONTROL.sub("", text).split("\n"):
            wrapped = textwrap.wrap(
                paragraph,
                self._columns(),
                initial_indent=indent,
                subsequent_indent=indent + _hang(paragraph),
            )
            for row in wrapped or [""]:
                print(self._styled(row, style), file=self._out)
        self._out.flush()

    def said(self, head: str, text: str, style: str = "bold") -> None:
        """Who says it, and below it what they say."""
        self.line()
        self.line(head, style)
        self.line(text, indent="  ")

    def brief(self, text: str, room: int = 0) -> str:
        """The beginning of `text`, as much as fits on a line (or `room` columns)."""
        return textwrap.shorten(
            _CONTROL.sub(" ", text), room or self._columns() - 4, placeholder=" …"
        )

    def _columns(self) -> int:
        return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))

    def _styled(self, text: str, style: str) -> str:
        if not (self._colour and style and text):
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _hang(paragraph: str) -> str:
    """Further lines stand under the words of the first: behind its number, dash or time."""
    begins = re.match(r" *(?:!?\d{1,2} · |\d\d:\d\d +|\d+\. |[-•] )?", paragraph)
    return " " * len(begins[0]) if begins else ""

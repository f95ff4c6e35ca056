"""Formatted words: a small subset of HTML that hides nothing, and the plain words it stands for."""

import html as markup
import re
from html.parser import HTMLParser
from typing import Final

import nh3

from bot.relaying.defusing import defused, mask_for, names_account, shown_address
from bot.relaying.words import TEXT_LIMIT, clean_characters, clean_text

HTML_LIMIT = 65_536
"""Characters of HTML looked at: a Matrix event cannot be larger than that many bytes."""

MOST_TAGS = 1_000
"""Tags in one message; beyond that the plain words do. Bounds the parser's work; our choice."""

DEEPEST = 20
"""Elements inside each other; deeper ones lose their tags, not their words. Matrix advises 100."""

SAFE_HTML_LIMIT = 24_576
"""Bytes of HTML passed on: encrypted with 4,000 characters it stays under Matrix's 64 KiB."""

TAGS: Final = frozenset(
    {"p", "br", "b", "strong", "i", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
)
"""All that comes out of `to_safe_html`. Only `a` has an attribute: `href`, its text too."""

_RENAMED = {"s": "del", "strike": "del"}
_LINES = frozenset(
    {"div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "summary", "details", "table"}
)
_CELLS = frozenset({"td", "th"})
_READ = TAGS | _RENAMED.keys() | _LINES | _CELLS | {"span"}
_DROPPED_WHOLE = frozenset(
    {"mx-reply", "script", "style", "template", "svg", "math", "iframe", "object"}
)
_SPOILER = "||"
_BREAKS_AT_THE_END = re.compile(r"(?:<br>|\s)+\Z")


def to_safe_html(html: str, limit: int = TEXT_LIMIT) -> str | None:
    """The same words with only the formatting of `TAGS`, or None if they are better said plainly.

    No pictures, styles, classes or data attributes; reply fallbacks are gone; a spoiler's words
    stand between `||`; accounts and mentions are masked as in `bot.relaying.defusing`; every link
    shows its whole address. None for nothing visible, more than `limit` visible characters, too
    many tags, and for words that only tags keep from being a mention. Never raises.
    """
    if len(html) > HTML_LIMIT or html.count("<") > MOST_TAGS:
        return None
    valid = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    parsed = nh3.clean(
        valid,
        tags=set(_READ),
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={"a": {"href"}, "span": {"data-mx-spoiler"}},
        url_schemes={"http", "https", "matrix"},
        link_rel=None,
    )
    writer = _Writer()
    writer.feed(parsed)
    safe = writer.finished()
    plain = _Reader.read(safe)
    # What is harmless in pieces may be a mention, a mark too many or too long as a whole.
    whole = clean_text(plain, limit)
    if whole.empty or whole.shortened or defused(whole.text).split() != plain.split():
        return None
    return safe if len(safe.encode()) <= SAFE_HTML_LIMIT else None


def plain_of(html: str) -> str:
    """The plain words of what `to_safe_html` gave: list signs, `>` at quotes, links in full."""
    return clean_text(_Reader.read(html[:HTML_LIMIT])).text


def from_plain(text: str) -> str:
    """Plain words as HTML that shows just them, for what the bot says. Newlines become `<br>`."""
    return markup.escape(text).replace("\n", "<br>")


class _Writer(HTMLParser):
    """Writes what nh3 left anew, from nothing but our own tags and escaped words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # each tag as it came, and what to write at its end
        self._link: tuple[str, list[str]] | None = None

    def finished(self) -> str:
        self.close()
        while self._open:
            self.handle_endtag(self._open[-1][0])
        return _BREAKS_AT_THE_END.sub("", "".join(self._out))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = _RENAMED.get(tag, tag)
        if tag in ("br", "hr"):
            self._write("<br>")
        elif tag == "a":
            self._link = (given.get("href") or "", [])
            self._open.append((tag, ""))
        elif tag == "span" and "data-mx-spoiler" in given:
            reason = _safe(given["data-mx-spoiler"] or "")
            self._write(f"({reason}) {_SPOILER}" if reason else _SPOILER)
            self._open.append((tag, _SPOILER))
        elif name in TAGS and self._link is None and len(self._open) < DEEPEST:
            self._write(f"<{name}>")
            self._open.append((tag, f"</{name}>"))
        else:
            if tag in _LINES and self._out and not self._out[-1].startswith(("<br", "<p", "</p")):
                self._write("<br>")
            self._open.append((tag, "<br>" if tag in _LINES else " " if tag in _CELLS else ""))

    def handle_endtag(self, tag: str) -> None:
        if not any(tag == name for name, _ in self._open):
            return
        while True:
            name, end = self._open.pop()
            if name == "a":
                self._close_link()
            self._write(end)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._write(_safe(data))

    def _write(self, piece: str) -> None:
        (self._out if self._link is None else self._link[1]).append(piece)

    def _close_link(self) -> None:
        if self._link is None:
            return
        address, pieces = self._link
        self._link = None
        label = "".join(pieces).replace("<br>", " ").strip()
        shown = shown_address(clean_characters(address))
        if names_account(address):
            self._write(label or markup.escape(mask_for(address)))
        elif shown is None:
            self._write(label)
        else:
            target = markup.escape(shown)
            link = f'<a href="{target}">{target}</a>'
            self._write(link if label in ("", target) else f"{label} ({link})")


def _safe(words: str) -> str:
    return markup.escape(defused(clean_characters(words)))


class _Reader(HTMLParser):
    """Reads our own subset aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._lists: list[int | None] = []  # the next number of each open list, None for dots
        self._quotes: list[int] = []  # where in `_out` each open quotation began
        self._pre = 0

    @classmethod
    def read(cls, html: str) -> str:
        reader = cls()
        reader.feed(html)
        reader.close()
        return "".join(reader._out).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._out.append("\n")
        elif tag in ("p", "pre", "blockquote", "ul", "ol"):
            self._new_line()
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._new_line()
            self._out.append(self._sign())
        elif tag == "blockquote":
            self._quotes.append(len(self._out))
        elif tag == "pre":
            self._pre += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._pre = max(self._pre - 1, 0)
        elif tag == "blockquote" and self._quotes:
            began = self._quotes.pop()
            quoted = "".join(self._out[began:]).strip("\n")
            self._out[began:] = ["\n".join(f"> {line}" for line in quoted.split("\n"))]
        if tag in ("p", "pre", "blockquote", "ul", "ol", "li"):
            self._new_line()

    def handle_data(self, data: str) -> None:
        if self._pre:
            self._out.append(data)
        elif data.strip() or not self._at_line_start():
            self._out.append(data.replace("\n", " "))

    def _sign(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "\u2022 "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _at_line_start(self) -> bool:
        return not self._out or self._out[-1].endswith("\n")

    def _new_line(self) -> None:
        if not self._at_line_start():
            self._out.append("\n")

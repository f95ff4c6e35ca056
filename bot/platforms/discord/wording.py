"""From our words to what Discord shows: nothing is markup but what we mean to be. Pure."""

import re
from datetime import datetime
from html.parser import HTMLParser

LONGEST = 2000  # characters of one message (documentation of August 2026)
MOST_PARTS = 10  # messages one letter may become; the core says nothing near that long

_ADDRESS = re.compile(r"https?://[^\s<]+[^<.,:;\"')\]\s]")
_MARKUP = re.compile(r"[\\*_~`|<\[\]]")
_AT_LINE_START = re.compile(r"(?m)^(\s*)([#>+-])")
_EVERYBODY = re.compile(r"@(?=everyone|here)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")  # a time of day alone
_LISTED = re.compile(r"(?m)^(\s*\d+)\.(?=\s)")


def plain(text: str) -> str:
    """The words as markdown that shows just them, and pings nobody. Addresses stay as they are."""
    text = printable(text)
    written: list[str] = []
    before = 0
    for address in _ADDRESS.finditer(text):
        written += [_escaped(text[before : address.start()]), address[0]]
        before = address.end()
    whole = "".join([*written, _escaped(text[before:])])
    # At the start of a line the sign and what is before it are outside of any address.
    return _LISTED.sub(r"\1\\.", _AT_LINE_START.sub(r"\1\\\2", whole))


def formed(html: str) -> str:
    """Our safe subset of HTML (`bot.relaying.html`) as Discord's markdown."""
    writer = _Writer()
    writer.feed(printable(html))
    writer.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.out)).strip()


def markdown(text: str, html: str | None) -> str:
    """What to send for these words, formed if they have a form."""
    return formed(html) if html is not None else plain(text)


def printable(text: str) -> str:
    """The text as it can be sent: no lone halves of a pair, no NUL."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "")


def split(text: str, most: int = LONGEST) -> list[str]:
    """The text in pieces of at most `most` characters: between paragraphs, lines, or words."""
    pieces: list[str] = []
    while len(text) > most:
        at = _break_before(text, most)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip("\n ")
    return [*pieces, text] if text else pieces


def _break_before(text: str, most: int) -> int:
    for border in ("\n\n", "\n", " "):
        at = text.rfind(border, most // 4, most)
        if at > 0:
            return at
    # Not between a backslash and what it takes the meaning from.
    run = len(text[:most]) - len(text[:most].rstrip("\\"))
    return most - run % 2


def _escaped(text: str) -> str:
    return _EVERYBODY.sub(r"\\@", _MARKUP.sub(r"\\\g<0>", text))


_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~"}


class _Writer(HTMLParser):
    """Writes markdown as it reads; the subset is ours, so nothing else comes in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._lists: list[int | None] = []
        self._quotes = 0
        self._code = 0
        self._pre = 0
        self._moment: int | None = None  # of a time that is being read, in seconds since 1970

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "br":
                self.out.append("\n" + "> " * self._quotes)
            case "p":
                self._gap()
            case "time":
                self._moment = _moment(dict(attrs).get("datetime"))
            case "ul" | "ol":
                self._new_line()
                self._lists.append(1 if tag == "ol" else None)
            case "li":
                self._new_line()
                self.out.append("  " * max(0, len(self._lists) - 1) + self._bullet())
            case "blockquote":
                self._new_line()
                self._quotes += 1
                self.out.append("> ")
            case "pre":
                self._new_line()
                self._pre += 1
                self.out.append("```\n")
            case "code" if not self._pre:
                self._code += 1
                self.out.append("`")
            case _:
                self.out.append("" if self._pre else _SIGNS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "p" | "li":
                self.out.append("\n")
            case "ul" | "ol" if self._lists:
                self._lists.pop()
            case "blockquote":
                self._quotes = max(0, self._quotes - 1)
                self.out.append("\n")
            case "time":
                self._moment = None
            case "pre" if self._pre:
                self._pre -= 1
                self.out.append("\n```\n")
            case "code" if self._code:
                self._code -= 1
                self.out.append("`")
            case _:
                self.out.append("" if self._pre else _SIGNS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if self._pre or self._code:
            # Nothing can be escaped in there; a grave accent would end it.
            self.out.append(data.replace("`", "\u02cb"))
            return
        if self._moment is not None:
            style = "t" if _CLOCK.fullmatch(data) else "F"
            self.out.append(f"<t:{self._moment}:{style}>")
            return
        words = plain(data) if self._at_line_start() else _in_line(data)
        self.out.append(words.replace("\n", "\n" + "> " * self._quotes))

    def _at_line_start(self) -> bool:
        return not self.out or self.out[-1].endswith(("\n", "> "))

    def _new_line(self) -> None:
        if self.out and not self._at_line_start():
            self.out.append("\n")

    def _gap(self) -> None:
        self._new_line()
        if self.out and not self._quotes:
            self.out.append("\n")

    def _bullet(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "


def _moment(said: str | None) -> int | None:
    try:
        return int(datetime.fromisoformat(said or "").timestamp())
    except ValueError:
        return None


def _in_line(data: str) -> str:
    """Words after others on their line: what means something only at a line's start means nothing."""
    first, newline, rest = data.partition("\n")
    escaped = plain("\u2060" + first)[1:]
    return escaped + (newline + plain(rest) if newline else "")

"""Which of the bot's texts somebody reads, told by its words alone: Discord has no place for marks."""

import re
from functools import cache

from fluent.syntax import ast

from bot.texts.entries import Entries, Entry

RELAY = "relay"  # has no words of its own: a name, a colon, and what somebody wrote
_RELAYED = re.compile(r"[A-ZÆØÅ][\w-]+( [A-ZÆØÅ][\w-]+)?: ")
_LISTED = re.compile(r"\n\n!?1 (· |$)")  # the choices below a text
_OPEN = "(.*?)"
FEWEST = 4  # letters of its own a text has; one with fewer cannot be told from what people write


@cache
def texts_in(words: str) -> frozenset[str]:
    """The texts with the most words of their own in these words: a few are worded alike."""
    listed = _LISTED.search(words)
    said = _even(words[: listed.start()] if listed else words)
    found = [
        (sum(map(len, filter(None, match.groups()))), id)
        for id, pattern in _patterns().items()
        if (match := pattern.fullmatch(said))
    ]
    least = min(found, default=(len(said), ""))[0]  # words that are not the text's own
    if least < len(said) - FEWEST:
        return frozenset(id for others, id in found if others == least)
    return frozenset({RELAY}) if _RELAYED.match(said) else frozenset()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    entries = Entries.of("en")
    spoken = [id for id in entries if not id.startswith(("-", "choice-", "part-", "command-"))]
    worded = {id: _pattern(entries[id].value, entries) for id in spoken}
    return {id: re.compile(one, re.DOTALL) for id, one in worded.items()}


def _pattern(pattern: ast.Pattern | None, entries: Entries) -> str:
    parts: list[str] = []
    for element in pattern.elements if pattern else ():
        if isinstance(element, ast.TextElement):
            parts.append(_literally(element.value))
        else:
            parts.append(_placed(element.expression, entries))
    return "".join(parts)


def _placed(expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression,
            entries: Entries) -> str:  # fmt: skip
    match expression:
        case ast.SelectExpression():
            ways = [_pattern(variant.value, entries) for variant in expression.variants]
            return f"(?:{'|'.join(ways)})"
        case ast.StringLiteral():
            return _literally(str(expression.parse()["value"]))
        case ast.Placeable():
            return _placed(expression.expression, entries)
        case ast.MessageReference() | ast.TermReference():
            mark = "-" if isinstance(expression, ast.TermReference) else ""
            entry: Entry = entries[mark + expression.id.name]
            return _pattern(entry.value, entries)
        case _:
            return _OPEN


def _literally(words: str) -> str:
    # Where there is room it may be none: what comes after it may be empty, and the rest is stripped.
    pieces = [re.escape(one) for one in re.split(r"\s+", words.replace("**", ""))]
    return r"\s*".join(pieces)


def _even(words: str) -> str:
    """Without emphasis, and with one space wherever there is room: where lines end is no matter."""
    return re.sub(r"\s+", " ", words.replace("**", "")).strip()

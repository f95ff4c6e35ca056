"""How an ordinary client shows what the bot wrote: as the words a person reads, and as their form."""

import re
from html import escape

_TOKEN = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~.])|(?P<ping><@[!&]?\d+>|@everyone|@here)|(?P<link>\[[^\]]+\]\([^)]+\))"
    r"|(?P<address>https?://\S+)|(?P<sign>\*\*|\*|__|_|~~|\|\||`)|(?P<start>^(?:#{1,3}|>|-#|[-*]) )",
    re.MULTILINE,
)
_TAGS = {"**": "strong", "*": "em", "__": "u", "_": "em", "~~": "del", "`": "code", "||": "spoiler"}


def shown(content: str) -> tuple[str, str | None]:
    """The words, and the same as HTML if any of it is markup to Discord. A ping is markup, too."""
    words, html = [], []
    formed = False
    open_tags: list[str] = []
    before = 0
    for token in _TOKEN.finditer(content):
        between = content[before : token.start()]
        before = token.end()
        words.append(between)
        html.append(escape(between))
        if plain := token["plain"]:
            words.append(plain)
            html.append(escape(plain))
        elif address := token["address"]:
            words.append(address.replace("\\", ""))
            html.append(escape(address))
        elif sign := token["sign"]:
            formed = True
            tag = _TAGS[sign]
            closes = tag in open_tags
            (open_tags.remove if closes else open_tags.append)(tag)
            words.append(sign)
            html.append(f"</{tag}>" if closes else f"<{tag}>")
        else:
            formed = True
            words.append(token[0])
            html.append(f"<{token.lastgroup}>{escape(token[0])}</{token.lastgroup}>")
    words.append(content[before:])
    html.append(escape(content[before:]))
    paragraphs = "".join(f"<p>{part}</p>" for part in "".join(html).split("\n\n"))
    return "".join(words), paragraphs if formed else None

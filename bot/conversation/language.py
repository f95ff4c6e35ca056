"""Which language somebody writes, as far as a few words tell; in doubt they are asked."""

from bot.relaying.words import folded

_DANISH = frozenset(
    [
        "hej",
        "jeg",
        "du",
        "vi",
        "er",
        "ikke",
        "snak",
        "snakke",
        "tale",
        "aftale",
        "hjælp",
        "og",
        "det",
        "der",
        "har",
        "brug",
        "for",
        "en",
        "et",
        "med",
        "mig",
        "nogen",
        "godt",
        "ondt",
        "nej",
        "tak",
        "frivillig",
        "kan",
        "vil",
        "være",
        "ked",
        "dag",
        "aften",
        "goddag",
        "akut",
        "fare",
        "hejsa",
    ]
)
_ENGLISH = frozenset(
    [
        "hi",
        "hello",
        "hey",
        "i",
        "you",
        "we",
        "am",
        "is",
        "not",
        "talk",
        "book",
        "help",
        "and",
        "the",
        "it",
        "have",
        "need",
        "for",
        "a",
        "an",
        "with",
        "me",
        "somebody",
        "someone",
        "no",
        "thanks",
        "volunteer",
        "can",
        "want",
        "would",
        "to",
        "feel",
        "good",
        "morning",
        "evening",
        "crisis",
        "danger",
    ]
)


def guess(text: str, hint: str | None = None) -> str | None:
    """`da` or `en`, or None when it is not clear. `hint` is what the client says ("da-DK")."""
    words = folded(text).split()
    danish = sum(word in _DANISH for word in words) + 2 * sum(c in "æøå" for c in folded(text))
    english = sum(word in _ENGLISH for word in words)
    if danish != english:
        return "da" if danish > english else "en"
    prefix = (hint or "").casefold()[:2]
    return prefix if prefix in ("da", "en") else None

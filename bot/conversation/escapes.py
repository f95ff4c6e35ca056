"""Words that work whatever state somebody is in: looked at before anything else."""

from enum import StrEnum

from bot.relaying.words import folded


class Escape(StrEnum):
    """What somebody in any state can always ask for."""

    HELP = "help"
    STOP = "stop"
    BACK = "back"
    CRISIS = "crisis"


WORDS = {
    Escape.HELP: ("help", "hjælp", "hjaelp", "?"),
    Escape.STOP: ("stop",),
    Escape.BACK: ("back", "tilbage"),
    Escape.CRISIS: ("crisis", "akut", "112", "sos", "help me", "hjælp mig"),
}
MOST_AFTER_A_CRY = 2  # words; a longer text says something, and is not a cry alone
_LONGEST = 100  # letters
_BY_WORD = {folded(word): escape for escape, words in WORDS.items() for word in words}
_BARE_IN_CONTACT = frozenset(folded(word) for word in ("crisis", "akut", "112"))


def bare(text: str) -> tuple[str, bool]:
    """`text` without the `!` that addresses the bot, and whether it had one."""
    stripped = text.strip()
    marked = stripped.startswith(("!", "\uff01"))
    return (stripped[1:].lstrip() if marked else stripped), marked


def escape_in(text: str) -> Escape | None:
    """The escape this whole text is, with or without `!`, if it is one.

    A cry may have a word or two after it: "crisis please", "akut nu".
    """
    word, _ = bare(text)
    typed = folded(word[:_LONGEST]).rstrip(".!")
    first, *more = typed.split() or [""]
    if first.rstrip(",.!") in _BARE_IN_CONTACT and len(more) <= MOST_AFTER_A_CRY:
        return Escape.CRISIS
    return _BY_WORD.get(typed) if len(word) <= _LONGEST else None


def crisis_in_contact(text: str) -> bool:
    """Whether a message inside a contact is nothing but a cry for the crisis card.

    Those three words alone show the card without `!`, and are passed on as usual.
    """
    return folded(text).rstrip(".!") in _BARE_IN_CONTACT

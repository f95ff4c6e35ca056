"""Words that work whatever state somebody is in: looked at before anything else."""

import re
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
# Whole messages to the bot, which a list of words on offer would be a poor answer to. They show the
# doors and do nothing else, so one too many costs a kind word.
IN_DANGER = (
    "i want to die", "i wanna die", "i want to kill myself", "i am going to kill myself",
    "i'm going to kill myself", "i do not want to live", "i don't want to live",
    "i do not want to live anymore", "i don't want to live anymore", "i am suicidal",
    "i'm suicidal", "i feel suicidal", "suicide", "i am in danger", "i'm in danger",
    "jeg vil dø", "jeg vil gerne dø", "jeg har lyst til at dø", "jeg vil ikke leve",
    "jeg vil ikke leve mere", "jeg vil ikke leve længere", "jeg orker ikke at leve",
    "jeg vil tage mit eget liv", "jeg vil begå selvmord", "jeg tænker på selvmord",
    "jeg har selvmordstanker", "selvmordstanker", "selvmord", "jeg er i fare",
)  # fmt: skip
MOST_AFTER_A_CRY = 2  # words; a longer text says something, and is not a cry alone
_LONGEST = 100  # letters
_BY_WORD = {folded(word): escape for escape, words in WORDS.items() for word in words}
_BY_WORD |= {folded(words): Escape.CRISIS for words in IN_DANGER}
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
    typed = folded(word[:_LONGEST].replace("\u2019", "'")).rstrip(".!")
    first, *more = typed.split() or [""]
    if first.rstrip(",.!") in _BARE_IN_CONTACT and len(more) <= MOST_AFTER_A_CRY:
        return Escape.CRISIS
    return _BY_WORD.get(typed) if len(word) <= _LONGEST else None


def tells_of_danger(text: str) -> bool:
    """Whether words written to the bot, whatever else they say, say plainly that somebody is in danger."""
    words = " ".join(re.findall(r"[\w']+", folded(text).replace("\u2019", "'")))
    return any(f" {cry} " in f" {words} " for cry in IN_DANGER)


def crisis_in_contact(text: str) -> bool:
    """Whether a message inside a contact is nothing but a cry for the crisis card.

    Those three words alone show the card without `!`, and are passed on as usual.
    """
    return folded(text).rstrip(".!") in _BARE_IN_CONTACT

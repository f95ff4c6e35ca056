"""Commands as data: their words, who may use them, what they take. Help is made from this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from bot.relaying.words import folded


class Role(StrEnum):
    """Who may use a command, and in whose help it stands."""

    ANYONE = "anyone"
    RECEIVER = "receiver"
    VOLUNTEER = "volunteer"
    GIVER = "giver"  # whoever gives in the contact that is going on, a coordinator perhaps
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Takes:
    """One thing a command takes. `rest` takes everything that is left of the line."""

    name: str
    optional: bool = False
    rest: bool = False


TAKEN_IN_DANISH = {
    "word": "ord",
    "language": "sprog",
    "until": "tid",
    "change": "ændring",
    "code": "kode",
    "name": "navn",
    "message": "besked",
    "address": "adresse",
    "period": "periode",
    "place": "sted",
    "week": "uge",
    "when": "tid",
    "who": "hvem",
    "all": "alle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `words` are what is typed: English first, then Danish; all work in any language.

    Its help is the text `help-<name>`.
    """

    name: str
    words: tuple[str, ...]
    who: Role = Role.ANYONE
    takes: tuple[Takes, ...] = ()
    in_contact: bool = False  # makes sense only during a contact
    hidden: bool = False  # works, but is not in the list
    on_page: bool = False  # makes sense only on our own page, or where there is one
    for_coordinators: str = ""  # what a coordinator who is in no contact means by the same word
    for_others: str = ""  # what those who do not coordinate mean by the same word
    forgiving: bool = False  # whatever is said after it, it is meant; that is not kept or passed on

    def word_in(self, language: str) -> str:
        """What somebody who speaks this language is told to type."""
        danish = language == "da" and len(self.words) > 1
        return self.words[1] if danish else self.words[0]


class Called(NamedTuple):
    """A command that was typed, and what was typed after it."""

    command: Command
    rest: str
    beside: str = ""  # what was said after a command that takes nothing, and forgives that


class WrongUse(Exception):
    """The command was right but not what came after it; its help says how it goes."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.name)
        self.command = command


class Vocabulary:
    """All commands, found by any of their words."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self.commands = tuple(commands)
        self._by_word: dict[str, Command] = {}
        for command in commands:
            for word in command.words:
                if folded(word) in self._by_word:
                    raise ValueError(f"two commands are called {word!r}")
                self._by_word[folded(word)] = command
        self._longest = max((len(word.split()) for word in self._by_word), default=0)

    def find(self, text: str) -> Called | None:
        """The command this text calls: the longest word that fits, and only what it can take.

        A command that takes nothing is called by its word alone: "help" is, "help me with this" not.
        """
        words = text.split()
        for length in range(min(self._longest, len(words)), 0, -1):
            command = self._by_word.get(folded(" ".join(words[:length])))
            rest = " ".join(text.split(None, length)[length:]) if len(words) > length else ""
            if command and (command.takes or not rest):
                return Called(command, rest)
            if command and command.forgiving:
                return Called(command, "", rest)
        return None

    def named(self, word: str) -> Command | None:
        """The command with this word or name."""
        by_name = {command.name: command for command in self.commands}
        return self._by_word.get(folded(word)) or by_name.get(folded(word))

    def nearest(self, text: str) -> Command | None:
        """The command whose word is nearly this text, to be offered and never acted on."""
        typed = folded(text)
        if not typed or len(typed) > 30:
            return None
        open_words = [word for word, command in self._by_word.items() if not command.hidden]
        close = get_close_matches(typed, open_words, n=1, cutoff=0.72)
        return self._by_word[close[0]] if close else None


def arguments(called: Called) -> Mapping[str, str]:
    """What was typed after the command, by name. Raises WrongUse when something is missing or over."""
    rest = called.rest
    found: dict[str, str] = {}
    for takes in called.command.takes:
        word, rest = (rest, "") if takes.rest else _first_word(rest)
        if not word.strip() and not takes.optional:
            raise WrongUse(called.command)
        found[takes.name] = word.strip()
    if rest.strip():
        raise WrongUse(called.command)
    return found


def usage(command: Command, word: str | None = None, language: str = "en") -> str:
    """How it is typed: `assign CODE NAME`, with what may be left out in brackets."""
    named = ((t, TAKEN_IN_DANISH[t.name] if language == "da" else t.name) for t in command.takes)
    taken = (f"[{name.upper()}]" if t.optional else name.upper() for t, name in named)
    return " ".join((word or command.words[0], *taken))


def _first_word(text: str) -> tuple[str, str]:
    word, _, rest = text.strip().partition(" ")
    return word, rest

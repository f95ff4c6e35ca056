"""Finds the one handler for what came in. Handlers read and decide; they never send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from bot.conversation.commands import Command, Vocabulary
from bot.conversation.dialogue import Dialogue
from bot.conversation.turn import Happening, Turn
from bot.domain.decision import Decision
from storage.database import Transaction

TurnHandler = Callable[[Turn, Transaction], Decision]
HappeningHandler = Callable[[Happening, Transaction], Decision]
FinishHandler = Callable[[Turn, Any, Transaction], Decision]
AnswerHandler = Callable[[Turn, str, Transaction], Decision]
Reader = Callable[[Turn, str, Transaction], Mapping[str, str] | Decision]
A = TypeVar("A", bound=BaseModel)
H = TypeVar("H", bound=Callable[..., Decision])


@dataclass(slots=True)
class Router:
    """What is done when. Two handlers for one thing are an error at start, not a surprise later."""

    commands: dict[str, tuple[Command, TurnHandler]] = field(default_factory=dict)
    presses: dict[tuple[str, str], TurnHandler] = field(default_factory=dict)
    timers: dict[str, HappeningHandler] = field(default_factory=dict)
    events: dict[type, HappeningHandler] = field(default_factory=dict)
    undelivered_texts: dict[str, HappeningHandler] = field(default_factory=dict)
    dialogues: dict[str, tuple[Dialogue[Any], FinishHandler]] = field(default_factory=dict)
    answers: dict[tuple[str, str], AnswerHandler] = field(default_factory=dict)
    readers: dict[tuple[str, str], Reader] = field(default_factory=dict)
    standing: dict[str, TurnHandler] = field(default_factory=dict)
    late: dict[tuple[str, str], bool] = field(default_factory=dict)

    def command(self, command: Command) -> Callable[[H], H]:
        """For when somebody types this command."""

        def register(handler: H) -> H:
            self._once(self.commands, command.name, (command, handler))
            return handler

        return register

    def press(self, question: str, *choices: str, late: bool = False) -> Callable[[H], H]:
        """For when somebody answers the question with this text id by one of these choices.

        `late`: also when the question is closed; what to say then is known better there.
        """
        pairs = [(question, choice) for choice in choices]
        for pair in pairs if late else ():
            self._once(self.late, pair, late)
        return self._register(self.presses, *pairs)

    def timer(self, kind: str) -> Callable[[H], H]:
        """For when a timer of this kind rings."""
        return self._register(self.timers, kind)

    def event(self, *kinds: type) -> Callable[[H], H]:
        """For when an event of this class happens."""
        return self._register(self.events, *kinds)

    def undelivered(self, *texts: str) -> Callable[[H], H]:
        """For when a letter with this text id (or of this kind) was given up."""
        return self._register(self.undelivered_texts, *texts)

    def finished(self, dialogue: Dialogue[A]) -> Callable[[H], H]:
        """For when somebody has answered all of this dialogue."""

        def register(handler: H) -> H:
            self._once(self.dialogues, dialogue.name, (dialogue, handler))
            return handler

        return register

    def answered(self, dialogue: Dialogue[A], step: str) -> Callable[[H], H]:
        """For what cannot wait for the end: when this step has its answer, before the next question."""
        return self._register(self.answers, (dialogue.name, step))

    def reads(self, dialogue: Dialogue[A], step: str) -> Callable[[Reader], Reader]:
        """For words that must be read before they are an answer.

        The reader returns the answers they give, this step's among them; or what to say instead, and
        then the question still stands.
        """

        def register(reader: Reader) -> Reader:
            self._once(self.readers, (dialogue.name, step), reader)
            return reader

        return register

    def still_open(self, *questions: str) -> Callable[[H], H]:
        """For when words were not understood while one of these questions stands open."""
        return self._register(self.standing, *questions)

    def include(self, *others: "Router") -> "Router":
        """Everything these know, too."""
        for other in others:
            for name in self.__slots__:
                mine, theirs = getattr(self, name), getattr(other, name)
                for key, value in theirs.items():
                    self._once(mine, key, value)
        return self

    def vocabulary(self) -> Vocabulary:
        """Every command there is."""
        return Vocabulary([command for command, _ in self.commands.values()])

    def _register(self, table: dict[Any, Any], *keys: Any) -> Callable[[H], H]:
        def register(handler: H) -> H:
            for key in keys:
                self._once(table, key, handler)
            return handler

        return register

    @staticmethod
    def _once(table: dict[Any, Any], key: Any, value: Any) -> None:
        if key in table:
            raise ValueError(f"two handlers for {key}")
        table[key] = value

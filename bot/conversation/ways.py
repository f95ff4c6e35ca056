"""What can be done here, and doing it: every command and answer leads through one of these."""

from dataclasses import dataclass, field, replace

from bot.conversation import access
from bot.conversation.commands import Called, Role, Vocabulary, WrongUse, arguments, usage
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from storage import contacts
from storage.database import Transaction


@dataclass(slots=True)
class Ways:
    """All handlers, and the words that lead to them."""

    router: Router
    vocabulary: Vocabulary = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = self.router.vocabulary()

    def run(self, called: Called, turn: Turn, db: Transaction) -> Decision:
        """Do what a command says, for those who may."""
        command = called.command
        at_work = turn.person.is_coordinator and contacts.open_of(db, turn.person.id) is None
        if command.for_coordinators and at_work:
            return self.run(self.meant_by_coordinators(called), turn, db)
        if command.in_contact and contacts.open_of(db, turn.person.id) is None:
            return turn.answer("not-in-contact")
        if not access.has(turn, command.who, db):
            if command.for_others:
                return self.run_named(command.for_others, turn, db)
            if command.who is Role.VOLUNTEER:
                return turn.answer("not-a-volunteer")
            return turn.answer("not-allowed")
        try:
            args = arguments(called)
        except WrongUse:
            language = turn.person.language
            word = command.word_in(language)
            shown = usage(command, word, language)
            return turn.answer("command-usage", usage=shown, command=word)
        _, handler = self.router.commands[command.name]
        return handler(replace(turn, args=args), db)

    def meant_by_coordinators(self, called: Called) -> Called:
        """What a word that others use too means to coordinators: to them, `report` is figures."""
        if not called.command.for_coordinators:
            return called
        meant, _ = self.router.commands[called.command.for_coordinators]
        return Called(meant, called.rest or called.beside)

    def run_named(self, name: str, turn: Turn, db: Transaction) -> Decision:
        """Do what the command of this name does, as if it had been typed alone."""
        command, _ = self.router.commands[name]
        return self.run(Called(command, ""), turn, db)

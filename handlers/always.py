"""What works in every state: help, stop, back, and the crisis card."""

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes, Vocabulary, usage
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import (
    Decision,
    DropDialogue,
)
from handlers.check_in import switching
from handlers.contact import room
from storage import contacts, dialogues, requests
from storage.database import Transaction

router = Router()

HELP = Command(
    name="help", words=("help", "hjælp"), takes=(Takes("word", optional=True, rest=True),)
)
STOP = Command(name="stop", words=("stop",))
BACK = Command(name="back", words=("back", "tilbage"), hidden=True)
CRISIS = Command(name="crisis", words=("crisis", "akut", "112", "sos"))


IN_CONTACT_TOO = frozenset({"help", "crisis", "report", "block", "colleague", "status"})


@router.command(HELP)
@router.press("*", "help")
def help_(turn: Turn, db: Transaction) -> Decision:
    """What can be said here, or how one command goes."""
    word = turn.args.get("word", "")
    if word:
        found = next((c for c in turn.desk.commands if _called(c, word)), None)
        if found and access.has(turn, found.who, db):
            words = " / ".join(found.words)
            language = turn.person.language
            shown = usage(found, found.word_in(language), language)
            return turn.answer(f"help-{found.name}-more", usage=shown, words=words)
        if Vocabulary(turn.desk.commands).nearest(word):
            return turn.answer("help-unknown", word=word)
        # "help me please": no command was meant
        return turn.answer(
            "not-understood", choices=("talk", "help", "crisis"), about=turn.person.id
        )
    talking = contacts.open_of(db, turn.person.id) is not None
    in_contact = talking and not turn.in_coordinators_room
    listed = [c for c in turn.desk.commands if _in_list(c, turn, db, in_contact)]
    lines = "\n".join(_line(c, turn, in_contact) for c in listed)
    text = "help-in-contact" if in_contact else "help"
    return turn.answer(text, commands=lines)


@router.command(STOP)
def stop(turn: Turn, db: Transaction) -> Decision:
    """Whatever is going on is put down. What others rely on is asked about first."""
    if contacts.open_of(db, turn.person.id):
        return turn.answer("stop-in-contact", choices=("end-contact", "no-thanks"),
                           about=turn.person.id)  # fmt: skip
    if dialogues.of(db, turn.person.id):
        left = Decision(effects=(DropDialogue(turn.person.id),))
        return left + turn.answer("dialogue-stopped")
    if request := requests.waiting_by(db, turn.person.id):
        return turn.answer(
            "stop-while-waiting",
            choices=("cancel-request", "keep-waiting"),
            about=request.id,
            code=request.code,
        )
    return switching.put_down(turn, db) or turn.answer("nothing-to-stop")


@router.command(BACK)
def back(turn: Turn, db: Transaction) -> Decision:
    """Outside a dialogue there is nothing to go back to."""
    return turn.answer("nothing-to-go-back-to")


@router.command(CRISIS)
@router.press("*", "crisis")
def crisis(turn: Turn, db: Transaction) -> Decision:
    """The crisis card, at once. It ends and delays nothing else."""
    return turn.answer("crisis-card", choices=("tell-coordinator",), about=turn.person.id)


def _called(command: Command, word: str) -> bool:
    wanted = word.strip().lstrip("!").casefold()
    return wanted == command.name or wanted in command.words


def _in_list(command: Command, turn: Turn, db: Transaction, in_contact: bool) -> bool:
    if command.hidden or (command.in_contact and not in_contact):
        return False
    if command.on_page and not _has_page(command, turn):
        return False
    if command.name == "room" and not room.possible(turn, db):
        return False
    if in_contact and not (command.in_contact or command.name in IN_CONTACT_TOO):
        return False
    if turn.in_coordinators_room:
        return command.who is Role.COORDINATOR
    return access.has(turn, command.who, db)


def _has_page(command: Command, turn: Turn) -> bool:
    if command.who is Role.COORDINATOR:  # they invite to it from anywhere
        return turn.desk.config.platforms.web is not None
    return turn.event.sender.platform == "web"


def _line(command: Command, turn: Turn, in_contact: bool) -> str:
    person, service = turn.person, turn.desk.config.service
    language = service.language if turn.in_coordinators_room else person.language
    word = command.word_in(language)
    sign = "!" if in_contact else ""
    about = turn.desk.catalogue.render(
        f"help-{command.name}", {}, language=language, zone=person.zone
    )
    return f"{sign}{usage(command, word, language)} · {about.text}"

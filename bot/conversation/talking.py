"""What somebody writes to the bot in private, and what it is taken for."""

from datetime import datetime, timedelta

from bot.conversation import asking, presses
from bot.conversation.commands import Called, Role
from bot.conversation.desk import Desk
from bot.conversation.escapes import Escape, bare, crisis_in_contact, escape_in
from bot.conversation.language import guess
from bot.conversation.not_understood import not_understood
from bot.conversation.turn import Happening, Turn, turn_of
from bot.conversation.ways import Ways
from bot.domain.decision import NOTHING, Decision, DropDialogue, StartTimer
from bot.domain.ids import is_code
from bot.messages import Edited, Filled, Opened, Pressed, Said
from storage import contacts, dialogues, people
from storage.database import Transaction

WELCOME = "welcome"
FORGET_UNCONSENTED = "forget-unconsented"
UNCONSENTED_KEPT = timedelta(hours=24)


def first_words(
    ways: Ways, desk: Desk, event: Said | Pressed | Filled | Opened, db: Transaction, now: datetime
) -> Decision:
    """Somebody we do not know writes for the first time, opens a chat, or presses what is forgotten."""
    config = desk.config.service
    text = event.text if isinstance(event, Said) else ""
    guessed = guess(text, event.language)
    language, zone = guessed or config.language, desk.main.time_zone
    person = people.meet(db, event.sender, language, guessed is not None, zone, now)
    people.heard_at(db, person.id, event.place, now)
    turn = turn_of(event, person, desk, now)
    forget = StartTimer(FORGET_UNCONSENTED, person.id, now + UNCONSENTED_KEPT)
    kept_until_then = Decision(effects=(forget,))
    escape = escape_in(text)
    if escape is Escape.CRISIS:  # who we are can wait until their next word; the doors cannot
        return kept_until_then + _escaped(ways, escape, turn, db)
    if escape is Escape.HELP:
        kept_until_then += _escaped(ways, escape, turn, db)
    return kept_until_then + _welcome(ways, turn, db)


def _welcome(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    welcome = turn.who_we_are()
    dialogue, _ = ways.router.dialogues[WELCOME]
    known = {"language": turn.person.language} if turn.person.language_known else {}
    return welcome + asking.start(ways.router, dialogue, turn, db, known)


def opened(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """Somebody we know opened a chat: they hear that we know them, and where they are."""
    kept = dialogues.of(db, turn.person.id)
    if turn.person.is_coordinator:
        return turn.answer("signed-in-coordinator")
    if not turn.person.consented_at:
        if kept is None or kept.name != WELCOME:
            return _welcome(ways, turn, db)
        return asking.again(ways.router, kept, turn)
    back = turn.answer("welcome-back")
    if kept is not None:
        return back + asking.again(ways.router, kept, turn)
    _, status = ways.router.commands["status"]
    return back + status(turn, db)


def said(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """Somebody we know wrote something in private."""
    event = turn.event
    assert isinstance(event, Said)
    contact = contacts.open_of(db, turn.person.id)
    word, marked = bare(event.text)
    if contact is None or marked:
        escape = escape_in(event.text)
        if escape is not None:
            return _escaped(ways, escape, turn, db)
    agreed = turn.person.consented_at or turn.person.is_coordinator
    if contact is None and not agreed:  # in danger a coordinator may have written before
        return _before_consent(ways, turn, db)
    if event.undecryptable:
        return turn.answer("undecryptable")
    if contact is not None and not marked:
        passed_on = _passed_on(ways, turn, db)
        if crisis_in_contact(event.text):
            return _escaped(ways, Escape.CRISIS, turn, db) + passed_on
        return passed_on
    if event.file is not None:
        return turn.answer("file-not-here")
    if not word:
        return turn.answer("empty-message")
    return _meant_for_us(ways, turn, word, marked, db)


def said_among_coordinators(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """A coordinator wrote in the coordinators' room: only orders are answered there."""
    event = turn.event
    assert isinstance(event, Said)
    word, marked = bare(event.text)
    if answered := presses.typed_in_room(ways, turn, word, marked, db):
        return answered
    called = ways.vocabulary.find(word)
    if called and marked:
        called = ways.meant_by_coordinators(called)
    if called and called.command.who is Role.COORDINATOR:
        return NOTHING if _is_talk(called, marked) else ways.run(called, turn, db)
    if called and marked:
        # Their own affairs are not for the others in the room to read, or to answer for them.
        in_room = called.command.name in (Escape.HELP, Escape.CRISIS)
        return ways.run(called, turn, db) if in_room else turn.answer("write-me-directly")
    return turn.answer("not-understood-here") if marked else NOTHING


def _is_talk(called: Called, marked: bool) -> bool:
    """Whether "call off the meeting" is for a colleague: a word that takes a code comes with one."""
    takes = called.command.takes
    if marked or not takes or takes[0].name != "code":
        return False
    return not is_code(called.rest.partition(" ")[0])


def changed(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """Somebody changed or took back an earlier message. That is never a command."""
    handler = ways.router.events[type(turn.event)]
    happening = Happening(event=turn.event, desk=turn.desk, now=turn.now, person=turn.person)
    decision = handler(happening, db)
    if decision == NOTHING and isinstance(turn.event, Edited):
        return turn.answer("edit-is-no-command")
    return decision


def is_command(ways: Ways, text: str) -> bool:
    """Whether this is plainly meant for the bot, where other people are talking too."""
    word, marked = bare(text)
    return marked and (escape_in(text) is not None or ways.vocabulary.find(word) is not None)


def is_cry_for_help(text: str) -> bool:
    """Whether no limit on how fast one may write holds for this."""
    return escape_in(text) is Escape.CRISIS


def doors(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """Where to turn in danger."""
    return _escaped(ways, Escape.CRISIS, turn, db)


def _meant_for_us(ways: Ways, turn: Turn, word: str, marked: bool, db: Transaction) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    called = ways.vocabulary.find(word)
    # What was asked after the dialogue's own question comes first: an offer does not wait.
    answered = presses.typed(ways, turn, word, db, until=kept.name if kept else None)
    if answered:
        return answered
    if kept is not None and not (marked and called):
        return asking.go_on(ways.router, kept, word, turn, db)
    if called:
        leave = Decision(effects=(DropDialogue(turn.person.id),)) if kept else NOTHING
        return leave + ways.run(called, turn, db)
    return not_understood(ways, turn, word, db)


def _before_consent(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    if kept is None or kept.name != WELCOME:
        return _welcome(ways, turn, db)
    event = turn.event
    assert isinstance(event, Said)
    return asking.go_on(ways.router, kept, bare(event.text)[0], turn, db)


def _passed_on(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    handler = ways.router.events[Said]
    happening = Happening(event=turn.event, desk=turn.desk, now=turn.now, person=turn.person)
    return handler(happening, db)


def _escaped(ways: Ways, escape: Escape, turn: Turn, db: Transaction) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    if escape is Escape.BACK and kept is not None:
        return asking.go_back(ways.router, kept, turn)
    _, handler = ways.router.commands[escape.value]
    return handler(turn, db)

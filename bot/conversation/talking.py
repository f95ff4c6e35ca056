"""What somebody writes to the bot in private, and what it is taken for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.conversation import access, asking, presses
from bot.conversation.commands import Called, Role, WrongUse, arguments, usage
from bot.conversation.escapes import Escape, bare, crisis_in_contact, escape_in
from bot.conversation.language import guess
from bot.conversation.turn import Happening, Turn
from bot.domain.decision import NOTHING, Decision, DropDialogue, StartTimer
from bot.messages import Edited, Said
from storage import contacts, dialogues, people
from storage.database import Transaction

if TYPE_CHECKING:
    from bot.conversation.reception import Reception

WELCOME = "welcome"
FORGET_UNCONSENTED = "forget-unconsented"
UNCONSENTED_KEPT = timedelta(hours=24)


def first_words(reception: Reception, event: Said, db: Transaction, now: datetime) -> Decision:
    """Somebody we do not know writes for the first time."""
    config = reception.desk.config.service
    guessed = guess(event.text, event.language)
    person = people.meet(
        db, event.sender, guessed or config.language, guessed is not None, config.time_zone, now
    )
    people.heard_at(db, person.id, event.place, now)
    turn = reception.turn(event, person, now)
    forget = StartTimer(FORGET_UNCONSENTED, person.id, now + UNCONSENTED_KEPT)
    escape = escape_in(event.text)
    if escape in (Escape.CRISIS, Escape.HELP):
        return Decision(effects=(forget,)) + _escaped(reception, escape, turn, db)
    return Decision(effects=(forget,)) + _welcome(reception, turn, db)


def _welcome(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    welcome = turn.answer("welcome", platform=turn.person.platform)
    dialogue, _ = reception.router.dialogues[WELCOME]
    known = {"language": turn.person.language} if turn.person.language_known else {}
    return welcome + asking.start(reception.router, dialogue, turn, db, known)


def said(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    """Somebody we know wrote something in private."""
    event = turn.event
    assert isinstance(event, Said)
    contact = contacts.open_of(db, turn.person.id)
    word, marked = bare(event.text)
    if contact is None or marked:
        escape = escape_in(event.text)
        if escape is not None:
            return _escaped(reception, escape, turn, db)
    if not (turn.person.consented_at or turn.person.is_coordinator):
        return _before_consent(reception, turn, db)
    if event.undecryptable:
        return turn.answer("undecryptable")
    if contact is not None and not marked:
        passed_on = _passed_on(reception, turn, db)
        if crisis_in_contact(event.text):
            return _escaped(reception, Escape.CRISIS, turn, db) + passed_on
        return passed_on
    if event.file is not None:
        return turn.answer("file-not-here")
    if not word:
        return turn.answer("empty-message")
    return _meant_for_us(reception, turn, word, marked, db)


def said_among_coordinators(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    """A coordinator wrote in the coordinators' room: only orders are answered there."""
    event = turn.event
    assert isinstance(event, Said)
    word, marked = bare(event.text)
    if answered := presses.typed(reception, turn, word, db):
        return answered
    called = reception.vocabulary.find(word)
    if called and (marked or called.command.who is Role.COORDINATOR):
        return run(reception, called, turn, db)
    return turn.answer("not-understood-here") if marked else NOTHING


def changed(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    """Somebody changed or took back an earlier message. That is never a command."""
    handler = reception.router.events[type(turn.event)]
    happening = Happening(event=turn.event, desk=turn.desk, now=turn.now, person=turn.person)
    decision = handler(happening, db)
    if decision == NOTHING and isinstance(turn.event, Edited):
        return turn.answer("edit-is-no-command")
    return decision


def is_command(reception: Reception, text: str) -> bool:
    """Whether this is plainly meant for the bot, where other people are talking too."""
    word, marked = bare(text)
    return marked and (escape_in(text) is not None or reception.vocabulary.find(word) is not None)


def is_cry_for_help(text: str) -> bool:
    """Whether no limit on how fast one may write holds for this."""
    return escape_in(text) is Escape.CRISIS


def run(reception: Reception, called: Called, turn: Turn, db: Transaction) -> Decision:
    """Do what a command says, for those who may."""
    command = called.command
    if not access.has(turn, command.who, db):
        if command.who is Role.VOLUNTEER:
            return turn.answer("not-a-volunteer")
        return turn.answer("not-allowed")
    if command.in_contact and contacts.open_of(db, turn.person.id) is None:
        return turn.answer("not-in-contact")
    try:
        args = arguments(called)
    except WrongUse:
        return turn.answer("command-usage", usage=usage(command), command=command.name)
    _, handler = reception.router.commands[command.name]
    return handler(replace(turn, args=args), db)


def _meant_for_us(
    reception: Reception, turn: Turn, word: str, marked: bool, db: Transaction
) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    called = reception.vocabulary.find(word)
    # What was asked after the dialogue's own question comes first: an offer does not wait.
    answered = presses.typed(reception, turn, word, db, until=kept.name if kept else None)
    if answered:
        return answered
    if kept is not None and not (marked and called):
        return asking.go_on(reception.router, kept, word, turn, db)
    if called:
        leave = Decision(effects=(DropDialogue(turn.person.id),)) if kept else NOTHING
        return leave + run(reception, called, turn, db)
    nearest = reception.vocabulary.nearest(word)
    if nearest and access.has(turn, nearest.who, db):
        return turn.answer(
            "did-you-mean",
            choices=("yes-do-it", "no-thanks"),
            about=turn.person.id,
            kept=nearest.name,
            word=usage(nearest, _word_in(nearest.words, turn.person.language)),
        )
    if contacts.open_of(db, turn.person.id):
        return turn.answer("not-understood-in-contact")
    return turn.answer("not-understood", choices=("talk", "help", "crisis"), about=turn.person.id)


def _word_in(words: tuple[str, ...], language: str) -> str:
    return words[-1] if language == "da" else words[0]


def _before_consent(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    if kept is None or kept.name != WELCOME:
        return _welcome(reception, turn, db)
    event = turn.event
    assert isinstance(event, Said)
    return asking.go_on(reception.router, kept, bare(event.text)[0], turn, db)


def _passed_on(reception: Reception, turn: Turn, db: Transaction) -> Decision:
    handler = reception.router.events[Said]
    happening = Happening(event=turn.event, desk=turn.desk, now=turn.now, person=turn.person)
    return handler(happening, db)


def _escaped(reception: Reception, escape: Escape, turn: Turn, db: Transaction) -> Decision:
    kept = dialogues.of(db, turn.person.id)
    if escape is Escape.BACK and kept is not None:
        return asking.go_back(reception.router, kept, turn)
    _, handler = reception.router.commands[escape.value]
    return handler(turn, db)

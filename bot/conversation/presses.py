"""Somebody chose: by pressing, by reacting, or by typing a number or word."""

from dataclasses import replace

from bot.conversation import asking
from bot.conversation.choosing import number_in, one_of
from bot.conversation.turn import Happening, Turn
from bot.conversation.ways import Ways
from bot.domain.decision import NOTHING, CloseQuestions, Decision
from bot.domain.ids import PersonId
from bot.domain.refusal import Refusal
from bot.messages import Pressed, Reacted
from bot.relaying.words import folded
from storage import dialogues, questions, relayed
from storage.database import Transaction
from storage.questions import Question

TYPED_FOR = 4  # the latest open questions that a typed word may answer
# Nothing is asked in the first, so a yes is for what was asked before; of that only what is harmless.
SHOW_WAYS_ON = frozenset({"not-understood", "not-understood-coordinator"})
ASKED_STILL = frozenset({"offer", "duty-check"})


def pressed(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """A press on a button, or a reaction: to a question of ours, or to something relayed."""
    event = turn.event
    if isinstance(event, Pressed):
        question = questions.keyed(db, event.question)
        choice = event.choice if question and event.choice in question.choices else None
    elif isinstance(event, Reacted):
        if relayed.touching(db, event.place, event.message):
            happening = Happening(event=event, desk=turn.desk, now=turn.now, person=turn.person)
            return ways.router.events[Reacted](happening, db)
        question = questions.shown_by(db, event.place, event.message)
        choice = one_of(event.key, question, turn.desk.catalogue) if question else None
    else:
        return NOTHING
    if question is None or not _is_theirs(question, turn):
        return NOTHING if isinstance(event, Reacted) else too_late(ways, turn, db)
    if choice is None:  # a heart under a question is a heart; a press is never that
        return NOTHING if isinstance(event, Reacted) else too_late(ways, turn, db)
    return chosen(ways, question, choice, turn, db)


def typed(
    ways: Ways, turn: Turn, text: str, db: Transaction, until: str | None = None
) -> Decision | None:
    """What was typed, if it answers a question that is still open, the latest first.

    Only the latest few, and a number or a mere yes or no only the very latest: it is not meant for
    what was asked before. A yes or no to an offer is heard also after we did not understand
    something. `until`: only what was asked after the question of the dialogue with this
    name.
    """
    whose = None if turn.in_coordinators_room else turn.person.id
    number, yes_or_no, straying = number_in(text), _is_yes_or_no(text, turn), False
    for question in questions.open_for(db, whose, turn.programme.name)[:TYPED_FOR]:
        if until is not None and question.about == until:
            return None
        if straying and question.text not in SHOW_WAYS_ON | ASKED_STILL:
            return None
        choice = one_of(text, question, turn.desk.catalogue)
        if choice:
            return chosen(ways, question, choice, turn, db)
        straying = yes_or_no and question.text in SHOW_WAYS_ON
        if (number is not None or yes_or_no) and not straying:
            return None
    return None


def typed_in_room(
    ways: Ways, turn: Turn, text: str, marked: bool, db: Transaction
) -> Decision | None:
    """As `typed`, where coordinators also talk to each other.

    There an "ok" without `!` is meant for a colleague, unless we asked for a confirmation last.
    """
    if not marked and number_in(text) is None:
        asked = questions.open_for(db, None, turn.programme.name)[:1]
        if not any(question.text.endswith("-confirm") for question in asked):
            return None
    return typed(ways, turn, text, db)


def _is_yes_or_no(text: str, turn: Turn) -> bool:
    catalogue = turn.desk.catalogue
    plain = catalogue.words_of("confirm-yes") | catalogue.words_of("no-thanks")
    return folded(text) in plain or text.strip() in plain


def chosen(ways: Ways, question: Question, choice: str, turn: Turn, db: Transaction) -> Decision:
    """Do what this choice means; an old one is told kindly that it is over."""
    kept = dialogues.of(db, turn.person.id)
    if question.about in ways.router.dialogues:
        if kept is None or question.closed or not asking.is_at(ways.router, kept, question.text):
            return too_late(ways, turn, db)
        return asking.go_on(ways.router, kept, choice, turn, db)
    if question.closed and (question.text, choice) not in ways.router.late:
        return too_late(ways, turn, db)
    if question.text == "did-you-mean" and choice == "yes-do-it":
        meant = ways.run_named(question.kept, turn, db)
        return Decision(effects=(CloseQuestions(question.about, turn.person.id),)) + meant
    handler = ways.router.presses.get((question.text, choice)) or ways.router.presses.get(
        ("*", choice)
    )
    if handler is None:
        return too_late(ways, turn, db)
    return handler(replace(turn, question=question, choice=choice), db)


def too_late(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """That question is over; here is where you are now."""
    over = turn.answer("too-late")
    if turn.in_coordinators_room:
        return over
    if kept := dialogues.of(db, turn.person.id):
        return over + asking.again(ways.router, kept, turn)
    _, status = ways.router.commands["status"]
    return over + status(turn, db)


def refused(ways: Ways, turn: Turn, no: Refusal, db: Transaction) -> Decision:
    """What somebody wished cannot be: said kindly."""
    return too_late(ways, turn, db) if no.text == "too-late" else turn.refused(no)


def _is_theirs(question: Question, turn: Turn) -> bool:
    if turn.in_coordinators_room:
        return question.person is None
    return question.person == PersonId(turn.person.id)

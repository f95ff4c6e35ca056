"""Somebody filled in a form: several answers at once."""

from bot.conversation import asking, presses, talking
from bot.conversation.turn import Turn
from bot.conversation.ways import Ways
from bot.domain.decision import NOTHING, Decision
from bot.messages import Filled
from storage import dialogues, questions
from storage.database import Transaction


def filled(ways: Ways, turn: Turn, db: Transaction) -> Decision:
    """Their answers are taken. A cry for help in one of them is heard first."""
    event = turn.event
    assert isinstance(event, Filled)
    doors = NOTHING
    if any(talking.is_cry_for_help(value) for value in event.values.values()):
        doors = talking.doors(ways, turn, db)
    question = questions.keyed(db, event.question)
    kept = dialogues.of(db, turn.person.id)
    theirs = question is not None and question.person == turn.person.id
    if question is None or not theirs or kept is None or kept.name != question.about:
        return doors + presses.too_late(ways, turn, db)
    # Also when they have answered some of it since: what was written last is what they mean.
    return doors + asking.fill(ways.router, kept, event.values, turn, db)

"""What somebody hears whose words we did not understand: where they are, and what they can write there."""

from bot.conversation import access
from bot.conversation.commands import usage
from bot.conversation.time_heard import time_heard
from bot.conversation.turn import Turn
from bot.conversation.ways import Ways
from bot.domain.decision import Decision
from storage import contacts, offers, questions, requests
from storage.database import Transaction


def not_understood(ways: Ways, turn: Turn, word: str, db: Transaction) -> Decision:
    """The nearest word is offered, never acted on; whoever waits hears that nothing has changed."""
    me, language = turn.person.id, turn.person.language
    nearest = ways.vocabulary.nearest(word)
    if nearest and access.has(turn, nearest.who, db):
        return turn.answer(
            "did-you-mean",
            choices=("yes-do-it", "no-thanks"),
            about=me,
            kept=nearest.name,
            word=usage(nearest, nearest.word_in(language), language),
        )
    if contacts.open_of(db, me):
        return turn.answer("not-understood-in-contact")
    if offer := offers.pending_for(db, me):
        request = requests.get(db, offer.request)
        return turn.answer("not-understood-offer", code=request.code if request else "")
    if requests.waiting_by(db, me):
        _, status = ways.router.commands["status"]
        return turn.answer("not-understood-waiting") + status(turn, db)
    if turn.person.is_coordinator:
        return turn.answer("not-understood-coordinator", choices=("help",), about=me)
    if heard := time_heard(turn, word):
        return heard
    if again := _still_open(ways, turn, db):
        return again
    return turn.answer("not-understood", choices=("talk", "help", "crisis"), about=me)


def _still_open(ways: Ways, turn: Turn, db: Transaction) -> Decision | None:
    """A question that is not to be lost among others is asked once more."""
    for question in questions.open_for(db, turn.person.id):
        if handler := ways.router.standing.get(question.text):
            return handler(turn, db)
    return None

"""Small answers that belong to no one topic."""

from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import CloseQuestions, Decision
from storage.database import Transaction

router = Router()


@router.press("*", "no-thanks")
def no_thanks(turn: Turn, db: Transaction) -> Decision:
    """Then not. Nothing happens."""
    assert turn.question is not None
    closed = Decision(effects=(CloseQuestions(turn.question.about, turn.question.person),))
    return closed + turn.answer("nothing-done")

"""Small answers that belong to no one topic."""

from bot.conversation.commands import Command
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import CloseQuestions, Decision
from storage.database import Transaction

router = Router()

THANKS = Command(
    name="thanks",
    words=(
        "thanks", "tak", "thank you", "thank you so much", "many thanks", "mange tak", "tusind tak",
        "tak for det", "tak for hjælpen", "tak for snakken", "tak for i dag", "tak for i aften",
    ),
    hidden=True,
)  # fmt: skip


@router.command(THANKS)
def thanked(turn: Turn, db: Transaction) -> Decision:
    """The commonest word after a goodbye. It is no order misspelt."""
    return turn.answer("you-are-welcome")


@router.press("*", "no-thanks")
def no_thanks(turn: Turn, db: Transaction) -> Decision:
    """Then not. Nothing happens."""
    assert turn.question is not None
    closed = Decision(effects=(CloseQuestions(turn.question.about, turn.question.person),))
    return closed + turn.answer("nothing-done")

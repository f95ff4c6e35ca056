"""A word of one's own after a round: nobody's, read with at least four others', weeks later."""

from dataclasses import replace

from pydantic import BaseModel

from bot.conversation import asking as dialogues
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.escapes import tells_of_danger
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.check_in.plan import Who
from bot.domain.decision import CloseQuestions, Decision
from bot.domain.report.weeks import Week
from bot.domain.row_effects import ForgetQuestions, GatherWords
from bot.relaying.words import clean_text
from handlers.check_in.theirs import asked_about
from storage import check_ins
from storage.database import Transaction

router = Router()

LIMIT = 500  # letters


class Words(BaseModel):
    """What somebody would like to add."""

    words: str = ""


DIALOGUE = Dialogue(
    name="check-in-comment", answers=Words, steps=(Step(name="words", optional=True),)
)


@router.press("check-in-thanks", "leave-comment")
def leave_comment(turn: Turn, db: Transaction) -> Decision:
    """They would like to; they are warned first."""
    known = asked_about(turn, db)
    close = Decision(effects=(CloseQuestions(known.id),))
    return close + dialogues.start(router, DIALOGUE, turn, db)


@router.finished(DIALOGUE)
def commented(turn: Turn, said: Words, db: Transaction) -> Decision:
    """It joins those of others. Words of danger show the doors, and are kept nowhere and told nobody."""
    known = check_ins.of(db, turn.person.id, Who.RECEIVER)
    words = clean_text(said.words, LIMIT)
    if known is None or known.commented or words.empty:
        return turn.answer("check-in-comment-none")
    if tells_of_danger(words.text):
        doors = turn.answer("crisis-card", choices=("tell-coordinator",), about=turn.person.id)
        return doors + turn.answer("check-in-comment-not-kept")
    programme = turn.desk.programme(known.programme)
    week = Week.at(turn.now, programme.time_zone)
    one_line = " ".join(words.text.split())
    kept = Decision(
        save=(replace(known, commented=True),),
        effects=(ForgetQuestions(known.id), GatherWords(programme.name, week, one_line)),
    )
    return kept + turn.answer("check-in-comment-thanks")

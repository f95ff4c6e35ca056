"""Somebody named a time without any order, and says that it was a wish to talk then."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.conversation import asking
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import CloseQuestions, Decision, KeepDialogue
from bot.domain.when.answer import Unclear, Understood, Why
from handlers.receiver import asking_when, booking
from storage.database import Transaction

router = Router()


@router.press("book-heard", "book-that")
def wish_for_that(turn: Turn, db: Transaction) -> Decision:
    """The booking begins with what was said; only what is open is asked."""
    assert turn.question is not None
    booking.may_book(turn, db)
    known, heard = booking.settled(turn, db), json.loads(turn.question.kept)
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    if when := heard.get("when"):
        length = turn.programme.limits.session_minutes
        booking.check(datetime.fromisoformat(when), length, turn, db)
        return close + asking.start(booking.router, booking.DIALOGUE, turn, db, known | heard)
    if not heard:
        return close + asking.start(booking.router, booking.DIALOGUE, turn, db, known)
    kept = KeepDialogue(
        turn.person.id,
        booking.DIALOGUE.name,
        booking.DIALOGUE.version,
        "when",
        known | {"said": heard.get("day", "")},
    )
    return close + Decision(effects=(kept,)) + _what_is_open(heard, turn)


def _what_is_open(heard: dict[str, object], turn: Turn) -> Decision:
    if day := heard.get("day"):
        return asking_when.what_is_open(
            Unclear(Why.WHAT_TIME, day=date.fromisoformat(str(day))), turn
        )
    zone, moments = ZoneInfo(turn.person.zone), heard["moments"]
    assert isinstance(moments, list)
    found = tuple(Understood(datetime.fromisoformat(one).astimezone(zone)) for one in moments)
    return asking_when.which_of(found, turn)

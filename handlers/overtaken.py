"""What comes due together with its own end, because we were off, helps nobody any more."""

from bot.conversation.turn import Happening
from bot.domain.decision import Decision, Note
from bot.messages import TimeCame
from storage import timers
from storage.database import Transaction


def overtaken(
    rings: Happening, db: Transaction, by: str, programme: str, about: str = ""
) -> Decision | None:
    """A note that it was not said, if the timer `by` that ends it all is due as well; else None.

    `about`: what that timer is about, if not the same as this one.
    """
    event = rings.event
    assert isinstance(event, TimeCame)
    if not timers.is_due(db, by, about or event.about, rings.now):
        return None
    numbers: dict[str, int | str] = {"what": event.kind, "why": "overtaken"}
    return Decision(effects=(Note("not-said", event.about, programme, numbers),))

"""Gatherings come to their end; and coordinators hear where one could not be shown."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import group, holding
from bot.domain.decision import NOTHING, Decision, TellCoordinators
from bot.domain.gathering import Kind
from bot.messages import TimeCame, Undelivered
from storage import gatherings
from storage.database import Transaction

router = Router()


@router.timer(holding.ENDS)
def over(rings: Happening, db: Transaction) -> Decision:
    """Its time is over."""
    assert isinstance(rings.event, TimeCame)
    gathering = gatherings.get(db, rings.event.about)
    if gathering is None:
        return NOTHING
    return group.end(gathering) if gathering.kind is Kind.GROUP else holding.end(gathering)


@router.undelivered("show-event")
def not_shown(happening: Happening, db: Transaction) -> Decision:
    """It is to be all the same; only not everybody sees it there, or sees that it changed."""
    event = happening.event
    assert isinstance(event, Undelivered)
    gathering = gatherings.get(db, event.about)
    if gathering is None:
        return NOTHING
    told = TellCoordinators(
        gathering.programme,
        "gathering-not-shown",
        {"code": gathering.code, "why": event.why, "to_come": gathering.to_come},
    )
    return Decision(effects=(told,))

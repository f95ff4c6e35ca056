"""What platforms are told of gatherings: as they stand when the letter goes, not when it was put."""

from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain.gathering import Gathering
from bot.domain.gathering_effects import ShowGathering
from bot.domain.lifecycle import GatheringStatus
from bot.platforms.gatherings import EventShowing, EventWithdrawing
from bot.platforms.platform import GaveUp, Letter, Why
from storage import outbox
from storage.database import Transaction

SHOW = "show-event"
KINDS = frozenset({SHOW})


def put(effect: ShowGathering, db: Transaction, now: datetime) -> None:
    """Queue the letter; those of one gathering go in order."""
    outbox.put(
        db,
        id=db.new_id(),
        lane=effect.gathering,
        kind=SHOW,
        payload={"platform": effect.platform},
        now=now,
        about=effect.gathering,
    )


def written(gathering: Gathering | None, desk: Desk) -> Letter | GaveUp | None:
    """The letter; None when it is over, and platforms see that themselves."""
    if gathering is None:
        return GaveUp(why=Why.GONE)
    if gathering.status is GatheringStatus.CALLED_OFF:
        return EventWithdrawing(key=gathering.code)
    if not gathering.to_come:
        return None
    service = desk.config.service
    says = desk.catalogue.render("gathering-event", {}, service.language, service.time_zone)
    return EventShowing(
        key=gathering.code,
        name=gathering.name,
        says=says.text,
        where=gathering.where,
        begins=gathering.begins_at,
        ends=gathering.ends_at,
    )

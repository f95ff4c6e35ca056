"""What platforms are told of gatherings: as they stand when the letter goes, not when it was put."""

from datetime import datetime
from typing import Any

from bot.conversation.desk import Desk
from bot.domain.gathering import Gathering
from bot.domain.gathering_effects import (
    CloseGroup,
    LetIntoGroup,
    OfGatherings,
    OpenGroup,
    PutOutOfGroup,
    ShowGathering,
)
from bot.domain.lifecycle import GatheringStatus
from bot.messages import Address, Place
from bot.platforms.gatherings import (
    EventShowing,
    EventWithdrawing,
    GroupOpening,
    LettingIn,
    PuttingOut,
)
from bot.platforms.platform import GaveUp, Letter, RoomLeaving, Why
from storage import gatherings, outbox, people
from storage.database import Transaction
from storage.outbox import Waiting

SHOW, OPEN, LET_IN, PUT_OUT, CLOSE = KINDS = (
    "show-event", "open-group", "let-in", "put-out", "close-group",
)  # fmt: skip


def put(effect: OfGatherings, db: Transaction, now: datetime) -> None:
    """Queue the letter; those of one gathering go in order."""
    id = effect.gathering
    room = gatherings.room_of(db, id)
    match effect:
        case ShowGathering(platform=platform):
            _put(db, now, id, SHOW, {"platform": platform})
        case OpenGroup(platform=platform):
            _put(db, now, id, OPEN, {"platform": platform})
        case LetIntoGroup(person=person) if room:
            _put(db, now, id, LET_IN, _at(room), person)
        case PutOutOfGroup(person=person) if room:
            # Their address is told now: by the time it goes they may be forgotten.
            if address := people.address_of(db, person):
                _put(db, now, id, PUT_OUT, {**_at(room), "user": address.user})
        case CloseGroup() if room:
            gatherings.keep_room(db, id, None)
            _put(db, now, id, CLOSE, _at(room))
        case _:
            pass  # there is no room: nobody has to be let in or put out


def written(
    waiting: Waiting, gathering: Gathering | None, who: Address | None, desk: Desk
) -> Letter | GaveUp | None:
    """The letter; None when there is nothing to do any more."""
    told = waiting.payload
    match waiting.kind:
        case "put-out":
            return PuttingOut(place=_place(told), who=Address(told["platform"], told["user"]))
        case "close-group":
            return RoomLeaving(place=_place(told))
        case "let-in":
            return LettingIn(place=_place(told), who=who) if who else GaveUp(why=Why.GONE)
        case "open-group" if gathering:
            return GroupOpening(name=gathering.code) if gathering.to_come else None
        case _ if gathering:
            return _shown(gathering, desk)
        case _:
            return GaveUp(why=Why.GONE)


def _shown(gathering: Gathering, desk: Desk) -> Letter | None:
    if gathering.status is GatheringStatus.CALLED_OFF:
        return EventWithdrawing(key=gathering.code)
    if not gathering.to_come:
        return None  # platforms see that themselves
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


def _put(
    db: Transaction, now: datetime, id: str, kind: str, payload: dict[str, Any],
    person: str | None = None,
) -> None:  # fmt: skip
    outbox.put(
        db, id=db.new_id(), lane=id, kind=kind, payload=payload, now=now, person=person, about=id
    )


def _at(room: Place) -> dict[str, Any]:
    return {"platform": room.platform, "room": room.room}


def _place(told: Any) -> Place:
    return Place(told["platform"], told["room"])

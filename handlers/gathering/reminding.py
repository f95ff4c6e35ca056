"""Guests of a group are left to sleep, asked when they wake, and reminded before it begins."""

from collections.abc import Iterable
from datetime import datetime

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import group, inviting, reminding
from bot.domain.decision import NOTHING, Decision
from bot.domain.gathering import Gathering
from bot.domain.ids import PersonId
from bot.domain.lifecycle import GatheringStatus
from bot.messages import TimeCame
from storage import gathering_guests, gatherings, people, questions, reminder_wishes
from storage.database import Transaction

router = Router()


def free(
    persons: Iterable[PersonId], begins_at: datetime, db: Transaction, now: datetime
) -> dict[PersonId, datetime]:
    """When each of these may be disturbed about what begins then: now, or when their night is over."""
    found = {person: people.get(db, person) for person in persons}
    return {
        person: reminding.quiet_ends(begins_at, one.zone, reminding.NIGHT, now)
        for person, one in found.items()
        if one is not None
    }


def not_asked_yet(gathering: Gathering, db: Transaction) -> list[PersonId]:
    """Those who are to be asked and have no question that they could answer."""
    return [
        guest.person
        for guest in group.unanswered(gathering_guests.of(db, gathering.id))
        if not questions.still_open(db, guest.person, "gathering-ask", gathering.id)
    ]


@router.timer(inviting.ASK)
def ask(rings: Happening, db: Transaction) -> Decision:
    """Somebody's night is over."""
    gathering = _about(rings, db)
    if gathering is None or not gathering.to_come or gathering.ends_at <= rings.now:
        return NOTHING
    sleepers = free(not_asked_yet(gathering, db), gathering.begins_at, db, rings.now)
    return inviting.ask(gathering, sleepers, rings.now)


@router.timer(inviting.REMIND)
def remind(rings: Happening, db: Transaction) -> Decision:
    """It is soon: whoever said yes hears so, unless they want no reminders or sleep."""
    gathering = _about(rings, db)
    if gathering is None or gathering.status is not GatheringStatus.PLANNED:
        return NOTHING
    coming = [one.person for one in group.coming(gathering_guests.of(db, gathering.id))]
    wished = [person for person in coming if reminder_wishes.of(db, person).leads]
    awake = free(wished, gathering.begins_at, db, rings.now)
    return inviting.remind(gathering, [p for p, at in awake.items() if at <= rings.now], rings.now)


def _about(rings: Happening, db: Transaction) -> Gathering | None:
    assert isinstance(rings.event, TimeCame)
    return gatherings.get(db, rings.event.about)

"""What somebody holds where they are is known before anything they do is judged."""

from datetime import datetime

from bot.conversation.desk import Desk
from bot.conversation.language import guess
from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.by_role import Held
from bot.domain.decision import NOTHING, Decision
from bot.domain.people import Person
from bot.messages import FromPerson, LookedUp, PlaceKind, Said
from storage import people, saving
from storage.database import Transaction


def what_they_hold(
    router: Router,
    desk: Desk,
    event: FromPerson,
    known: people.Known | None,
    db: Transaction,
    now: datetime,
) -> tuple[people.Known | None, Decision]:
    """Whoever it is, as they stand now that it is known what they hold, and what follows from that.

    How they stand is saved here, as part of recognising them, so that what they do is judged by it; whoever
    coordinates by a role is met by it.
    """
    if event.holds is None or event.kind not in (PlaceKind.DIRECT, PlaceKind.COORDINATORS):
        return known, NOTHING
    if known is None:
        if Held.COORDINATOR not in event.holds:
            return None, NOTHING
        known = people.Known(_met(desk, event, db, now), None)
    happening = Happening(event=event, desk=desk, now=now, person=known.person)
    decision = router.events[LookedUp](happening, db)
    saving.save(db, decision.save)
    person = next((one for one in decision.save if isinstance(one, Person)), known.person)
    return known._replace(person=person), Decision(effects=decision.effects)


def _met(desk: Desk, event: FromPerson, db: Transaction, now: datetime) -> Person:
    text = event.text if isinstance(event, Said) else ""
    guessed = guess(text, event.language)
    language = guessed or desk.config.service.language
    return people.meet(db, event.sender, language, guessed is not None, desk.main.time_zone, now)

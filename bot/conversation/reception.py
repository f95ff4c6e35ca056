"""Decides what an event means: who it is from, where, and which handler it is for."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.conversation import filling, knowing, presses, talking
from bot.conversation.desk import Desk
from bot.conversation.language import guess
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn, turn_of
from bot.conversation.ways import Ways
from bot.domain.decision import NOTHING, Decision, TellThere
from bot.domain.people import Person
from bot.domain.refusal import Refusal
from bot.messages import (
    Away,
    Edited,
    Event,
    Filled,
    FromPerson,
    Incoming,
    Joined,
    Left,
    LookedUp,
    Opened,
    PlaceKind,
    PlaceMoved,
    Preferred,
    Pressed,
    Reacted,
    Retracted,
    Said,
    TimeCame,
    Undelivered,
    Vanished,
)
from storage import contacts, crossings, people
from storage.crossings import OWN_PAGE, Crossing, Stands
from storage.database import Transaction

BY_THEMSELVES = Said | Pressed | Filled | Opened  # somebody turns to us there


class Pacing(Protocol):
    """How fast people write, kept in memory only."""

    def too_fast(self, person: str, now: datetime) -> bool:
        """Whether this one message is more than can be answered now."""

    def may_warn(self, person: str, now: datetime) -> bool:
        """Whether to say so; not for every message of a flood."""


@dataclass(slots=True)
class Reception:
    """One per running bot."""

    desk: Desk
    router: Router
    pacing: Pacing
    ways: Ways = field(init=False)

    def __post_init__(self) -> None:
        self.ways = Ways(self.router)

    def decide(self, event: Incoming, db: Transaction, now: datetime) -> Decision:
        """What follows from `event`. Reads only, but for recognising who it is from."""
        if isinstance(event, TimeCame):
            handler = self.router.timers.get(event.kind)
            return handler(self._happening(event, now), db) if handler else NOTHING
        if isinstance(event, Undelivered):
            named = self.router.undelivered_texts
            handler = named.get(event.text_id) or named.get(event.kind)
            return handler(self._happening(event, now), db) if handler else NOTHING
        if not isinstance(event, FromPerson):
            handler = self.router.events.get(type(event))
            return handler(self._happening(event, now), db) if handler else NOTHING
        return self._from_person(event, db, now)

    def _from_person(self, event: FromPerson, db: Transaction, now: datetime) -> Decision:
        known = people.recognise_at(db, event.sender)
        if known is None and (way := self._way_of(event, db)):
            return self._across(event, way, db, now)
        known, stands = knowing.what_they_hold(self.ways.router, self.desk, event, known, db, now)
        if isinstance(event, LookedUp):
            return stands
        return stands + self._done(event, known, db, now)

    def _done(
        self, event: FromPerson, known: people.Known | None, db: Transaction, now: datetime
    ) -> Decision:
        person = known.person if known else None
        match event.kind:
            case PlaceKind.SHARED:
                handler = self.router.events.get(type(event)) if _moves(event) else None
                return handler(self._happening(event, now, person), db) if handler else NOTHING
            case PlaceKind.FOREIGN:
                return self._in_company(event, person)
            case PlaceKind.COORDINATORS:
                return self._in_coordinators_room(event, person, db, now)
            case PlaceKind.DIRECT:
                return self._in_private(event, known, db, now)

    def _in_private(
        self, event: FromPerson, known: people.Known | None, db: Transaction, now: datetime
    ) -> Decision:
        person = known.person if known else None
        if isinstance(event, Left | PlaceMoved | Joined | Away | Vanished):
            return self._moved(event, person, db, now)
        if known is None or person is None:  # both or neither
            if not isinstance(event, BY_THEMSELVES):
                return NOTHING
            return talking.first_words(self.ways, self.desk, event, db, now)
        if known.place != event.place or not person.reachable:
            people.heard_at(db, person.id, event.place, now)
            person = replace(person, reachable=True)
        if not person.language_known and (told := _language_told(event, person)):
            person = replace(person, language=told, language_known=True)
            people.save(db, person)
        if not self.desk.may_relay(person.platform) and isinstance(event, BY_THEMSELVES):
            crossings.turned_back(db, person.id)
        return self._taken(event, person, db, now)

    def _way_of(self, event: FromPerson, db: Transaction) -> Crossing | None:
        at_page = event.sender.platform == OWN_PAGE
        return crossings.by_account(db, event.sender.user) if at_page else None

    def _across(self, event: FromPerson, way: Crossing, db: Transaction, now: datetime) -> Decision:
        """At our page, for the one contact they have there."""
        person = people.get(db, way.person)
        if person is None or isinstance(event, Joined | PlaceMoved):
            return NOTHING
        if isinstance(event, Away | Left | Vanished):
            if not isinstance(event, Away):
                crossings.turned_back(db, person.id)
            return self.router.events[Away](self._happening(event, now, person), db)
        crossings.stand(db, person.id, Stands.THERE)
        if isinstance(event, Opened):
            return self.router.events[Opened](self._happening(event, now, person), db)
        return self._taken(event, person, db, now)

    def _taken(self, event: FromPerson, person: Person, db: Transaction, now: datetime) -> Decision:
        turn = turn_of(event, person, self.desk, now)
        if self._floods(event, turn):
            if not self.pacing.may_warn(person.id, now):
                return NOTHING
            in_contact = contacts.open_of(db, person.id) is not None
            return turn.answer("too-fast-in-contact" if in_contact else "too-fast")
        return self._guarded(turn, db)

    def _guarded(self, turn: Turn, db: Transaction) -> Decision:
        try:
            match turn.event:
                case Said():
                    return talking.said(self.ways, turn, db)
                case Pressed() | Reacted():
                    return presses.pressed(self.ways, turn, db)
                case Filled():
                    return filling.filled(self.ways, turn, db)
                case Edited() | Retracted():
                    return talking.changed(self.ways, turn, db)
                case Opened():
                    return talking.opened(self.ways, turn, db)
                case Preferred(language=language) if language is not None:
                    return self.router.events[Preferred](
                        self._happening(turn.event, turn.now, turn.person), db
                    )
                case _:
                    return NOTHING
        except Refusal as no:
            return presses.refused(self.ways, turn, no, db)

    def _floods(self, event: FromPerson, turn: Turn) -> bool:
        if isinstance(event, Said) and talking.is_cry_for_help(event.text):
            return False
        # By when it was written: after an outage a whole evening comes in at one moment.
        return self.pacing.too_fast(turn.person.id, min(event.at, turn.now))

    def _in_coordinators_room(
        self, event: FromPerson, person: Person | None, db: Transaction, now: datetime
    ) -> Decision:
        coordinates = person is not None and person.is_coordinator
        if person is None or not coordinates:
            is_order = isinstance(event, Said) and talking.is_command(self.ways, event.text)
            return self._there(event, person, "not-allowed") if is_order else NOTHING
        turn = turn_of(event, person, self.desk, now)
        try:
            match event:
                case Said():
                    return talking.said_among_coordinators(self.ways, turn, db)
                case Pressed() | Reacted():
                    return presses.pressed(self.ways, turn, db)
                case _:
                    return NOTHING
        except Refusal as no:
            return presses.refused(self.ways, turn, no, db)

    def _in_company(self, event: FromPerson, person: Person | None) -> Decision:
        # People may talk among themselves; only what was plainly meant for us is answered.
        if isinstance(event, Said) and talking.is_command(self.ways, event.text):
            return self._there(event, person, "write-me-directly")
        return NOTHING

    def _moved(
        self, event: FromPerson, person: Person | None, db: Transaction, now: datetime
    ) -> Decision:
        if person is None:
            return NOTHING
        if isinstance(event, PlaceMoved):
            people.heard_at(db, person.id, event.successor, now)
            return NOTHING
        if isinstance(event, Left):
            if people.place_of(db, person.id) != event.place:
                return NOTHING
            people.heard_at(db, person.id, None, now)
        handler = self.router.events.get(type(event))
        return handler(self._happening(event, now, person), db) if handler else NOTHING

    def _there(self, event: FromPerson, person: Person | None, text: str) -> Decision:
        said = event.text if isinstance(event, Said) else ""
        guessed = guess(said, event.language) or self.desk.config.service.language
        language = person.language if person is not None else guessed
        there = TellThere(event.place.platform, event.place.room, text, language)
        return Decision(effects=(there,))

    def _happening(self, event: Event, now: datetime, person: Person | None = None) -> Happening:
        return Happening(event=event, desk=self.desk, now=now, person=person)


def _language_told(event: FromPerson, person: Person) -> str | None:
    """What shows by itself which language somebody speaks, whom we only assumed to speak ours."""
    # Others are asked, or were asked; a coordinator whom the configuration names never is.
    said = event.text if isinstance(event, Said) and person.is_coordinator else ""
    return guess(said, event.language)


def _moves(event: FromPerson) -> bool:
    return isinstance(event, Joined | Left)

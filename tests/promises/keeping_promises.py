"""What must hold after everything that happens, looked up in the tables by other ways than the rules'."""

import functools
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.domain.meeting import UNANSWERED
from bot.domain.offering import LOOK_AGAIN
from bot.domain.waiting import GIVE_UP, SIGN_OF_LIFE
from storage import never_again, people, set_aside, tables
from storage.database import Transaction
from tests.promises.quick import QuickTown

LONGEST_SILENCE = timedelta(minutes=8)  # the slowest sign of life: 8 halves of two minutes
ONCE = ("contact-opened", "contact-ended", "debrief-ask", "talk-nobody-free")
Row = Any
_ROOM = tables.contacts.c
_IN_A_ROOM = sa.select(_ROOM.id).where(
    sa.or_(_ROOM.room_sealed.is_not(None), _ROOM.room_entered.is_not(None))
)


class Promises:
    """Looks after everything that happens; an AssertionError says which promise was broken."""

    def __init__(self, town: QuickTown) -> None:
        self.town = town
        self.offers: set[str] = set()
        self.contacts: set[str] = set()
        self.names: dict[str, str] = {}

    def look(self) -> None:
        """All of them."""
        self.town.look(self._look)

    def nothing_is_left_open(self) -> None:
        """After enough time every wish has come to an end, and the receiver knows which."""
        self.town.look(self._nothing_is_left_open)

    def _look(self, db: Transaction) -> None:
        assert set_aside.count(db) == 0, "a fault of ours"
        self.requests = _rows(db, tables.requests)
        self.all_offers = _rows(db, tables.offers)
        self.all_contacts = _rows(db, tables.contacts)
        self.volunteers = {row["person"]: row for row in _rows(db, tables.volunteers)}
        self._statuses_agree()
        self._nobody_is_in_two_places()
        self._nobody_waits_in_silence(db)
        self._who_is_asked_later_is_not_forgotten(db)
        self._no_duty_is_too_long()
        for offer in self.all_offers:
            if offer["id"] not in self.offers:
                self.offers.add(offer["id"])
                self._may_be_asked(offer, db)
        for contact in self.all_contacts:
            if contact["id"] not in self.contacts:
                self.contacts.add(contact["id"])
                self._may_be_matched(contact, db)
        self._nothing_is_said_twice()

    # ── who waits ────────────────────────────────────────────────────────────────────────────────

    def _nobody_waits_in_silence(self, db: Transaction) -> None:
        watched = {(row["kind"], row["about"]) for row in _rows(db, tables.timers)}
        on_the_way = {row["person"] for row in _rows(db, tables.outbox)}
        elsewhere = set(db.execute(_IN_A_ROOM).scalars())  # where we do not see who writes
        for contact in self.all_contacts:
            if contact["status"] == "open" and contact["id"] not in elsewhere:
                assert (UNANSWERED, contact["id"]) in watched, "nobody watches over a contact"
        for request in self._waiting():
            for kind in (SIGN_OF_LIFE, GIVE_UP, LOOK_AGAIN):
                assert (kind, request["id"]) in watched, f"{kind} does not watch over a wish"
            name = self._name(request["receiver"], db)
            if request["receiver"] in on_the_way or not name:
                continue
            address = self.town.address_of(name)
            if address.user in self.town.wire.closed:
                continue
            heard = self.town.heard_at.get(self.town.wire.home_of(address))
            latest = max(heard or request["waiting_since"], request["waiting_since"])
            assert self.town.now - latest <= LONGEST_SILENCE, f"{name} waits in silence"

    def _who_is_asked_later_is_not_forgotten(self, db: Transaction) -> None:
        waiting = {request["receiver"] for request in self._waiting()}
        rings = {row["about"]: row["due_at"] for row in _rows(db, tables.timers)}
        for later in _rows(db, tables.call_backs):
            assert later["receiver"] not in waiting, "looked for, and asked later too"
            assert later["asks"] <= self.town.programme.call_back.asks, "asked too often"
            assert later["id"] in rings, "nobody will ask them"
            latest = max(later["ends_at"], later["asked_until_at"] or later["ends_at"])
            assert rings[later["id"]] <= max(latest, self.town.now), "it never ends"

    def _no_duty_is_too_long(self) -> None:
        most = timedelta(hours=self.town.programme.volunteer_limits.duty_hours)
        for volunteer in self.volunteers.values():
            since, until = volunteer["on_duty_since"], volunteer["on_duty_until"]
            assert not since or not until or until - since <= most, "on duty for too long"

    def _waiting(self) -> list[Row]:
        return [r for r in self.requests if r["status"] in ("open", "offered")]

    def _name(self, person: str, db: Transaction) -> str:
        if person not in self.names:
            for name in self.town.people:
                if met := people.recognise(db, self.town.address_of(name)):
                    self.names[met.id] = name
        return self.names.get(person, "")

    # ── statuses ─────────────────────────────────────────────────────────────────────────────────

    def _statuses_agree(self) -> None:
        pending = Counter(o["request"] for o in self.all_offers if o["status"] == "pending")
        ongoing = Counter(c["request"] for c in self.all_contacts if c["status"] == "open")
        accepted = Counter(o["request"] for o in self.all_offers if o["status"] == "accepted")
        became = Counter(c["request"] for c in self.all_contacts)
        for request in self.requests:
            id, status = request["id"], request["status"]
            assert ongoing[id] <= 1, "two have won one wish"
            assert accepted[id] <= became[id], "more have said yes than there were contacts"
            assert (pending[id] > 0) == (status == "offered"), f"{pending[id]} asked, but {status}"
            assert status == "matched" or not ongoing[id], f"in touch, but {status}"
            if status == "matched" and not ongoing[id]:
                ended = [c for c in self.all_contacts if c["request"] == id]
                latest = max(ended, key=lambda c: c["ended_at"])
                assert latest["ended_by"] not in ("handover", "drop"), "not taken up again"
            assert (request["outcome"] == "") == (status in ("open", "offered"))

    def _nobody_is_in_two_places(self) -> None:
        there = [
            person
            for contact in self.all_contacts
            if contact["status"] == "open"
            for person in (contact["receiver"], contact["volunteer"])
        ]
        there += [request["receiver"] for request in self._waiting()]
        there = [person for person in there if person != "nobody"]
        twice = [person for person, times in Counter(there).items() if times > 1]
        assert not twice, "somebody is in two places"

    # ── asking and matching ──────────────────────────────────────────────────────────────────────

    def _may_be_asked(self, offer: Row, db: Transaction) -> None:
        volunteer, at = self.volunteers.get(offer["volunteer"]), offer["put_at"]
        request = next(r for r in self.requests if r["id"] == offer["request"])
        assert volunteer is not None, "somebody was asked who is no volunteer"
        me, own = volunteer["person"], volunteer["limits"]
        most = self.town.programme.volunteer_limits
        self._may_meet(request["receiver"], me, db)
        assert volunteer["status"] == "active"
        assert request["language"] in volunteer["languages"]
        assert request["form"] in volunteer["forms"]
        assert not _is_quiet(volunteer, at), "asked in quiet hours"
        assert me not in [r["receiver"] for r in self._waiting()], "asked while waiting"
        assert not [c for c in self._of(me) if _goes_on(c, at)], "asked while in contact"
        self._within_caps(volunteer, at, own["contacts_a_day"], own["week_hours"])
        if not offer["by_hand"]:
            assert volunteer["on_duty_until"] and volunteer["on_duty_until"] > at, "asked off duty"
            midnight = _midnight(volunteer["zone"], at)
            asks = [
                o
                for o in self.all_offers
                if o["volunteer"] == me and midnight <= o["put_at"] and o["id"] != offer["id"]
            ]
            assert len(asks) < _least(own["asks_a_day"], most.asks_a_day), "asked too often"

    def _may_be_matched(self, contact: Row, db: Transaction) -> None:
        receiver, giver, at = contact["receiver"], contact["volunteer"], contact["began_at"]
        if "nobody" in (receiver, giver):
            return
        self._may_meet(receiver, giver, db)
        said_yes = any(
            o["request"] == contact["request"]
            and o["volunteer"] == giver
            and o["status"] == "accepted"
            for o in self.all_offers
        )
        if said_yes:  # a coordinator who takes a wish answers for themself
            self._within_caps(self.volunteers[giver], at, None, None, but=contact["id"])

    def _may_meet(self, receiver: str, giver: str, db: Transaction) -> None:
        assert receiver != giver, "somebody meets themself"
        never = never_again.among(db, PersonId(receiver), [PersonId(giver)])
        assert not never, "never again, and yet"

    def _within_caps(
        self,
        volunteer: Row,
        at: datetime,
        own_contacts: int | None,
        own_hours: int | None,
        but: str = "",
    ) -> None:
        me, programme = volunteer["person"], self.town.programme
        most = programme.volunteer_limits
        given = [c for c in self._of(me) if c["volunteer"] == me and c["id"] != but]
        today = [c for c in given if c["began_at"] >= _midnight(volunteer["zone"], at)]
        assert len(today) < _least(own_contacts, most.contacts_a_day), "over the day's contacts"
        carried = sum((_span(c, at) for c in given), timedelta())
        session = timedelta(minutes=programme.limits.session_minutes)
        week = timedelta(hours=_least(own_hours, most.week_hours))
        # Whole minutes are counted, each contact rounded down.
        assert carried + session - timedelta(minutes=len(given)) <= week, "over the week's hours"
        for contact in given:
            if contact["ended_at"] and contact["ended_at"] <= at:
                rest = timedelta(minutes=most.rest_minutes)
                assert at - contact["ended_at"] >= rest, "without rest"
        since = volunteer["last_contact_at"]
        if since is None or since < at:  # what ended at this very moment gave its rest after it
            assert not volunteer["rest_until"] or volunteer["rest_until"] <= at, "in their rest"

    def _of(self, person: str) -> Iterator[Row]:
        return (c for c in self.all_contacts if person in (c["receiver"], c["volunteer"]))

    # ── what was said ────────────────────────────────────────────────────────────────────────────

    def _nothing_is_said_twice(self) -> None:
        said = Counter(
            (shown.place, shown.letter.mark.text_id, shown.letter.mark.about)
            for shown in self.town.wire.shown
            if shown.letter.mark.text_id in ONCE[:3]
        )
        twice = [key for key, times in said.items() if times > 1]
        assert not twice, f"said twice: {twice[0][1]}" if twice else ""
        asked = Counter(s.letter.question for s in self.town.wire.shown if s.letter.question)
        assert not [id for id, times in asked.items() if times > 1], "asked twice"

    # ── the end ──────────────────────────────────────────────────────────────────────────────────

    def _nothing_is_left_open(self, db: Transaction) -> None:
        assert not self._waiting(), "somebody waits for ever"
        assert not [c for c in self.all_contacts if c["status"] == "open"]
        assert not [o for o in self.all_offers if o["status"] == "pending"]
        assert not _rows(db, tables.outbox), "a letter is never sent"
        for request in self.requests:
            name = self._name(request["receiver"], db)
            if request["status"] != "unmet" or not name:
                continue
            address = self.town.address_of(name)
            if address.user not in self.town.wire.closed:
                heard = [s.letter.mark.text_id for s in self.town.people[name].seen()]
                assert "talk-nobody-free" in heard, f"{name} was not told of other doors"


@functools.cache
def _all_of(table: sa.Table) -> sa.Select[Any]:
    return sa.select(*(c for c in table.c if not c.name.endswith("_sealed")))


def _rows(db: Transaction, table: sa.Table) -> list[Row]:
    return db.all(_all_of(table))


def _midnight(zone: str, at: datetime) -> datetime:
    local = at.astimezone(ZoneInfo(zone))
    return datetime.combine(local.date(), time(), ZoneInfo(zone))


def _is_quiet(volunteer: Row, at: datetime) -> bool:
    limits = volunteer["limits"]
    if not (limits["quiet_from"] and limits["quiet_to"]):
        return False
    clock = at.astimezone(ZoneInfo(volunteer["zone"])).strftime("%H:%M:%S")
    begins, ends = limits["quiet_from"], limits["quiet_to"]
    return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends


def _goes_on(contact: Row, at: datetime) -> bool:
    ended = contact["ended_at"]
    return bool(contact["began_at"] <= at and (ended is None or ended > at))


def _span(contact: Row, at: datetime) -> timedelta:
    began = max(contact["began_at"], at - timedelta(days=7))
    ended = contact["ended_at"] or contact["ends_at"]
    return max(timedelta(), ended - began)


def _least(own: int | None, most: int) -> int:
    return most if own is None else min(own, most)

"""What must hold of series, moves and what coordinators do, looked up by other ways than the rules'."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.domain.when.series import Rhythm, Series, occurrences
from storage import tables
from storage.database import Transaction
from tests.promises.quick import QuickTown

TO_COME = ("sought", "confirmed")
OVER = ("cancelled", "unmet", "declined", "missed")
WEEK = timedelta(days=7)
USUAL = (1440, 60)  # minutes before
A_SECOND = timedelta(seconds=1)


class Weeks:
    """Looks after everything that happens; an AssertionError says which promise was broken."""

    def __init__(self, town: QuickTown) -> None:
        self.town = town
        self.settled: dict[str, tuple[str, datetime, datetime]] = {}  # id: who, when, since
        self.to_come: set[tuple[str, datetime]] = set()
        self.over: dict[str, datetime] = {}
        self.begun: set[str] = set()

    def look(self) -> None:
        """All of them."""
        self.town.look(self._look)

    def nothing_is_left_open(self) -> None:
        """After enough time every appointment, and every series, has come to an end."""
        self.town.look(self._nothing_is_left_open)

    def _look(self, db: Transaction) -> None:
        rows = _rows(db, tables.appointments)
        if not rows:
            return
        self.timers = {
            (row["kind"], row["about"]): row["due_at"] for row in _rows(db, tables.timers)
        }
        runs = {row["id"]: row for row in _rows(db, tables.series)}
        self._series_are_watched(rows, runs)
        for row in rows:
            self._stands_as_it_should(row, rows, db)
            self._keeps_to_its_rhythm(row, runs, db)
        for row in rows:
            if row["status"] == "begun" and row["id"] not in self.begun:
                self.begun.add(row["id"])
                self._was_reminded_since_it_was_settled(row, db)
            if row["status"] in OVER:
                self._is_reminded_of_no_more(row, db)

    # ── what stands ──────────────────────────────────────────────────────────────────────────────

    def _series_are_watched(self, rows: list[Any], runs: dict[str, Any]) -> None:
        for row in rows:
            if row["status"] == "sought" and row["part"] == "waits":
                leads = [one for one in rows if one["series"] == row["series"]
                         and one["part"] == "leads" and one["status"] == "sought"]  # fmt: skip
                assert len(leads) == 1, "a date waits for nobody"
                assert leads[0]["begins_at"] <= row["begins_at"], "a date waits for a later one"
                by_itself = ("appointment-ask", row["id"]) in self.timers
                assert not by_itself, "a date that waits is asked about by itself, too"
            if row["status"] == "proposed":
                assert ("proposal-lapses", row["id"]) in self.timers, "a proposal never ends"
        for run in runs.values():
            own = [row for row in rows if row["series"] == run["id"]]
            if run["status"] == "ended":
                assert not [one for one in own if one["status"] in TO_COME], (
                    "it goes on after its end"
                )
            elif run["status"] == "running":
                assert ("series-over", run["id"]) in self.timers, "a series never ends"
                if run["made"] < run["times"]:
                    assert ("series-goes-on", run["id"]) in self.timers, "dates are forgotten"
            else:
                assert [
                    one for one in own if one["part"] == "leads" and one["status"] == "sought"
                ], "a series is sought by nothing"

    def _stands_as_it_should(self, row: Any, rows: list[Any], db: Transaction) -> None:
        here = (row["id"], row["begins_at"])
        if row["status"] in TO_COME and here not in self.to_come:
            self.to_come.add(here)
            self._no_cap_of_the_receiver_is_broken(row, rows)
        if row["status"] == "confirmed":
            before = self.settled.get(row["id"])
            same = before is None or before[0] == row["volunteer"]
            assert same, "an appointment was taken from somebody and given to another unseen"
            if before is None or before[:2] != (row["volunteer"], row["begins_at"]):
                now = self.town.now
                self.settled[row["id"]] = (row["volunteer"], row["begins_at"], now)
                self._no_cap_of_the_volunteer_is_broken(row, rows, db)
        elif row["status"] == "sought":
            self.settled.pop(row["id"], None)
        if row["status"] in OVER:
            self.over.setdefault(row["id"], self.town.now)

    def _no_cap_of_the_receiver_is_broken(self, row: Any, rows: list[Any]) -> None:
        me = row["receiver"]
        if me == "nobody":
            return
        zone = ZoneInfo("Europe/Copenhagen")  # nobody moves house in these weeks
        mine = [one for one in rows if one["receiver"] == me and one["status"] in TO_COME]
        day = row["begins_at"].astimezone(zone).date()
        that_day = [one for one in mine if one["begins_at"].astimezone(zone).date() == day]
        most = self.town.programme.limits.receiver_contacts_a_day
        assert len(that_day) <= most, "more appointments on one day than there may be"
        things = sum(one["series"] is None for one in mine) + len(
            {one["series"] for one in mine if one["series"]}
        )
        assert things <= self.town.programme.booking.at_once, "more to come than there may be"

    def _no_cap_of_the_volunteer_is_broken(
        self, row: Any, rows: list[Any], db: Transaction
    ) -> None:  # fmt: skip
        column = tables.volunteers.c
        giver = db.one(sa.select(column.zone, column.limits, column.status).where(
            column.person == row["volunteer"]))  # fmt: skip
        assert giver is not None and giver["status"] == "active", "settled with nobody who is here"
        zone, limits = ZoneInfo(giver["zone"]), giver["limits"]
        most = self.town.programme.volunteer_limits
        agreed = [one for one in rows
                  if one["volunteer"] == row["volunteer"] and one["status"] == "confirmed"]  # fmt: skip
        day = row["begins_at"].astimezone(zone).date()
        that_day = [one for one in agreed if one["begins_at"].astimezone(zone).date() == day]
        assert len(that_day) <= _least(limits["contacts_a_day"], most.contacts_a_day), (
            "over the day"
        )
        cap = timedelta(hours=_least(limits["week_hours"], most.week_hours))
        for first in agreed:
            since = first["begins_at"]
            if not since <= row["begins_at"] < since + WEEK:
                continue
            within = [one for one in agreed if since <= one["begins_at"] < since + WEEK]
            carried = timedelta(minutes=sum(one["minutes"] for one in within))
            assert carried <= cap, "over the week"
        if limits["quiet_from"] and limits["quiet_to"]:
            clock = row["begins_at"].astimezone(zone).strftime("%H:%M:%S")
            begins, ends = limits["quiet_from"], limits["quiet_to"]
            quiet = begins <= clock < ends if begins <= ends else clock >= begins or clock < ends
            assert not quiet, "settled in somebody's quiet hours"
        assert row["receiver"] != row["volunteer"], "somebody meets themself"

    def _keeps_to_its_rhythm(self, row: Any, runs: dict[str, Any], db: Transaction) -> None:
        run = runs.get(row["series"])
        if run is None or row["status"] not in TO_COME:
            return
        journal = tables.journal.c
        moved = db.one(sa.select(journal.id).where(
            journal.about == row["id"], journal.action == "appointment-moved"))  # fmt: skip
        if moved is not None:
            return
        first = run["first_at"].astimezone(ZoneInfo(run["zone"]))
        all_dates = occurrences(first, Series(Rhythm(run["rhythm"]), times=run["times"]))
        assert row["begins_at"] in {one.start for one in all_dates}, (
            "a date that is none of the series"
        )

    # ── reminders ────────────────────────────────────────────────────────────────────────────────

    def _was_reminded_since_it_was_settled(self, row: Any, db: Transaction) -> None:
        """Once, or the journal says why not: for the time and the two as they were at last."""
        kept = self.settled.get(row["id"])
        if kept is None:
            return
        since = kept[2]
        wished = {one["person"]: one["leads"] for one in _rows(db, tables.reminder_wishes)}
        journal = tables.journal.c
        notes = db.all(sa.select(journal.action, journal.numbers, journal.at).where(
            journal.about == row["id"],
            journal.action.in_(("reminder-sent", "reminder-not-sent", "reminder-postponed"))))  # fmt: skip
        for side in ("receiver", "volunteer"):
            if row[side] in (None, "nobody"):
                continue
            for lead in wished.get(row[side], USUAL):
                mine = (side, lead)
                about = [n["action"] for n in notes if n["at"] >= since
                         and (n["numbers"].get("side"), n["numbers"].get("lead")) == mine]  # fmt: skip
                assert about, f"nothing says what became of the reminder {lead} of the {side}"
                told = Counter(about)
                assert told["reminder-sent"] <= 1, f"the {side} was reminded twice"

    def _is_reminded_of_no_more(self, row: Any, db: Transaction) -> None:
        journal = tables.journal.c
        late = db.one(sa.select(journal.id).where(
            journal.about == row["id"], journal.action == "reminder-sent",
            journal.at > self.over[row["id"]] + A_SECOND))  # fmt: skip
        assert late is None, "reminded of what is over"
        kinds = ("remind-receiver", "remind-volunteer", "again-receiver", "again-volunteer")
        assert not [k for k in kinds if (k, row["id"]) in self.timers], "still to be reminded of"

    # ── the end ──────────────────────────────────────────────────────────────────────────────────

    def _nothing_is_left_open(self, db: Transaction) -> None:
        for row in _rows(db, tables.appointments):
            assert (
                row["status"] not in (*TO_COME, "proposed") or row["begins_at"] > self.town.now
            ), f"an appointment is left {row['status']}"
        for run in _rows(db, tables.series):
            own = [row for row in _rows(db, tables.appointments) if row["series"] == run["id"]]
            later = [row for row in own if row["begins_at"] > self.town.now - timedelta(days=1)]
            assert run["status"] == "ended" or later or run["made"] < run["times"], "it never ended"


def _rows(db: Transaction, table: sa.Table) -> list[Any]:
    return db.all(sa.select(*(c for c in table.c if not c.name.endswith("_sealed"))))


def _least(own: int | None, most: int) -> int:
    return most if own is None else min(own, most)

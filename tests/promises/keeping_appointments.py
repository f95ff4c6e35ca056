"""What must hold of appointments, looked up by other ways than the rules'."""

from datetime import timedelta
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from storage import tables
from storage.database import Transaction
from tests.promises.quick import QuickTown

USUAL = (1440, 60)
TO_COME = ("sought", "confirmed")


class Appointments:
    """Looks after everything that happens; an AssertionError says which promise was broken."""

    def __init__(self, town: QuickTown) -> None:
        self.town = town
        self.confirmed: set[tuple[str, str]] = set()

    def look(self) -> None:
        """All of them."""
        self.town.look(self._look)

    def _look(self, db: Transaction) -> None:
        columns = [c for c in tables.appointments.c if not c.name.endswith("_sealed")]
        rows = db.all(sa.select(*columns))
        if not rows:
            return
        self._never_two_things_at_one_time(rows)
        for row in rows:
            self._is_watched(row, db)
            if row["status"] == "confirmed" and (row["id"], row["volunteer"]) not in self.confirmed:
                self.confirmed.add((row["id"], row["volunteer"]))
                self._no_cap_is_broken(row, rows, db)
            if row["status"] == "begun":
                self._was_reminded_once(row, db)

    def _never_two_things_at_one_time(self, rows: list[Any]) -> None:
        to_come = [row for row in rows if row["status"] in TO_COME]
        for one, other in combinations(to_come, 2):
            theirs = {one["receiver"], one["volunteer"]} & {other["receiver"], other["volunteer"]}
            apart = _ends(one) <= other["begins_at"] or _ends(other) <= one["begins_at"]
            assert apart or not theirs - {None, "nobody"}, "somebody is in two places at one time"

    def _is_watched(self, row: Any, db: Transaction) -> None:
        needed = {"confirmed": "appointment-begins", "sought": "appointment-limit"}
        waits = row["part"] == "waits"  # another date of its series is sought for it, too
        if (kind := needed.get(row["status"])) and not waits:
            timer = tables.timers.c
            found = db.one(
                sa.select(timer.due_at).where(timer.kind == kind, timer.about == row["id"])
            )
            assert found is not None, f"nothing watches over an appointment that is {row['status']}"

    def _no_cap_is_broken(self, row: Any, rows: list[Any], db: Transaction) -> None:
        volunteers = tables.volunteers.c
        giver = db.one(
            sa.select(volunteers.zone, volunteers.limits, volunteers.status).where(
                volunteers.person == row["volunteer"]
            )
        )
        assert giver is not None and giver["status"] == "active"
        zone = ZoneInfo(giver["zone"])
        day = row["begins_at"].astimezone(zone).date()
        agreed = [
            one for one in rows
            if one["volunteer"] == row["volunteer"] and one["status"] == "confirmed"
            and one["begins_at"].astimezone(zone).date() == day
        ]  # fmt: skip
        contact = tables.contacts.c
        had = [
            one for one in db.all(sa.select(contact.began_at).where(
                contact.volunteer == row["volunteer"]))
            if one["began_at"].astimezone(zone).date() == day
        ]  # fmt: skip
        most = self.town.programme.volunteer_limits.contacts_a_day
        own = giver["limits"]["contacts_a_day"]
        assert len(agreed) + len(had) <= (most if own is None else min(own, most)), "over the day"

    def _was_reminded_once(self, row: Any, db: Transaction) -> None:
        journal = tables.journal.c
        actions = ("appointment-confirmed", "reminder-sent", "reminder-not-sent",
                   "reminder-postponed")  # fmt: skip
        notes = db.all(
            sa.select(journal.action, journal.numbers).where(
                journal.about == row["id"], journal.action.in_(actions)
            )
        )
        times = sum(note["action"] == "appointment-confirmed" for note in notes)
        off = tables.reminder_wishes.c
        wished = {one["person"]: one["leads"] for one in db.all(sa.select(off.person, off.leads))}
        for side in ("receiver", "volunteer"):
            if row[side] in (None, "nobody"):
                continue
            for lead in wished.get(row[side], USUAL):
                about = [
                    note for note in notes
                    if (note["numbers"].get("side"), note["numbers"].get("lead")) == (side, lead)
                ]  # fmt: skip
                assert about, f"nothing says what became of the reminder {lead} of the {side}"
                sent = sum(note["action"] == "reminder-sent" for note in about)
                assert sent <= times, "reminded twice"


def _ends(row: Any) -> Any:
    return row["begins_at"] + timedelta(minutes=row["minutes"])

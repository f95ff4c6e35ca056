"""What a week's coverage is made of: when people asked, who was there, and who means to be."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.domain.coverage import Coverage, coverage, looked_back_on
from bot.domain.ids import PersonId
from bot.domain.opening import ONE_DAY, OpeningHours, moment
from bot.domain.programme import Programme
from bot.domain.shifts import Slot
from storage import shifts
from storage.database import Transaction
from storage.tables import duties, journal, volunteers


def of(
    db: Transaction, programme: Programme, hours: OpeningHours, monday: date, now: datetime
) -> Coverage:
    """The week of a programme that begins on `monday`."""
    zone = ZoneInfo(hours.zone)
    back = looked_back_on(now, hours.zone)
    first, last = back[0].begins(hours.zone), back[1].ends(hours.zone)
    # The hours of Sunday evening before, and of Sunday, may run past midnight.
    begins, ends = (moment(monday + n * ONE_DAY, time(), zone) for n in (-1, 8))
    planned = shifts.slots_between(db, programme, begins, ends)
    asked = _asked_between(db, programme.name, first, last)
    there = _on_duty_between(db, programme.name, first, last)
    return coverage(hours, monday, back, asked, planned, there, programme.staffing)


def _asked_between(
    db: Transaction, programme: str, first: datetime, last: datetime
) -> Sequence[datetime]:
    rows = db.all(
        sa.select(journal.c.at).where(
            journal.c.programme == programme,
            journal.c.action == "request-opened",
            journal.c.at >= first,
            journal.c.at < last,
        )
    )
    return [row["at"] for row in rows]


def _on_duty_between(
    db: Transaction, programme: str, first: datetime, last: datetime
) -> Sequence[Slot]:
    theirs = sa.select(volunteers.c.person).where(volunteers.c.programme == programme)
    rows = db.all(
        sa.select(duties).where(
            duties.c.volunteer.in_(theirs), duties.c.began_at < last, duties.c.ended_at > first
        )
    )
    return [Slot(PersonId(r["volunteer"]), r["began_at"], r["ended_at"]) for r in rows]

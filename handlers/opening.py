"""When a programme is open, with everything that is decided about it."""

from datetime import date, datetime, timedelta

from bot.domain.opening import Exceptional, OpeningHours
from bot.domain.programme import Programme
from bot.programmes import holiday_calendar
from storage import exceptional_days
from storage.database import Transaction

AHEAD = timedelta(days=430)  # a little further than a next opening is looked for


def hours_of(programme: Programme, db: Transaction, now: datetime) -> OpeningHours:
    """Its hours with coordinators' decisions and public holidays, as far ahead as anybody asks."""
    decided = exceptional_days.of(db, programme.name)
    return programme.hours.knowing(decided, _holidays(programme, now))


def without(programme: Programme, day: date, db: Transaction, now: datetime) -> OpeningHours:
    """The same as if nothing were decided for `day`."""
    decided: list[Exceptional] = [
        one for one in exceptional_days.of(db, programme.name) if one.day != day
    ]
    return programme.hours.knowing(decided, _holidays(programme, now))


def _holidays(programme: Programme, now: datetime) -> list[date]:
    if programme.hours.on_holidays is None:
        return []  # they are days as any other, so that the large calendar need not be loaded
    first = now.date() - timedelta(days=2)
    found = holiday_calendar.between(programme.holidays, first, first + AHEAD)
    return [one.day for one in found]

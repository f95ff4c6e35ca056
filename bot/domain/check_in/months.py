"""Volunteers' own check-ins, once a month; and the staff's, once a quarter when coordinators start it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.check_in.plan import Who
from bot.domain.opening import moment

MONTHLY = "check-in-month"  # about the house: on the first of each month
VOLUNTEER = "check-in-volunteer"  # about one volunteer: now, or when it suits them
AT = time(10)
LAST_DAY = 10  # whoever is not reached by then is asked next month


def next_at(now: datetime, zone: str) -> datetime:
    """The next first of a month, at ten by the clock in that zone, later than `now`."""
    place = ZoneInfo(zone)
    first = now.astimezone(place).date().replace(day=1)
    at = moment(first, AT, place)
    return at if at > now else moment(_next_month(first), AT, place)


def apart(n: int) -> timedelta:
    """How long after the first of them the n-th is asked: not everybody in one moment."""
    return timedelta(minutes=1 + n % 30)


def batch(who: Who, on: date) -> str:
    """What keeps one person's answers to the same round apart: no two of theirs are in one pool.

    Receivers are asked too seldom for that (`standing.BETWEEN_PLANS`).
    """
    match who:
        case Who.RECEIVER:
            return ""
        case Who.VOLUNTEER:
            return f"{on.year:04}-{on.month:02}"
        case Who.STAFF:
            return quarter(on)


def quarter(on: date) -> str:
    """As in `2030-Q1`."""
    return f"{on.year:04}-Q{(on.month + 2) // 3}"


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)

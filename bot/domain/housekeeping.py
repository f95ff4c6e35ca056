"""What is thrown away when, and what coordinators are reminded of."""

from datetime import datetime, timedelta

from bot.domain.decision import Decision, StartTimer
from bot.domain.row_effects import ThrowAway

HOUSEKEEPING = "housekeeping"
OF_THE_HOUSE = "house"

EVERY = timedelta(hours=1)
PAIRS_KEPT = timedelta(hours=24)  # which message became which: for edits and deletions
QUESTIONS_KEPT = timedelta(days=30)  # a press on an older one is told that it is over
WISHES_KEPT = timedelta(days=30)  # what a request was about, after it ended (threats.md P4)
CONTACTS_KEPT = timedelta(days=90)  # who was in touch, for "again", limits and complaints
DAYS_KEPT = timedelta(days=2)  # hours of the day before may run past midnight
EVENTS_KEPT = timedelta(days=30)  # no platform repeats an event later than that


def keep_house(now: datetime) -> Decision:
    """Throw away what is no longer needed, and come again in an hour."""
    away = ThrowAway(
        pairs_before=now - PAIRS_KEPT,
        questions_before=now - QUESTIONS_KEPT,
        events_before=now - EVENTS_KEPT,
        wishes_before=now - WISHES_KEPT,
        contacts_before=now - CONTACTS_KEPT,
        days_before=(now - DAYS_KEPT).date(),
    )
    again = StartTimer(HOUSEKEEPING, OF_THE_HOUSE, now + EVERY)
    return Decision(effects=(away, again))

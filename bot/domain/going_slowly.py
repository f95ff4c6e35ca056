"""Accounts that were made just now: what comes after their first contact comes a little later.

Whoever wants to trouble volunteers makes a new account for it, is parted from one, and asks for the next.
Whoever is in a crisis may have made a new account to write here at all. So nothing is refused, and nothing
that comes first is slowed: neither the answer, nor where to turn in danger, nor the first request.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.contact import Contact, EndedBy

# With contacts of half an hour a new account meets some four volunteers an evening at most, and coordinators
# have time to read a report before the next. An estimate: nobody has measured it.
BETWEEN = timedelta(hours=1)
LOOKED_BACK = timedelta(days=1)  # longer than any contact and the time between
NO_FAULT_OF_THEIRS = frozenset({EndedBy.DROP, EndedBy.HANDOVER, EndedBy.NOBODY})


def again_from(
    had: Sequence[Contact], new_until: datetime | None, now: datetime
) -> datetime | None:
    """When a receiver may ask again, if that is later than now.

    `had`: what they received lately. `new_until`: when their account stops being new, if that can be told.
    """
    if new_until is None or new_until <= now:
        return None
    ended = [c.ended_at for c in had if c.ended_at and c.ended_by not in NO_FAULT_OF_THEIRS]
    again = min(max(ended) + BETWEEN, new_until) if ended else now
    return again if again > now else None

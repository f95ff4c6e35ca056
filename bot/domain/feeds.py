"""A secret address under which a calendar program reads what one person has agreed to."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeed:
    """The one feed somebody has. `key` opens it, and is kept as a hash alone; "": there is none any more."""

    person: PersonId
    key: str = field(repr=False)
    made_at: datetime

"""What one week of a programme holds, read in one go."""

from datetime import date, datetime

from bot.domain.calendar_week import CalendarWeek, bounds, week_of
from bot.domain.opening import ONE_DAY, OpeningHours
from bot.domain.programme import Programme
from storage import appointments, shifts, volunteers
from storage.database import Transaction


def of(
    db: Transaction, programme: Programme, hours: OpeningHours, first: date, now: datetime
) -> CalendarWeek:
    """The week that begins on the Monday `first`; `hours` with everything decided about them."""
    start, end = bounds(first, hours.zone)
    closes = max((closes for _, closes in hours.spans(first + 6 * ONE_DAY)), default=end)
    end_of_cover = max(end, closes)  # Sunday night may last into Monday
    return week_of(
        programme.name,
        first,
        hours,
        appointments.all_between(db, programme.name, start, end),
        shifts.slots_between(db, programme, start, end_of_cover),
        volunteers.duties_between(db, programme.name, start, end_of_cover),
        {one.person: one.name for one in volunteers.everyone(db, programme.name)},
        programme.staffing,
        now,
    )

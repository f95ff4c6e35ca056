"""The bot was off on the day on which a gap would have been told, and nobody ever heard of it."""

from datetime import timedelta

from bot.domain.housekeeping import OF_THE_HOUSE
from bot.rehearsal.town import Town
from handlers.staffing import STAFFING
from storage import timers
from tests.stories.test_staffing import staffed

__all__ = ["staffed"]


def _told_of(karen) -> list[str]:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return [next(d for d in days if d in one.text.split("fewer")[0]) for one in karen.news()]


async def test_after_two_days_off_every_day_that_was_to_be_told_of_is_told_of_once(staffed: Town):
    karen = await staffed.coordinator("karen")
    await staffed.database.run(timers.start, STAFFING, OF_THE_HOUSE, staffed.now)
    await staffed.later(minutes=1)
    assert _told_of(karen) == ["Tuesday", "Monday"]  # tomorrow, and in a week

    staffed.now += timedelta(days=2)  # Tuesday's look and the one after it do not happen
    await staffed.settle()

    # Today and tomorrow, and all that would have been told of a week before it.
    assert _told_of(karen) == ["Wednesday", "Thursday", "Tuesday", "Wednesday"]
    assert "Today" in karen.seen()[-4].text and "Tomorrow" in karen.seen()[-3].text
    await staffed.later(hours=24)
    assert _told_of(karen) == ["Friday", "Thursday"]

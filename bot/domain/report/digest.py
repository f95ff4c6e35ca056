"""When coordinators are told of the week that is over."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.opening import ONE_DAY, moment

DIGEST = "digest"
AT = time(8)  # on Mondays
WEEK_COUNTED_IN = timedelta(minutes=10)  # then we look again whether it is
LATEST = timedelta(hours=12)  # after it is due; then it is old news


def next_at(now: datetime, zone: str) -> datetime:
    """The next Monday at eight by the clock in that zone, later than `now`."""
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    monday = today - today.weekday() * ONE_DAY
    at = moment(monday, AT, place)
    return at if at > now else moment(monday + 7 * ONE_DAY, AT, place)
